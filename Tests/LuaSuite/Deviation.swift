/// Lines of a file of the suite that a recipe cannot run, and why.
struct Deviation: Hashable {
  var lines: ClosedRange<Int>
  var reason: String
  /// What stands in their place; mostly nothing.
  var instead = ""

  /// - Parameter row: Of the table.
  init?(row: Substring) {
    let cells = row.split(separator: "|").map { $0.trimmingPrefix(" ") }.map { cell in
      cell.hasSuffix(" ") ? cell.dropLast() : cell
    }
    let ends = cells.first?.split(separator: "-").compactMap { Int($0) } ?? []
    guard (2...3).contains(cells.count), let first = ends.first, let last = ends.last, first <= last else { return nil }
    lines = first...last
    reason = String(cells[1])
    if cells.count == 3 { instead = cells[2].filter { $0 != "`" } }
  }
}

extension Deviation {
  /// Whether the lines would fail; others are only shortened, since each chunk that is loaded is a process.
  var isForced: Bool { !reason.hasPrefix("slow") }
}

extension Deviation: CustomStringConvertible {
  var description: String { lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound)-\(lines.upperBound)" }
}
