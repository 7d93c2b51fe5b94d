import Foundation
import Testing

/// `reprise sheet` and `reprise diff`.
struct LookingTests {
  private let folder: Folder
  private let program: Program

  init() throws {
    folder = try Folder([
      "a.lua": Self.recipe("gold", 1), "b.lua": Self.recipe("tomato", 1), "c.lua": Self.recipe("gold", 2),
    ])
    program = Program(folder: folder)
  }

  /// A second of grey, one with a box, and as many of grey again as are asked for.
  private static func recipe(_ color: String, _ rest: Int) -> String {
    """
    canvas { width = 128, height = 72, fps = 10 }
    local ground = solid("#404040"):lasting(1)
    return ground .. solid("\(color)"):lasting(1):scale(0.5):over(ground) .. solid("#404040"):lasting(\(rest))
    """
  }

  @Test func aSheetHasAsManyPicturesAsAreAskedFor() throws {
    for (options, size) in [
      ("", "1376x944"), ("--pictures 6 --columns 3 --width 64", "272x200"), ("--from 1 --to 1.2", "704x260"),
    ] {
      let outcome = try program.shell("$reprise sheet a.lua -o sheet.png \(options)")
      #expect(outcome.status == 0 && outcome.output.contains(size), "\(outcome.output)\(outcome.errors)")
    }
    let probe = try program.shell("ffprobe -v error -show_entries stream=codec_name,width,height -of csv=p=0 sheet.png")
    #expect(probe.output == "png,704,260\n")
  }

  @Test(arguments: [
    ("-o a.mp4", ".png"), ("-o a.png --pictures 0", "1 to 400"), ("-o a.png --width 9", "64 to 4096"),
    ("-o a.png --columns 99", "1 to 40"), ("-o a.png --pictures 400 --width 4096", "fewer or narrower"),
    ("-o a.png --from 9", "is not in the video"),
  ])
  func aSheetThatCannotBeIsRefused(options: String, words: String) throws {
    let outcome = try program.shell("$reprise sheet a.lua \(options)")
    let isLarge = options.contains("400")
    #expect(isLarge || outcome.status == 2, "\(outcome.errors)")
    #expect(isLarge || outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test func whatDiffersIsFoundToThePicture() throws {
    let outcome = try program("diff", "a.lua", "b.lua", "--json", "-o", "diff.png")
    #expect(outcome.status == 5)
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(answer["same"] as? Bool == false && answer["differing"] as? Int == 10 && answer["frames"] as? Int == 30)
    let stretch = try #require((answer["stretches"] as? [[String: Any]])?.first)
    #expect(stretch["start"] as? Double == 1 && stretch["end"] as? Double == 2)
    #expect(abs((stretch["share"] as? Double ?? 0) - 0.25) < 0.01)
    // Gold is ffd700, tomato ff6347.
    #expect(stretch["greatest"] as? Int == 0xd7 - 0x63)
    #expect(try #require(folder.read("diff.png")).prefix(4) == Data([0x89, 0x50, 0x4E, 0x47]))
  }

  @Test func theNumberIsThatOfFFmpeg() throws {
    for name in ["a", "b"] {
      #expect(try program("frame", "\(name).lua", "--at", "1.5", "-o", "\(name).png").status == 0)
    }
    let luma =
      "format=rgb24,colorchannelmixer=.2126:.7152:.0722:0:.2126:.7152:.0722:0:.2126:.7152:.0722:0,extractplanes=g"
    let answer = try program.shell(
      "ffmpeg -i a.png -i b.png -lavfi '[0]\(luma)[x];[1]\(luma)[y];[x][y]ssim' -f null - 2>&1 | grep -o 'All:[0-9.]*' | cut -c5-"
    )
    let wanted = try #require(Double(answer.output.trimmingCharacters(in: .newlines)))
    let outcome = try program("diff", "a.lua", "b.lua", "--json")
    let found = try #require(outcome.output.firstMatch(of: /"leastSsim":([0-9.]+)/))
    #expect(abs((Double(found.1) ?? 0) - wanted) < 0.002, "\(found.1) and \(wanted)")
  }

  @Test func whatIsTheSameIsNotDrawn() throws {
    let same = try program("diff", "a.lua", "a.lua", "--json", "-o", "diff.png")
    #expect(same.status == 0 && same.output.contains("\"same\":true") && same.output.contains("\"drawn\":0"))
    #expect(folder.read("diff.png") == nil)
  }

  @Test func aLongerVideoDiffersToo() throws {
    let outcome = try program("diff", "a.lua", "c.lua")
    #expect(outcome.status == 5 && outcome.output.contains("A lasts 3 s, B 4 s"))
    try folder.write("canvas { width = 64, height = 64 } return solid(\"red\"):lasting(1)", to: "square.lua")
    #expect(try program("diff", "a.lua", "square.lua").errors.contains("two of one shape"))
  }
}
