/// What an output file holds. The ending of its name chooses.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// Pictures in H.264 and sound in AAC.
  case mp4
  /// One picture.
  case png

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

  private static var endings: String { allCases.map { ".\($0.rawValue)" }.joined(separator: " or ") }
}
