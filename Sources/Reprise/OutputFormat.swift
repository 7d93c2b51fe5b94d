/// What an output file holds. The ending of its name chooses.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// Pictures and sound.
  case mp4, mov, webm
  /// Pictures, shown again and again.
  case gif, webp
  /// One picture, or, where the name has a place for numbers, a file for each.
  case png
  /// Sound.
  case wav, flac

  /// - Throws: a usage error that lists the endings there are.
  public init(path: String) throws(RepriseError) {
    let name = path.split(separator: "/").last ?? ""
    let ending = name.lastIndex(of: ".").map { name[$0...].dropFirst().lowercased() }
    guard let format = ending.flatMap(OutputFormat.init(rawValue:)) else {
      throw RepriseError(
        .usage, code: "unknownFormat", came: "the ending of \"\(path)\" says no format that can be written",
        wanted: "a name that ends in \(OutputFormat.endings)")
    }
    self = format
  }

  /// How its pictures may be coded; the first is the usual one.
  public var codecs: [VideoCodec] {
    switch self {
    case .mp4: [.h264, .hevc, .av1]
    case .mov: [.prores, .prores4444, .hevc, .h264]
    case .webm: [.vp9, .av1]
    case .gif: [.gif]
    case .webp: [.webp]
    case .png: [.png]
    case .wav, .flac: []
    }
  }

  /// Whether sound goes into it.
  public var hasSound: Bool {
    switch self {
    case .mp4, .mov, .webm, .wav, .flac: true
    case .gif, .webp, .png: false
    }
  }

  /// `.mp4, .mov or .wav`
  public static var endings: String {
    let endings = allCases.map { ".\($0.rawValue)" }
    return endings.dropLast().joined(separator: ", ") + endings.suffix(1).map { " or \($0)" }.joined()
  }

  /// How pictures are coded, if nothing else is asked for.
  ///
  /// - Parameter isTranslucent: Whether the pictures have anything transparent, which is kept where it can be.
  func codec(_ asked: VideoCodec?, isTranslucent: Bool) throws(RepriseError) -> VideoCodec? {
    guard let asked else { return isTranslucent && self == .mov ? .prores4444 : codecs.first }
    guard codecs.contains(asked) else {
      let places = OutputFormat.allCases.filter { $0.codecs.contains(asked) }.map { ".\($0.rawValue)" }
      throw RepriseError(
        .usage, code: "codec", came: "a .\(rawValue) cannot hold \(asked.title)",
        wanted: codecs.isEmpty ? "no --codec" : codecs.map(\.rawValue).joined(separator: ", "),
        remedy: places.isEmpty ? nil : "\(asked.title) goes into \(places.joined(separator: ", "))")
    }
    return asked
  }
}
