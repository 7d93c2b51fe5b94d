/// Where the files of a cut lie, and what a recipe calls them: by the way from its own folder, and never out of it.
package struct FilePlace: Sendable {
  /// Folders from the root, without links: the cut's own, and the recipe's.
  private let cut: String
  private let recipe: String

  package init(cut: String, recipe: String) {
    (self.cut, self.recipe) = (cut, recipe)
  }

  /// The name of a file in the recipe, and what has to be done before it is found; nil if nothing has.
  package func name(of url: String) -> (name: String, problem: String?) {
    let path = self.path(of: url)
    if let name = path.flatMap({ $0.wayInside(recipe) }) { return (name, nil) }
    let last = (path ?? url).steps(between: "/\\").last { $0 != ".." } ?? "media"
    return (last, "\(path ?? url) is not in the recipe's folder: put a copy beside the recipe, as \(last)")
  }

  /// The path that a URL means; nil if it is on no disk of ours.
  private func path(of url: String) -> String? {
    if url.hasPrefix("file://localhost/") { return FilePlace.straight(FilePlace.decoded(url.dropFirst(16))) }
    if url.hasPrefix("file:///") { return FilePlace.straight(FilePlace.decoded(url.dropFirst(7))) }
    guard !url.contains("://"), !url.contains("\\") else { return nil }
    let path = FilePlace.decoded(url[...])
    return FilePlace.straight(path.utf8.first == UInt8(ascii: "/") ? path : "\(cut)/\(path)")
  }

  /// With `%20` and its like as what they stand for. What is none of them, as in a bare path, stays.
  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%"), let escaped = UInt8(hexadecimal: rest.prefix(2)), escaped != 0 else {
        bytes.append(byte)
        continue
      }
      bytes.append(escaped)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self) ?? String(text)
  }

  /// Without `.` and `..`.
  private static func straight(_ path: String) -> String {
    var steps: [String] = []
    for step in path.steps(between: "/") {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return "/" + steps.joined(separator: "/")
  }

  /// The URL of a path in a cut that lies in `folder`: relative where the file lies in it too.
  package static func url(of path: String, in folder: String) -> String {
    let path = straight(path)
    return path.wayInside(folder).map(encoded) ?? "file://" + encoded(path)
  }

  /// With all but letters, digits and a few marks escaped (RFC 3986, section 2.3).
  private static func encoded(_ path: String) -> String {
    path.utf8.reduce(into: "") { text, byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789-._~/".unicodeScalars.contains(scalar))
      text +=
        isPlain ? String(Character(scalar)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
  }
}

// An accent after a slash makes another character of both to Swift, and to the system it is still a slash. So this goes by
// scalars.
extension String {
  /// The folders and the file that a path names, but for those that say "here".
  fileprivate func steps(between marks: String) -> [String] {
    unicodeScalars.split { marks.unicodeScalars.contains($0) }.map { String($0) }.filter { $0 != "." }
  }

  /// How to come here from a folder; nil if this is not in it.
  fileprivate func wayInside(_ folder: String) -> String? {
    let start = (folder.hasSuffix("/") ? folder : folder + "/").unicodeScalars
    guard unicodeScalars.starts(with: start), unicodeScalars.count > start.count else { return nil }
    return String(unicodeScalars.dropFirst(start.count))
  }
}

extension UInt8 {
  fileprivate init?(hexadecimal digits: ArraySlice<UInt8>) {
    let values = digits.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard values.count == 2 else { return nil }
    self = UInt8(values[0] * 16 + values[1])
  }
}
