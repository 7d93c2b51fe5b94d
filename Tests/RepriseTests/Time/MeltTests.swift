import Foundation
import Media
import Plan
import Props
import Render
import Testing

@testable import Reprise

/// melt, which nobody here wrote, renders the same timeline: brightness is equal at every pixel of every picture but for what
/// two ways of rounding may differ by. Colours are left out, which melt keeps for half of the columns and all rows.
@Suite struct MeltTests {
  private static let profile = """
    description=small
    frame_rate_num=25
    frame_rate_den=1
    width=320
    height=180
    progressive=1
    sample_aspect_num=1
    sample_aspect_den=1
    display_aspect_num=16
    display_aspect_den=9
    colorspace=709

    """

  private let workshop: Workshop

  init() throws {
    workshop = try Workshop()
    try workshop.write("profile", Self.profile.utf8)
    for (name, source) in [("a", "testsrc2=s=320x180"), ("b", "mandelbrot=s=320x180"), ("small", "testsrc2=s=160x90")] {
      try workshop.ffmpeg(
        "-f lavfi -i \(source):r=25 -t 3 -vf scale=out_color_matrix=bt709:out_range=tv -pix_fmt yuv420p -c:v ffv1"
          + " -colorspace bt709 -color_range tv \(name).mkv")
    }
  }

  @Test func aCrossfadeIsTheSame() throws {
    let melted = try melt("a.mkv out=49 b.mkv out=49 -mix 25 -mixer luma")
    let ours = try luma("video('a.mkv'):trim(0, 2):crossfade(video('b.mkv'):trim(0, 2), 1)")
    #expect(ours.count == 75)
    #expect(melted.furthest(from: ours) <= 2)
    let cut = try luma("video('a.mkv'):trim(0, 1.5) .. video('b.mkv'):trim(0.5, 2)")
    #expect(melted.furthest(from: cut) > 50, "The comparison sees what is wrong.")
  }

  @Test func cutsOfPartsAreTheSame() throws {
    let melted = try melt("a.mkv in=10 out=34 b.mkv in=50 out=59 a.mkv in=0 out=4")
    let ours = try luma("video('a.mkv'):trim(0.4, 1.4) .. video('b.mkv'):trim(2, 2.4) .. video('a.mkv'):trim(0, 0.2)")
    #expect(ours.count == 40)
    #expect(melted.furthest(from: ours) == 0)
  }

  /// By two columns a picture, since melt moves by pairs.
  @Test func aTranslucentPictureThatMovesIsTheSame() throws {
    let melted = try melt(
      "a.mkv out=74 -track small.mkv out=74 -transition composite a_track=0 b_track=1 progressive=1 out=74"
        + " geometry=0=10/10:160x90:0.5;74=158/84:160x90:0.5")
    let ours = try luma(
      """
      video('a.mkv'):layer(video('small.mkv'):fit('none'):opacity(0.5):at( \
      { [0] = 90 / 320, [74 / 25] = 238 / 320 }, { [0] = 55 / 180, [74 / 25] = 129 / 180 }))
      """)
    #expect(ours.count == 75)
    #expect(melted.furthest(from: ours) <= 2)
  }

  /// The brightness of each picture that melt makes of a timeline.
  private func melt(_ timeline: String) throws -> [[UInt8]] {
    let words = ["-silent", "-profile", workshop.path("profile")] + timeline.split(separator: " ").map(String.init)
    let consumer = ["-consumer", "avformat:out.mkv", "real_time=-1", "terminate_on_pause=1", "vcodec=ffv1"]
    // On a busy machine it now and then pauses, and so ends, before it has begun.
    for _ in 0..<5 {
      let child = try Child("melt", words + consumer + ["pix_fmt=yuv420p", "an=1"], in: workshop.path(""))
      #expect(child.wait() == .exit(0))
      if try !Data(contentsOf: URL(filePath: workshop.path("out.mkv"))).isEmpty { break }
    }
    return try luma("video('out.mkv')")
  }

  private func luma(_ clip: String) throws -> [[UInt8]] {
    let source = "canvas { width = 320, height = 180, fps = 25 } return \(clip)"
    let composition = try Runtime().evaluate(Recipe(source: source, folder: workshop.path("")))
    let compositor = Compositor(Scene(composition.graph), footage: composition.shelf)
    return try (0..<composition.frameCount).map { index in
      try compositor.frame(index).withPlane(0) { bytes, stride in
        (0..<180).flatMap { bytes[$0 * stride..<$0 * stride + 320] }
      }
    }
  }
}

extension [[UInt8]] {
  /// The largest difference of two samples at one place; 255 if one of the two is longer.
  fileprivate func furthest(from other: [[UInt8]]) -> Int {
    guard count == other.count else { return 255 }
    return zip(self, other).map { a, b in zip(a, b).map { abs(Int($0) - Int($1)) }.max() ?? 0 }.max() ?? 0
  }
}
