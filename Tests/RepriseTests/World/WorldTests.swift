import Foundation
import Testing

/// Scenes in recipes, by the program: simulated, drawn, heard, and edited.
struct WorldTests {
  private let folder: Folder
  private let program: Program

  /// A ball that falls, and a crate that is pushed at three seconds.
  private static func scene(_ push: String = "", quality: String = "draft", more: String = "") -> String {
    """
    canvas { width = 96, height = 54, fps = 10 }
    return world {
      seconds = 6, place = "studio", quality = "\(quality)",
      things = { ball = { "basketball", at = { -0.6, 1.5, 0 } }, crate = { "crate", at = { 0.6, 0, 0 } } },
      actions = { \(push) }, \(more)
    }
    """
  }

  init() throws {
    folder = try Folder([
      "still.lua": Self.scene(),
      "pushed.lua": Self.scene(#"{ at = 3, push = "crate", impulse = { 60, 0, 0 } }"#),
      "harder.lua": Self.scene(#"{ at = 3, push = "crate", impulse = { 90, 0, 0 } }"#),
      "later.lua": Self.scene(
        #"{ at = 3, push = "crate", impulse = { 60, 0, 0 } }, { at = 5, push = "ball", impulse = { 0, 0, 1 } }"#),
    ])
    program = Program(folder: folder)
  }

  private func run(_ line: String...) throws -> Program.Outcome { try program.run(line) }

  @Test func aPushChangesWhatComesAfterItAlone() throws {
    for name in ["still", "pushed", "harder", "later"] {
      let outcome = try run("render", "\(name).lua", "-o", "\(name)%02d.png", "--quiet", "--no-store")
      try #require(outcome.status == 0, "\(outcome.errors)")
    }
    func same(_ a: String, _ b: String) -> [Int] {
      (0..<60).filter { number in
        let digits = (number < 10 ? "0" : "") + "\(number)"
        return folder.read("\(a)\(digits).png") == folder.read("\(b)\(digits).png")
      }
    }
    #expect(try folder.names.filter { $0.hasPrefix("still") }.count == 61)
    #expect(Array(same("still", "pushed").prefix { $0 < 30 }) == Array(0..<30), "before the push nothing is changed")
    #expect(same("still", "pushed").filter { $0 > 31 && $0 < 40 }.isEmpty, "after it something is")
    #expect(Set(same("pushed", "later")).isSuperset(of: 0..<50))
  }

  @Test func anEditedMomentCostsItsSegments() throws {
    _ = try run("render", "pushed.lua", "-o", "a.mp4", "--quiet", "--store", "kept")
    let outcome = try run("render", "later.lua", "-o", "b.mp4", "--json", "--store", "kept")
    #expect(outcome.output.contains(#""drawnSegments":1,"#), "\(outcome.output)")
    _ = try run("render", "later.lua", "-o", "c.mp4", "--quiet", "--no-store", "--jobs", "1")
    #expect(folder.read("b.mp4") == folder.read("c.mp4"), "incremental and cold are one")
  }

  @Test func contactsCanBeReadAndAreHeard() throws {
    try folder.write(
      """
      canvas { width = 96, height = 54, fps = 10 }
      local fall = world { seconds = 2, place = "studio", things = { ball = { "basketball", at = { 0, 1.1, 0 } } } }
      local first = fall.contacts[1]
      -- From 1.1 m: the square root of 2h/g.
      assert(math.abs(first.at - 0.4736) < 0.01, first.at)
      assert(first.kind == "hit" and first.second == "ground" and math.abs(first.speed - 4.645) < 0.1, first.speed)
      return fall
      """, to: "fall.lua")
    let outcome = try run("render", "fall.lua", "-o", "fall.wav", "--quiet", "--no-store")
    try #require(outcome.status == 0, "\(outcome.errors)")
    let said = try program.shell(
      "ffmpeg -hide_banner -i fall.wav -af silencedetect=noise=-35dB:d=0.2 -f null - 2>&1 | grep silence_end | head -1")
    let end = try #require(said.output.split(separator: "silence_end: ").last?.split(separator: " ").first)
    #expect(abs((Double(end) ?? 0) - 0.474) < 0.02, "it is heard when it hits")
  }

  @Test func aPromptBecomesARecipeAndAFilm() throws {
    let written = try run(
      "world", "A red ball rolls down a ramp and knocks over three bottles.", "-o", "scene.lua", "--seconds", "3")
    #expect(written.status == 0 && written.errors.contains("understood") && written.errors.contains("ramp"))
    #expect(try run("check", "scene.lua", "--no-store").status == 0)
    let again = try run("world", "A red ball rolls down a ramp and knocks over three bottles.", "--seconds", "3")
    #expect(folder.read("scene.lua").map { String(decoding: $0, as: UTF8.self) } == again.output)
    try folder.write(
      "canvas { width = 96, height = 54, fps = 5 } return generate { 'A red ball rolls down a ramp.', seconds = 1 }",
      to: "generated.lua")
    let outcome = try run("render", "generated.lua", "-o", "g.mp4", "--quiet", "--no-store")
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test(arguments: ["depth", "normals", "segmentation", "motion"]) func mapsAreClipsToo(view: String) throws {
    try folder.write(Self.scene(more: "view = \"\(view)\""), to: "map.lua")
    let outcome = try run("frame", "map.lua", "--at", "0.2", "-o", "map.png", "--no-store")
    #expect(outcome.status == 0 && (folder.read("map.png")?.count ?? 0) > 200, "\(outcome.errors)")
  }

  @Test(arguments: [
    ("world()", ["table of a scene"]), ("world { things = { ball = { 'bal' } } }", ["things.ball", "ball"]),
    ("world { things = { ball = { 'ball', mass = -1 } } }", ["things.ball.mass"]),
    ("world { secnds = 3 }", ["secnds", "seconds"]), ("world { quality = 'best' }", ["quality", "draft"]),
    ("world { seconds = 1e9 }", ["seconds", "120"]), ("world { things = solid('red') }", ["numbers, texts"]),
    ("world { things = { a = { 'ball', at = { 0/0, 0, 0 } } } }", ["nan"]),
    ("generate('qwertz')", ["nothing in the prompt is known"]),
    ("generate { 'a ball', seconds = 500 }", ["0.5 to 120"]),
    ("solid('red').contacts", ["no scene"]),
  ])
  func aMistakeInASceneIsTold(expression: String, words: [String]) throws {
    try folder.write("return \(expression)", to: "bad.lua")
    let outcome = try run("check", "bad.lua", "--no-store")
    #expect(outcome.status == 1 && outcome.errors.contains("bad.lua:1: "), "\(outcome.errors)")
    for word in words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
  }
}
