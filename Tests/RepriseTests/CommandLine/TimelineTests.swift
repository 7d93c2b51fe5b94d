import Draw
import Foundation
import Testing

/// `reprise export` and `reprise import`.
struct TimelineTests {
  private let folder: Folder
  private let program: Program

  init() throws {
    folder = try Folder(["film.lua": Self.film, "bad.otio": "{ \"OTIO_SCHEMA\": \"Timeline.1\" }"])
    program = Program(folder: folder)
  }

  private static let film = """
    canvas { width = 64, height = 64, fps = 29.97 }
    local ground = solid("tomato"):lasting(0.5):crossfade(gradient("gold", "teal"):lasting(1), 0.2)
    return ground:layer(text("Hi", { size = 20 }):rotate { [0] = 0, [1] = 90 }, { from = 0.1, to = 0.9 })
    """

  @Test func aRecipeComesBackFromItsTimeline() throws {
    let out = try program("export", "film.lua", "-o", "film.otio")
    #expect(out.status == 0 && out.errors.contains("tracks.children[1].children[1]: \"rotate\""), "\(out.errors)")
    let back = try program("import", "film.otio", "-o", "back.lua")
    #expect(back.status == 0 && back.errors.isEmpty, "\(back.errors)")
    let same = try program("diff", "film.lua", "back.lua")
    #expect(same.status == 0, "\(same.output)\(String(decoding: folder.read("back.lua") ?? Data(), as: UTF8.self))")
  }

  @Test func aFontThatLiesBesideTheRecipeKeepsItsName() throws {
    let font = try #require(try FontLibrary().files.first { $0.hasSuffix("/DejaVuSerif.ttf") })
    try FileManager.default.copyItem(atPath: font, toPath: folder.path + "/Brand.ttf")
    try folder.write(
      """
      canvas { width = 320, height = 64 }
      return text({ "a ", { "title", font = "Brand.ttf" } }, { font = "Brand.ttf", size = 40 }):lasting(1)
      """, to: "film.lua")
    #expect(try program("export", "film.lua", "-o", "film.otio").status == 0)
    #expect(try program("import", "film.otio", "-o", "back.lua").status == 0)
    let same = try program("diff", "film.lua", "back.lua")
    #expect(same.status == 0, "\(same.output)\(String(decoding: folder.read("back.lua") ?? Data(), as: UTF8.self))")
  }

  @Test func aTimelineHasTheSameBytesEachTime() throws {
    _ = try program("export", "film.lua", "-o", "a.otio")
    _ = try program("export", "film.lua", "-o", "b.otio")
    #expect(folder.read("a.otio") != nil && folder.read("a.otio") == folder.read("b.otio"))
  }

  @Test func anImportedRecipeIsPrintedOrPutWhereNothingIs() throws {
    _ = try program("export", "film.lua", "-o", "film.otio")
    let printed = try program("import", "film.otio")
    #expect(printed.output.hasPrefix("-- From film.otio\ncanvas { width = 64, height = 64, fps = 29.97 }\n"))
    let kept = try program("import", "film.otio", "-o", "film.lua")
    #expect(kept.status == 2 && kept.errors.contains("is there already"))
    #expect(folder.read("film.lua") == Data(Self.film.utf8))
  }

  @Test(arguments: [
    ("export film.lua -o film.mp4", 2, "ends in .otio"), ("export none.lua -o film.otio", 2, "none.lua"),
    ("export film.lua -o no/film.otio", 3, "no/film.otio"), ("import none.otio", 2, "none.otio"),
    ("import film.lua", 1, "wanted OpenTimelineIO"), ("import bad.otio", 1, "bad.otio: there is no \"tracks\""),
  ])
  func aMistakeSaysWhatIsWrong(arguments: String, status: Int32, words: String) throws {
    let outcome = try program.run(arguments.split(separator: " ").map(String.init))
    #expect(outcome.status == status && outcome.errors.contains(words), "\(outcome.status): \(outcome.errors)")
    #expect(try folder.names == ["bad.otio", "film.lua"])
  }

  @Test func programsAreToldWhatIsLost() throws {
    let out = try JSONObject(program("export", "film.lua", "-o", "film.otio", "--json").output)
    let warnings = try #require(out["warnings"] as? [[String: Any]])
    #expect(out["frameRate"] as? String == "30000/1001" && warnings.count == 4, "\(warnings)")
    let back = try JSONObject(program("import", "film.otio", "--json").output)
    #expect((back["recipe"] as? String)?.contains(":rotate(") == true && (back["warnings"] as? [Any])?.isEmpty == true)
  }
}
