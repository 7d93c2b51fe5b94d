import Graph
import Media
import Recipe
import Worker

/// A library whose files are what their names say: any `.mp4` is 10 s of 1920x1080 at 30 with sound, and so on.
struct Shelf: Library {
  func asset(named name: String, _ kind: ParameterType.AssetKind) throws(RecipeError) -> Asset {
    guard var asset = Shelf.asset(named: name) else {
      throw RecipeError(.asset, "there is no file \"\(name)\"", remedy: "put it beside the recipe")
    }
    if name.hasPrefix("broken") { asset.warnings = ["the last 2 s cannot be read"] }
    return asset
  }

  func bytes(of name: String, atMost limit: Int) throws(RecipeError) -> (bytes: [UInt8], digest: Digest) {
    if name.hasSuffix(".cube") {
      let corners = (0..<8).map { "\($0 & 1) \($0 >> 1 & 1) \($0 >> 2)" }
      let text = "LUT_3D_SIZE 2\n" + (name == "broken.cube" ? "0 0 nan" : corners.joined(separator: "\n"))
      return (Array(text.utf8), Digest(of: text.utf8))
    }
    if name == "song.mid" { return (Array("MThd".utf8), Digest(of: name.utf8)) }
    guard name == "talk.srt" else {
      throw RecipeError(.asset, "there is no file \"\(name)\"", remedy: "put it beside the recipe")
    }
    return (Array("00:01,0 --> 00:02,0\nHello".utf8), Digest(of: name.utf8))
  }

  private static func asset(named name: String) -> Asset? {
    let digest = Digest(of: name.utf8)
    func video(_ seconds: Double, _ width: Int, _ height: Int, _ fps: Double, sound: Bool = true) -> Asset {
      Asset(
        digest: digest, duration: Time(seconds: seconds), size: Size(width: width, height: height),
        frameRate: FrameRate(fps), hasSound: sound)
    }
    switch name {
    case "phone.mp4": return video(10, 1080, 1920, 29.97)
    case "odd.mp4": return video(10, 641, 361, 25)
    case "tiny.mp4": return video(10, 4, 4, 25)
    case "silent.mp4": return video(10, 1280, 720, 24, sound: false)
    case "short.mp4": return video(2, 1920, 1080, 30)
    case "day.mp4": return video(86_400, 1920, 1080, 30)
    case "years.mp4": return video(1e9, 1920, 1080, 30)
    case "empty.mp4": return video(0, 1920, 1080, 30)
    case "song.mp3", "clap.wav", "voice.wav":
      return Asset(digest: digest, duration: Time(seconds: 30), size: nil, frameRate: nil, hasSound: true)
    case "photo.jpg": return still(digest, 4000, 3000)
    case "logo.png": return still(digest, 200, 100)
    default: return name.hasSuffix(".mp4") && name != "missing.mp4" ? video(10, 1920, 1080, 30) : nil
    }
  }

  private static func still(_ digest: Digest, _ width: Int, _ height: Int) -> Asset {
    Asset(digest: digest, duration: nil, size: Size(width: width, height: height), frameRate: nil, hasSound: false)
  }

  /// All runs of a text together.
  private static func words(_ setting: Setting) -> String {
    switch setting {
    case .text(let text): text
    case .list(let runs): runs.map(words).joined()
    case .record(let run): run["text"].map(words) ?? ""
    default: ""
    }
  }

  /// Each letter is ten pixels wide, each text twenty high.
  func measure(_ text: TextParameters) throws(RecipeError) -> TextMeasure {
    guard let words = text["text"].map(Shelf.words), case .text(let font)? = text["font"] else {
      throw RecipeError(.missing, "the text is missing")
    }
    return TextMeasure(
      size: Size(width: 10 * words.count, height: 20), fonts: [Digest(of: font.utf8)],
      warnings: font == "Inter" ? [] : ["the font \"\(font)\" is not installed"],
      pieces: [
        "character": words.filter { !$0.isWhitespace }.count, "word": words.split(whereSeparator: \.isWhitespace).count,
        "line": 1,
      ])
  }
}
