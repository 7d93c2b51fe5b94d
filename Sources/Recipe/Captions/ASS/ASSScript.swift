/// An ASS file, read into what it shows.
struct ASSScript: Sendable {
  /// Whole numbers of its head, by name: the size of its own picture, how lines break.
  var head: [String: Int] = [:]
  /// At least one.
  var styles: [ASSStyle] = []
  /// In the file's order.
  var events: [ASSEvent] = []
  /// What its author should know, with its line.
  var warnings: [(line: Int, text: String)] = []

  /// Whether a file is one, rather than SubRip or WebVTT.
  static func isOne(_ bytes: [UInt8]) -> Bool {
    bytes.prefix(1 << 16).split { $0 == 0x0A || $0 == 0x0D }.contains { line in
      let words = String(decoding: line.drop { [0xEF, 0xBB, 0xBF, 0x20].contains($0) }, as: UTF8.self)
      return ["[script info]", "[v4+ styles]"].contains { words.lowercased().hasPrefix($0) }
    }
  }

  init(_ bytes: [UInt8]) throws(CaptionFile.Mistake) {
    var reader = try ASSReader(bytes)
    self = try reader.script()
  }

  init() {}

  /// Pixels of the picture that the file's numbers are of, as players guess what is not said.
  var area: Double {
    let (x, y) = (head["PlayResX"] ?? 0, head["PlayResY"] ?? 0)
    let width = x > 0 ? x : y == 1024 ? 1280 : y > 0 ? y * 4 / 3 : 384
    let height = y > 0 ? y : x == 1280 ? 1024 : x > 0 ? x * 3 / 4 : 288
    return Double(width * height)
  }
}
