import Reprise

/// Where the videos of rows go: `out/{name}.mp4`, with the names of columns in braces; `{row}` is the row's number.
struct OutputPattern {
  let text: String

  /// Columns that it names.
  func columns() throws(RepriseError) -> Set<String> {
    var names: Set<String> = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else {
        throw RepriseError(.usage, code: "pattern", came: "\"\(text)\": a brace is never closed")
      }
      names.insert(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return names
  }

  /// The path of a row's video.
  ///
  /// - Parameters:
  ///   - row: From 1.
  ///   - values: By column.
  /// - Throws: for a value that would lead to another folder, or to no name.
  func path(row: Int, values: [String: String]) throws(RepriseError) -> String {
    var path = text.replacing("{row}", with: "\(row)")
    for name in try columns() where name != "row" {
      let value = values[name] ?? ""
      guard !value.isEmpty, value.utf8.count <= 200, !value.hasPrefix("."),
        !value.unicodeScalars.contains(where: { $0 == "/" || $0.value < 32 })
      else {
        throw RepriseError(
          .usage, code: "pattern", came: "row \(row): \(name) is \"\(value)\", which makes no file name",
          remedy: "name the video by another column, or by {row}")
      }
      path = path.replacing("{\(name)}", with: value)
    }
    return path
  }
}
