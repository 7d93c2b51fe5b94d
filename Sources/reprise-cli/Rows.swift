import Reprise

/// A table of values, one row for each video: CSV (RFC 4180) with names in the first row.
struct Rows {
  let names: [String]
  /// As many values in each as there are names.
  let rows: [[String]]

  init(path: String) throws(RepriseError) {
    var reader = CSVReader(try TextFile.text(of: path))
    guard let names = try reader.row(path), !names.isEmpty else {
      throw Rows.mistake(path, 1, "there is no row of names")
    }
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw Rows.mistake(path, 1, "two columns are called \"\(twice)\"")
    }
    var rows: [[String]] = []
    while true {
      let line = reader.line
      guard let row = try reader.row(path) else { break }
      guard row.count == names.count else {
        throw Rows.mistake(path, line, "the row has \(row.count) values", wanted: "\(names.count), one for each name")
      }
      rows.append(row)
    }
    guard !rows.isEmpty else { throw Rows.mistake(path, 1, "there are no rows below the names") }
    (self.names, self.rows) = (names, rows)
  }

  static func mistake(_ path: String, _ line: Int, _ came: String, wanted: String? = nil) -> RepriseError {
    RepriseError(.usage, code: "rows", came: came, wanted: wanted, file: path, line: line)
  }
}

/// Takes CSV apart.
private struct CSVReader {
  private var rest: Substring
  private(set) var line = 1

  init(_ text: String) {
    rest = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
  }

  /// The next row; nil at the end. Empty lines are passed over.
  mutating func row(_ path: String) throws(RepriseError) -> [String]? {
    while let first = rest.first, first.isNewline { take() }
    guard !rest.isEmpty else { return nil }
    var row = [try value(path)]
    while rest.first == "," {
      take()
      row.append(try value(path))
    }
    guard rest.first?.isNewline ?? true else {
      throw Rows.mistake(
        path, line, "a value goes on after its closing quote", wanted: "a comma, or the end of the line")
    }
    if !rest.isEmpty { take() }
    return row
  }

  private mutating func value(_ path: String) throws(RepriseError) -> String {
    guard rest.first == "\"" else {
      let value = rest.prefix { $0 != "," && !$0.isNewline }
      rest = rest[value.endIndex...]
      return String(value)
    }
    let start = line
    var value = ""
    take()
    while let next = rest.first {
      take()
      guard next == "\"" else {
        value.append(next)
        continue
      }
      guard rest.first == "\"" else { return value }
      take()
      value.append("\"")
    }
    throw Rows.mistake(path, start, "a quote is never closed")
  }

  private mutating func take() {
    if rest.removeFirst().isNewline { line += 1 }
  }
}
