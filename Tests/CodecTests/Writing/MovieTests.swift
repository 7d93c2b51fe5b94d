import Foundation
import Media
import Testing

@testable import Codec

@Suite struct MovieTests {
  @Test func aJoinedVideoDecodesToEveryPictureInOrder() throws {
    try withTemporaryFolder { folder in
      let movie = TestMovie(lengths: [20, 1, 1, 2, 33, 3])
      let path = folder + "/a.mp4"
      try movie.write(to: path)
      let answer = try Oracle.run(
        "ffmpeg", "-v", "warning", "-i", path, "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "gray", "-")
      #expect(answer.errors == "")
      let area = TestMovie.size.area
      let numbers = stride(from: 0, to: answer.output.count, by: area).map {
        TestMovie.number(inLuma: answer.output[$0..<($0 + area)])
      }
      #expect(numbers == Array(0..<movie.frameCount))
    }
  }

  @Test func theSameVideoIsTheSameFileWhateverTheOrderOfArrival() throws {
    try withTemporaryFolder { folder in
      let paths = ["/a.mp4", "/b.mp4", "/c.mp4"].map { folder + $0 }
      try TestMovie().write(to: paths[0])
      try TestMovie().write(to: paths[1])
      try TestMovie(order: [2, 0, 1]).write(to: paths[2])
      let files = try paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
      #expect(files[0] == files[1])
      #expect(files[0] == files[2])
    }
  }
}
