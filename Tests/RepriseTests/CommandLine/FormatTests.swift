import Foundation
import Testing

/// Every kind of file that can be written holds what a video in mp4 holds to.
struct FormatTests {
  private let folder: Folder
  private let program: Program

  init() throws {
    folder = try Folder([
      "moving.lua": Self.moving, "clear.lua": Self.clear, "loud.lua": Self.loud, "small.lua": Recipes.small,
    ])
    let media = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../recipes/media")
    try FileManager.default.copyItem(
      atPath: media.standardized.appending(path: "beeps.m4a").path, toPath: folder.path + "/beeps.m4a")
    program = Program(folder: folder)
  }

  /// Three segments that differ from picture to picture.
  private static let moving = """
    canvas { width = 96, height = 64, fps = 12 }
    local box = solid("gold"):lasting(1):scale(0.3):at({ [0] = 0.1, [1] = 0.9 }, 0.5)
    return (box:over(gradient("#204060", "#802040")) .. box:over(solid "navy") .. solid("tomato"):lasting(1))
    """
  private static let clear = """
    canvas { width = 96, height = 64, fps = 10, background = "transparent" }
    return solid("#ff800080"):lasting(0.5):scale(0.5)
    """
  private static let loud = """
    canvas { width = 96, height = 64, fps = 10 }
    return solid("teal"):lasting(1):layer(audio("beeps.m4a"))
    """

  /// Outputs with their options.
  private static let outputs: [[String]] = [
    ["a.mp4"], ["a.mp4", "--codec", "hevc"], ["a.mp4", "--codec", "av1"], ["a.webm"], ["a.webm", "--codec", "av1"],
    ["a.mov"], ["a.mov", "--codec", "prores4444"], ["a.mov", "--codec", "hevc"], ["a.gif"], ["a.webp"], ["a.wav"],
    ["a.flac"],
  ]

  @Test(arguments: outputs)
  func theBytesDoNotDependOnJobsNorOnWhatWasAtHand(output: [String]) throws {
    func render(_ more: String...) throws -> Data {
      let outcome = try program.run(["render", "moving.lua", "-o"] + output + ["--quiet"] + more)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return try #require(folder.read(output[0]))
    }
    let cold = try render("--jobs", "1", "--no-store")
    #expect(try render("--jobs", "8", "--no-store") == cold)
    // A part first, so that some segments are at hand; the second goes to a file that is not there.
    _ = try render("--to", "1")
    #expect(try render() == cold)
    try FileManager.default.removeItem(atPath: folder.path + "/" + output[0])
    #expect(try render() == cold)
  }

  @Test(arguments: outputs)
  func aPartIsAsLongAsItSays(output: [String]) throws {
    let outcome = try program.run(
      ["render", "moving.lua", "-o"] + output + ["--from", "0.5", "--to", "2", "--json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("\"seconds\":1.5,\"frames\":18"))
    guard output[0] != "a.webp" else { return }
    let probe = try program.shell("ffprobe -v error -show_entries format=duration -of csv=p=0 \(output[0])")
    #expect(abs((Double(probe.output.trimmingCharacters(in: .newlines)) ?? 0) - 1.5) < 0.002, "\(probe.output)")
  }

