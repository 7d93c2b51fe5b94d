/// The page of deviations, `docs/lua-deviations.md`: a heading that is a file's name begins the table of that file.
///
/// A row is `| 3 | why |`, `| 3-5 | why |` or `| 3-5 | why | what stands there instead |`.
struct DeviationTable {
  struct Mistake: Error, CustomStringConvertible {
    var line: Int
    var text: String
    var description: String { "line \(line) of the table, '\(text)', is no row; write | 3-5 | why |" }
  }

  private(set) var files: [(name: String, deviations: [Deviation])] = []

  init(_ page: String) throws(Mistake) {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("## "), line.hasSuffix(".lua") { files.append((String(line.dropFirst(3)), [])) }
      guard line.hasPrefix("| "), line.dropFirst(2).first?.isNumber == true else { continue }
      guard !files.isEmpty, let deviation = Deviation(row: line) else {
        throw Mistake(line: index + 1, text: String(line))
      }
      files[files.count - 1].deviations.append(deviation)
    }
  }
}
