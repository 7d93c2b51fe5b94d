import Foundation
import Props
import Testing

/// A video is as loud as its canvas says, measured on what was written, by ffmpeg's `ebur128`.
struct LoudnessTests {
  private let folder: Folder
  private let program: Program

  init() throws {
    folder = try Folder([
      "loud.lua": Self.recipe("loudness = -14"), "soft.lua": Self.recipe("loudness = -30, ceiling = -3"),
      "surround.lua": Self.recipe("loudness = -20, sound = \"5.1\""),
      "mono.lua": Self.recipe("loudness = -20, sound = \"mono\""),
      "silent.lua": "canvas { loudness = -14 } return solid('red'):lasting(1):layer(music { 1 }:volume(0))",
    ])
    program = Program(folder: folder)
  }

  /// Music with a knock that stands out far above it.
  private static func recipe(_ loudness: String) -> String {
    """
    canvas { width = 96, height = 64, fps = 10, \(loudness) }
    local piece = music { 8, mood = "calm", seed = 2 }:volume(0.05)
    return solid("teal"):lasting(8):layer(piece):layer(sound.knock { count = 1 }, { from = 4 })
    """
  }

  private struct Measured {
    let integrated: Double
    let truePeak: Double
  }

  /// What ffmpeg says of a file.
  private func measure(_ name: String) throws -> Measured {
    let line = "ffmpeg -hide_banner -nostdin -i \(name) -af ebur128=peak=true -f null - 2>&1 | tail -20"
    let said = try program.shell(line).output.split(separator: "Summary:").last ?? ""
    func number(_ label: String) throws -> Double {
      let line = try #require(said.split(separator: "\n").first { $0.contains(label) })
      return try #require(line.split(separator: " ").compactMap { Double($0) }.first)
    }
    return Measured(integrated: try number("I:"), truePeak: try number("Peak:"))
  }

  @Test(arguments: [
    ("loud", -14.0, -1.0, "wav"), ("soft", -30, -3, "flac"), ("loud", -14, -1, "mp4"), ("mono", -20, -1, "wav"),
    ("surround", -20, -1, "wav"),
  ])
  func theFileIsAsLoudAsAsked(recipe: String, target: Double, ceiling: Double, ending: String) throws {
    let outcome = try program.run(["render", "\(recipe).lua", "-o", "a.\(ending)", "--quiet"])
    try #require(outcome.status == 0, "\(outcome.errors)")
    let measured = try measure("a.\(ending)")
    // Where the limiter takes the top of a knock, a little is missing.
    #expect(abs(measured.integrated - target) <= 0.5, "\(measured)")
    // A lossy encoder adds some.
    #expect(measured.truePeak <= ceiling + (ending == "mp4" ? 1 : 0.3), "\(measured)")
  }

  @Test func silenceStaysSilence() throws {
    let outcome = try program.run(["render", "silent.lua", "-o", "a.wav", "--quiet"])
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test func aPartIsAsLoudAsItIsInTheWhole() throws {
    for more in [[], ["--from", "2", "--to", "4"]] {
      let outcome = try program.run(["render", "soft.lua", "-o", "a\(more.count).wav", "--quiet"] + more)
      try #require(outcome.status == 0, "\(outcome.errors)")
    }
    let line =
      "ffmpeg -v error -nostdin -i a0.wav -ss 2 -t 2 -f s16le - | cksum; ffmpeg -v error -nostdin -i a4.wav -f s16le - | cksum"
    let sums = try program.shell(line).output.split(separator: "\n")
    #expect(sums.count == 2 && sums[0] == sums[1])
  }
}
