import Graph
import Media
import Recipe

/// A library that has every file, as its name's ending says, and one post.
struct Props: Library {
  func asset(named name: String, _ kind: ParameterType.AssetKind) throws(RecipeError) -> Asset {
    guard let dot = name.lastIndex(of: ".") else {
      throw RecipeError(.asset, "there is no file \"\(name)\"", remedy: "put it beside the recipe")
    }
    let isStill = ["png", "jpg"].contains(name[name.index(after: dot)...])
    let isSound = name.hasSuffix(".mp3")
    return Asset(
      digest: Digest(of: name.utf8), duration: isStill ? nil : Time(seconds: 10),
      size: isSound ? nil : Size(width: 1920, height: 1080), frameRate: isStill || isSound ? nil : FrameRate(29.97),
      hasSound: !isStill)
  }

  func measure(_ text: TextParameters) throws(RecipeError) -> TextMeasure {
    guard let words = text["text"].map(Props.words) else { throw RecipeError(.missing, "the text is missing") }
    let pieces = [
      "character": words.count, "word": words.split(whereSeparator: \.isWhitespace).count,
      "line": words.split(whereSeparator: \.isNewline).count,
    ]
    return TextMeasure(
      size: Size(width: 1 + words.utf8.count, height: 20), fonts: [Digest(of: [1])], pieces: pieces)
  }

  /// What a text says, all its runs together.
  private static func words(of setting: Setting) -> String {
    setting.text ?? setting.record?["text"]?.text ?? (setting.list ?? []).map(words).joined()
  }

  func bytes(of name: String, atMost limit: Int) throws(RecipeError) -> (bytes: [UInt8], digest: Digest) {
    let text = name.hasSuffix(".cube") ? "LUT_1D_SIZE 2\n0 0 0\n1 1 1\n" : "00:01,0 --> 00:02,0\na <b>b</b>\n"
    return (Array(text.utf8), Digest(of: text.utf8))
  }

  func post(named name: String) throws(RecipeError) -> ParentPost {
    let source = """
      local line = param.text { "line", default = "hello" }
      return text(line):lasting(param.number { "seconds", default = 2, min = 1, max = 9 }):part "card"
      """
    return ParentPost(
      id: Digest(of: source.utf8), name: "parent", title: "Parent", author: "Ann", licence: "CC-BY-4.0",
      isRemixable: name != "locked", source: source, library: self)
  }
}
