import Foundation
import Testing

/// A row of the table "Who may import whom" of docs/ARCHITECTURE.md.
private struct Row {
  let targets: [String]
  let imports: Imports

  enum Imports: Equatable {
    case some(Set<String>)
    case allAbove
  }

  static func all() throws -> [Row] {
    let page = try Sources.text(of: "docs/ARCHITECTURE.md")
    let section = try #require(page.components(separatedBy: "## Who may import whom").last)
    return section.split(separator: "\n").filter { $0.hasPrefix("| `") }.compactMap(Row.init)
  }

  private init?(_ line: Substring) {
    let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    guard cells.count == 3, let names = cells[0].components(separatedBy: " (").first else { return nil }
    targets = names.components(separatedBy: ", ").map { $0.trimmingCharacters(in: ["`"]) }
    switch cells[2] {
    case "nothing": imports = .some([])
    case "all above": imports = .allAbove
    default: imports = .some(Set(cells[2].components(separatedBy: ", ")))
    }
  }
}

/// Our own modules that a file imports, with the line of each.
private func imports(of path: String, among own: Set<String>) throws -> [(module: String, line: Int)] {
  let lines = try Sources.text(of: path).split(separator: "\n", omittingEmptySubsequences: false)
  return lines.enumerated().compactMap { index, line in
    var words = Sources.code(line).split(separator: " ").map(String.init)
    while let first = words.first, first.hasPrefix("@") || accesses.contains(first) { words.removeFirst() }
    guard words.first == "import", words.count > 1 else { return nil }
    // `import struct Media.Time` names the module after the kind.
    let name = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
    let module = String(name.prefix { $0 != "." })
    return own.contains(module) ? (module, index + 1) : nil
  }
}

private let accesses: Set = ["public", "package", "internal", "fileprivate", "private"]
private let kinds: Set = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]

@Test func noModuleImportsWhatTheTableDoesNotAllow() throws {
  let rows = try Row.all()
  let own = Set(rows.flatMap(\.targets))
  var above: Set<String> = []
  for row in rows {
    let allowed = if case .some(let names) = row.imports { names } else { above }
    for target in row.targets {
      for path in Sources.files(in: "Sources/\(target)", ending: ".swift") {
        for (module, line) in try imports(of: path, among: own) where module != target {
          #expect(allowed.contains(module), "\(path):\(line) imports \(module)")
        }
      }
    }
    above.formUnion(row.targets)
  }
}

@Test func theTableAllowsNothingFurtherAlong() throws {
  var above: Set<String> = []
  for row in try Row.all() {
    if case .some(let names) = row.imports { #expect(names.isSubset(of: above), "\(row.targets)") }
    above.formUnion(row.targets)
  }
}

@Test func theTableAndTheFoldersNameTheSameTargets() throws {
  // The programs around CRecipeWorker and MediaWorker stand in those rows' words.
  let programs: Set = ["recipe-worker", "media-worker"]
  #expect(Set(try Row.all().flatMap(\.targets)) == Set(try Sources.targets()).subtracting(programs))
}

@Test func thePackageListsItsTargetsInTheOrderOfTheTable() throws {
  let manifest = try Sources.text(of: "Package.swift")
  let order = try Row.all().flatMap(\.targets).map { target in
    try #require(manifest.range(of: "name: \"\(target)\"", options: .caseInsensitive, range: targets(of: manifest)))
      .lowerBound
  }
  #expect(order == order.sorted())
}

/// The part of the manifest that lists targets.
private func targets(of manifest: String) -> Range<String.Index> {
  (manifest.range(of: "targets: [\n    //")?.lowerBound ?? manifest.startIndex)..<manifest.endIndex
}

@Test func onlyCodecTouchesFFmpegAndOnlyDrawTouchesPango() throws {
  for (module, owner) in [("CFFmpeg", "Codec"), ("CPango", "Draw"), ("CRecipeWorker", "Worker"), ("CPixels", "Pixels")]
  {
    for path in Sources.files(in: "Sources", ending: ".swift") where !path.hasPrefix("Sources/\(owner)/") {
      #expect(try imports(of: path, among: [module]).isEmpty, "\(path)")
    }
  }
}
