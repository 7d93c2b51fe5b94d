import Foundation
import Testing

/// Posts, from the outside: published, opened, remixed, merged, and carried by videos.
struct PostTests {
  private let folder: Folder
  private let program: Program

  private static let card = """
    canvas { width = 64, height = 64, fps = 10 }
    local line = param.color { "ink", default = "tomato", hint = "the ground" }
    local logo = param.image { "logo", default = "logo.png" }
    return (solid(line):lasting(0.5):part "ground") .. (image(logo):lasting(0.6):part "logo")
    """

  init() throws {
    folder = try Folder(["card.lua": Self.card])
    program = Program(folder: folder)
    try FileManager.default.copyItem(
      atPath: GalleryTests.folder.appending(path: "media/logo.png").path, toPath: folder.path + "/logo.png")
  }

  /// Publishes a recipe.
  private func publish(_ recipe: String, _ options: String...) throws -> String {
    let outcome = try program.run(["publish", recipe, "--author", "Ana", "--json"] + options)
    return try #require(try JSONObject(outcome.output)["reference"] as? String, "\(outcome.output)\(outcome.errors)")
  }

  @Test func aPostPlaysWhereItsRecipeAndItsFilesAreGone() throws {
    let post = try publish("card.lua", "--set", "ink=navy")
    #expect(try program("render", "card.lua", "--set", "ink=navy", "-o", "a.mp4", "--carry", "nothing").status == 0)
    for name in ["card.lua", "logo.png"] { try FileManager.default.removeItem(atPath: folder.path + "/" + name) }
    #expect(try program("render", post, "-o", "b.mp4", "--carry", "nothing", "--quiet").status == 0)
    #expect(folder.read("a.mp4") != nil && folder.read("a.mp4") == folder.read("b.mp4"))
    let checks = try program("verify", post)
    #expect(checks.status == 0 && !checks.output.contains("FAILED"))
  }

  @Test func aFileThatASettingNamesGoesWithThePost() throws {
    try FileManager.default.createDirectory(atPath: folder.path + "/far", withIntermediateDirectories: true)
    try FileManager.default.moveItem(atPath: folder.path + "/logo.png", toPath: folder.path + "/far/away.png")
    let post = try publish("card.lua", "--set", "logo=far/away.png")
    try FileManager.default.removeItem(atPath: folder.path + "/far/away.png")
    #expect(try program("check", post).status == 0)
  }