  @Test(
    arguments: [["a.mp4", "--codec", "hevc"], ["a.webm"], ["a.mov"], ["a.mov", "--codec", "h264"]],
    ["fitting", "recipes"])
  func aVideoCarriesItsRecipe(output: [String], carry: String) throws {
    #expect(try program.run(["render", "small.lua", "-o"] + output + ["--carry", carry]).status == 0)
    let digest = try program("graph", "small.lua", "--digest").output
    #expect(try program("graph", output[0], "--digest").output == digest)
    // A copy by another program keeps the sentence, not the bundle.
    let copy = "copy." + (output[0].split(separator: ".").last ?? "")
    #expect(
      try program.shell(
        "ffmpeg -v error -i \(output[0]) -c copy -tag:v hvc1 \(copy) || ffmpeg -v error -y -i \(output[0]) -c copy \(copy)"
      ).status == 0)
    #expect(try program("graph", copy, "--digest").output == digest)
  }

  @Test func aSequenceHasAFileForEachPicture() throws {
    #expect(try program("render", "moving.lua", "-o", "f%03d.png", "--from", "1", "--to", "1.25").status == 0)
    #expect(try folder.names.filter { $0.hasSuffix(".png") } == ["f013.png", "f014.png", "f015.png"])
    #expect(try program("frame", "moving.lua", "--at", "1", "-o", "one.png").status == 0)
    #expect(folder.read("f013.png") == folder.read("one.png"))
    #expect(try program("render", "moving.lua", "-o", "nowhere/%03d.png").status == 3)
  }

  @Test func whatIsTransparentStaysSoWhereItCan() throws {
    for (name, decoder) in [("a.webm", "-c:v libvpx-vp9"), ("a.mov", ""), ("a.gif", ""), ("a.png", "")] {
      #expect(try program("render", "clear.lua", "-o", name).errors.contains("transparen") == false)
      let pixels = try program.shell(
        "ffmpeg -v error \(decoder) -i \(name) -frames:v 1 -vf format=rgba -f rawvideo - | od -An -v -tu1 -w4 | sort | uniq -c | sort -rn | head -2"
      ).output.split(separator: "\n").map { $0.split(separator: " ").compactMap { Int($0) } }
      // Three quarters are not there; the middle is orange that shows half of what is behind it.
      #expect(pixels[0].last == 0 && pixels[0][0] > 4000, "\(name): \(pixels)")
      #expect(abs(pixels[1][1] - 255) < 6 && abs(pixels[1][2] - 128) < 6 && pixels[1][3] < 6, "\(name): \(pixels)")
      #expect(name == "a.gif" || abs((pixels[1].last ?? 0) - 128) < 3, "\(name): \(pixels)")
    }
    for name in ["a.mp4", "b.webm --codec av1"] {
      let outcome = try program.shell("$reprise render clear.lua -o \(name)")
      #expect(outcome.status == 0 && outcome.errors.contains("keeps no transparency"))
    }
  }

  @Test func whatAFileCannotHoldIsSaidOnce() throws {
    for name in ["a.gif", "a.webp", "a.png"] {
      let outcome = try program("render", "loud.lua", "-o", name)
      #expect(outcome.errors.components(separatedBy: "has no sound").count == 2, "\(outcome.errors)")
    }
    #expect(try !program("render", "small.lua", "-o", "b.gif").errors.contains("sound"))
    try folder.write("n\n1\n2\n3\n", to: "rows.csv")
    let rows = try program("render", "loud.lua", "-o", "{n}.gif", "--each", "rows.csv")
    #expect(rows.errors.components(separatedBy: "has no sound").count == 2, "\(rows.errors)")
  }

  @Test(arguments: [
    ("a.mp4 --codec vp9", ["cannot hold VP9", "h264, hevc, av1", "goes into .webm"]),
    ("a.webm --codec hevc", ["cannot hold HEVC", "vp9, av1", ".mp4, .mov"]),
    ("a.wav --codec h264", ["cannot hold H.264", "no --codec"]), ("a.mp4 --codec mpeg2", ["h264, hevc, av1, vp9"]),
    ("a.avi", [".mp4, .mov, .webm"]), ("a.gif --quality 3", ["GIF has one quality"]),
    ("a.mov --preset slow", ["ProRes 422 has no presets"]), ("a.mov --quality 4", ["0 (HQ)"]),
    ("a.webm --quality 64", ["0 (lossless) to 63"]), ("a.flac --quality 1", ["sound has one quality"]),
    ("a.mp4 --codec av1 --size 48x32", ["AV1 cannot hold 48x32", "64 to 8192"]),
  ])
  func aMistakeIsToldWithItsRemedy(arguments: String, words: [String]) throws {
    let outcome = try program.shell("$reprise render moving.lua -o \(arguments)")
    #expect(outcome.status != 0)
    for word in words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
    #expect(try !folder.names.contains { $0.hasPrefix("a.") })
  }
}
