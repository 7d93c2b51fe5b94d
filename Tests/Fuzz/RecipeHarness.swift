import Foundation
import Graph
import Media
import Recipe
@testable import Worker

/// The text of a recipe, checked, run in process, and run again in a process of its own.
struct RecipeHarness: Harness {
  static let name = "recipe"

  private let inside: RecipeEvaluator
  private let outside: RecipeEvaluator

  init() throws {
    var limits = Limits()
    (limits.fuel, limits.memory, limits.wallClock) = (2_000_000, 64 << 20, .seconds(20))
    var small = GraphLimits()
    (small.samples, small.seconds) = (100_000, 600)
    inside = RecipeEvaluator(evaluator: Evaluator(isolation: .inProcess, limits: limits), limits: small)
    outside = RecipeEvaluator(evaluator: Evaluator(isolation: .standard, limits: limits), limits: small)
  }

  /// The recipes of the gallery, without their comments.
  static func gallery() throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: "recipes").filter { $0.hasSuffix(".lua") }
    return try names.sorted().map { try String(contentsOfFile: "recipes/\($0)", encoding: .utf8) }
  }

  static func seeds() throws -> [[UInt8]] { try gallery().map { Array($0.utf8) } }

  static let words =
    Language.words.map { $0.form == .method ? ":\($0.name)" : $0.name }
    + Language.words.flatMap { $0.parameters.map { "\($0.name) = " } }
    + [
      "local ", "function(t) return ", " end ", "return ", "for i = 1, 9 do ", "pcall(", "string.rep(", "table.",
      "math.",
    ]

  func graph(of source: String) throws -> Graph { try run(source, inside).graph }

  func take(_ input: [UInt8]) {
    checkSource(input)
    guard let source = String(validating: input, as: UTF8.self) else { return }
    let first = outcome(source, inside)
    // The operator is libm's inside, and our own outside.
    guard !source.contains("^") else { return }
    let second = outcome(source, outside)
    claim(first == second, "inside:\n\(first)\noutside:\n\(second)")
  }

  private func checkSource(_ input: [UInt8]) {
    let lines = 1 + input.count { $0 == UInt8(ascii: "\n") }
    do throws(EvaluationError) {
      let text = try SourceCheck.checked(input, name: "a.lua", limits: Limits())
      claim(input.count - text.count <= 3, "more than a byte-order mark was taken off")
    } catch {
      guard case .syntax(let error) = error else { return claim(false, "not a syntax error: \(error)") }
      claim((0...lines).contains(error.place.line), "a mistake outside of the text: \(error)")
    }
  }

  private func run(_ source: String, _ evaluator: RecipeEvaluator) throws -> RecipeResult {
    try evaluator.evaluate(source, name: "a.lua", library: Props())
  }

  /// The graph's text, or the mistake's.
  private func outcome(_ source: String, _ evaluator: RecipeEvaluator) -> String {
    do {
      let graph = try run(source, evaluator).graph
      check(graph)
      return graph.text
    } catch let error as RecipeError {
      claim(!error.came.isEmpty, "a mistake says nothing")
      claim(error.place.map { $0.line >= 0 } ?? false, "a mistake has no place: \(error)")
      return "\(error)"
    } catch {
      claim(false, "the worker failed: \(error)")
      return ""
    }
  }

  private func check(_ graph: Graph) {
    let text = Array(graph.text.utf8)
    let flat = text.filter { $0 != UInt8(ascii: "\n") }
    let read = try? CanonicalJSON(parsing: text)
    claim(read.map { Array($0.text.utf8) } == flat, "a graph's text is not canonical")
    claim(graph.duration > .zero, "a graph without a duration")
    for (place, node) in graph.nodes.enumerated() {
      claim(node.inputs.allSatisfy { (0..<place).contains($0) }, "node \(place) reads what comes later")
    }
  }
}