  @Test func aRemixRunsItsParentWithEdits() throws {
    let post = try publish("card.lua")
    try folder.write(#"return remix("\#(post)", { params = { ink = "gold" }, parts = { logo = false } })"#, to: "r.lua")
    try folder.write(
      #"canvas { width = 64, height = 64, fps = 10 } return solid("gold"):lasting(0.5)"#, to: "plain.lua")
    #expect(try program("graph", "r.lua").output == program("graph", "plain.lua").output)
    let lineage = try program("lineage", "r.lua").output
    #expect(lineage.contains("by Ana") && lineage.contains("ink = \"gold\"") && lineage.contains("logo left out"))
  }

  @Test func theStartingRecipeOfARemixRunsAndListsWhatThereIs() throws {
    let post = try publish("card.lua")
    #expect(try program("remix", post, "-o", "mine.lua").status == 0)
    let text = String(decoding: try #require(folder.read("mine.lua")), as: UTF8.self)
    #expect(text.contains("-- ink = \"#ff6347\",  -- the ground") && text.contains("-- logo = function(clip)"))
    #expect(try program("graph", "mine.lua").output == program("graph", post).output)
    let again = try program("remix", post, "-o", "mine.lua")
    #expect(again.status == 2 && again.errors.contains("is there already"))
  }

  @Test func aPostThatIsClosedIsNotRemixed() throws {
    let post = try publish("card.lua", "--no-remix")
    try folder.write("return remix(\"\(post)\")", to: "r.lua")
    let outcome = try program("check", "r.lua")
    #expect(outcome.status == 4 && outcome.errors.contains("may not be remixed"))
    #expect(try program("remix", post).status == 4)
    #expect(try program("check", post).status == 0)
  }

  @Test func remixesThatTouchDifferentThingsMerge() throws {
    let post = try publish("card.lua")
    let edits = [
      "a": #"{ params = { ink = "gold" } }"#, "b": "{ parts = { logo = false } }",
      "c": #"{ params = { ink = "red" } }"#,
    ]
    var posts: [String: String] = [:]
    for (name, edit) in edits {
      try folder.write("return remix(\"\(post)\", \(edit))", to: "\(name).lua")
      posts[name] = try publish("\(name).lua")
    }
    let (a, b, c) = (posts["a"] ?? "", posts["b"] ?? "", posts["c"] ?? "")
    #expect(try program("merge", a, b, "-o", "both.lua").status == 0)
    try folder.write(
      #"canvas { width = 64, height = 64, fps = 10 } return solid("gold"):lasting(0.5)"#, to: "plain.lua")
    #expect(try program("graph", "both.lua").output == program("graph", "plain.lua").output)
    let conflict = try program("merge", a, c)
    #expect(
      conflict.status == 1 && conflict.output.contains("param ink: set to \"gold\" in \(a), set to \"red\" in \(c)"))
  }

  // MARK: Travelling

  @Test func aVideoIsItsOwnPostElsewhere() throws {
    let post = try publish("card.lua")
    #expect(try program("render", post, "-o", "a.mp4", "--quiet").status == 0)
    let elsewhere = ["REPRISE_STORE": folder.store + "/elsewhere"]
    let there = Program(folder: folder, environment: elsewhere)
    #expect(try there("render", "a.mp4", "-o", "b.mp4", "--quiet").status == 0)
    #expect(folder.read("a.mp4") == folder.read("b.mp4"))
    #expect(try there("verify", post).status == 0)
  }

  @Test(arguments: ["mp4", "mkv", "mov"]) func aCopyKeepsTheRecipe(_ ending: String) throws {
    let post = try publish("card.lua")
    #expect(try program("render", post, "-o", "a.mp4", "--quiet").status == 0)
    #expect(try program.shell("ffmpeg -v error -y -i a.mp4 -c copy b.\(ending)").status == 0)
    #expect(try program("lineage", "b.\(ending)").output.hasPrefix(post))
  }

  @Test(arguments: ["mp4", "mkv"]) func aStrippedCopyIsKnownByItsPictures(_ ending: String) throws {
    let post = try publish("card.lua")
    #expect(try program("render", post, "-o", "a.mp4", "--quiet").status == 0)
    #expect(try program.shell("ffmpeg -v error -y -i a.mp4 -map_metadata -1 -c copy b.\(ending)").status == 0)
    #expect(try program("lineage", "b.\(ending)").output.hasPrefix(post))
    let stranger = Program(folder: folder, environment: ["REPRISE_STORE": folder.store + "/elsewhere"])
    let outcome = try stranger("lineage", "b.\(ending)")
    #expect(outcome.status == 1 && outcome.errors.contains("carries no post"))
  }

  @Test func aVideoOfAnUnpublishedRecipeCarriesItToo() throws {
    #expect(try program("render", "card.lua", "-o", "a.mp4", "--quiet").status == 0)
    try FileManager.default.removeItem(atPath: folder.path + "/logo.png")
    #expect(try program("render", "a.mp4", "-o", "b.mp4", "--quiet", "--no-store").status == 0)
    #expect(folder.read("a.mp4") == folder.read("b.mp4"))
    #expect(try program("remix", "a.mp4", "--no-store").output.contains(#"param.color { "ink""#))
  }

  @Test func whatAVideoCarriesIsRefusedWhenAnyByteOfItIsAnother() throws {
    let post = try publish("card.lua")
    #expect(try program("render", post, "-o", "a.mp4", "--quiet", "--carry", "recipes").status == 0)
    let video = try #require(folder.read("a.mp4"))
    let box = try #require(video.range(of: Data("uuidREPRIS".utf8)))
    let payload = box.lowerBound + 20..<video.count
    var draws = SystemRandomNumberGenerator()
    for _ in 0..<25 {
      var damaged = video
      let place = Int.random(in: payload, using: &draws)
      damaged[place] ^= 1 << UInt8.random(in: 0...7, using: &draws)
      try damaged.write(to: URL(filePath: folder.path + "/x.mp4"))
      let outcome = try program("check", "x.mp4")
      #expect(outcome.status == 1, "byte \(place) of \(payload): \(outcome.output)")
    }
  }

  // MARK: Rows

  @Test func aRowIsAVideoAndWhatRowsShareIsDrawnOnce() throws {
    try folder.write("ink,name\r\ngold,\"one\"\nnavy,two\n", to: "rows.csv")
    let outcome = try program("render", "card.lua", "--each", "rows.csv", "-o", "{name}.mp4", "--carry", "nothing")
    #expect(outcome.status == 0 && outcome.output.contains("2 videos, 3 segments drawn"), "\(outcome.output)")
    #expect(
      try program("render", "card.lua", "--set", "ink=navy", "-o", "x.mp4", "--carry", "nothing", "--no-store").status
        == 0)
    #expect(folder.read("two.mp4") != nil && folder.read("two.mp4") == folder.read("x.mp4"))
  }

  @Test(arguments: [
    ("ink,nmae\nred,a\n", "\"nmae\" is neither a param"), ("ink,name\nred\n", "rows.csv:2: the row has 1 values"),
    ("ink,name\nred,a/b\n", "makes no file name"), ("ink,name\nred,a\nblue,a\n", "rows 1 and 2 both go to"),
    ("ink,name\nred,\"a\n", "a quote is never closed"), ("ink,name\n", "there are no rows"),
    ("", "there is no row of names"),
    ("ink,ink\nred,blue\n", "two columns are called"), ("ink\nred\n", "there is no column \"name\""),
  ]) func rowsThatMakeNoSenseAreRefusedBeforeAnythingIsDrawn(_ rows: String, _ words: String) throws {
    try folder.write(rows, to: "rows.csv")
    let outcome = try program("render", "card.lua", "--each", "rows.csv", "-o", "{name}.mp4")
    #expect(outcome.status == 2 && outcome.errors.contains(words), "\(outcome.errors)")
    #expect(try folder.names.allSatisfy { !$0.hasSuffix(".mp4") })
  }

  // MARK: Plans

  @Test func aPlanSaysWhatIsAtHandAndWhatDiffers() throws {
    let before = try program("plan", "card.lua").output
    #expect(before.contains("to draw") && before.contains("2 segments of 2 to draw"), "\(before)")
    #expect(try program("render", "card.lua", "-o", "a.mp4", "--quiet").status == 0)
    #expect(try program("plan", "card.lua").output.contains("0 segments of 2 to draw"))
    let changes = try program("plan", "card.lua", "--set", "ink=navy", "--against", "card.lua").output
    #expect(changes == "0:00.000 – 0:00.500\n  solid: color \"#ff6347\" → \"#000080\"\n", "\(changes)")
    #expect(try program("plan", "card.lua", "--against", "card.lua").output == "nothing differs\n")
  }
}
