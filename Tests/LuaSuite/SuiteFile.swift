import Foundation
import Worker

/// One file of the suite, run as a recipe.
struct SuiteFile {
  let name: String
  private let lines: [[UInt8]]
  var lineCount: Int { lines.count }

  init(at path: String) throws {
    name = URL(filePath: path).lastPathComponent
    let bytes = try [UInt8](Data(contentsOf: URL(filePath: path)))
    let text = String(validating: bytes, as: UTF8.self) == nil ? Self.escaped(bytes) : bytes
    lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
  }

  /// Bytes of Latin-1 in the way that a recipe, which is UTF-8, can write them in a string.
  private static func escaped(_ bytes: [UInt8]) -> [UInt8] { bytes.flatMap { $0 < 128 ? [$0] : Array("\\\($0)".utf8) } }

  /// The file's text without the lines that deviate.
  private func source(without deviations: [Deviation]) -> [UInt8] {
    var lines = lines
    if lines[0].first == UInt8(ascii: "#") { lines[0] = [] }
    for deviation in deviations {
      for number in deviation.lines where number <= lines.count { lines[number - 1] = [] }
      lines[deviation.lines.lowerBound - 1] = Array(deviation.instead.utf8)
    }
    return Array(Preface.text.utf8) + lines.joined(separator: [UInt8(ascii: "\n")])
  }

  /// Runs the file as a stranger's recipe is run: in a worker, within the limits that hold by default, but for the time,
  /// which a busy machine may take.
  ///
  /// - Returns: Why it failed; nil if it passed.
  func run(without deviations: [Deviation]) -> EvaluationError? {
    do {
      try SuiteHost.evaluator.evaluate(
        source: source(without: deviations), name: name, vocabulary: SuiteHost.vocabulary, host: SuiteHost()
      ) { _, _ in }
      return nil
    } catch {
      return error
    }
  }
}
