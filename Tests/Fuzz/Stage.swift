import Confinement
import Graph
@testable import Recipe
@testable import Worker

/// The real host of recipes, with whatever is at the other end of a socket for its worker.
struct Stage {
  private let chain: Chain
  private let session: Session
  private let evaluation: Evaluation

  /// - Parameter channel: Becomes the stage's to close.
  init(channel: Int32, runner: any Runner) {
    var limits = Limits()
    (limits.fuel, limits.memory, limits.wallClock) = (2_000_000, 64 << 20, .milliseconds(500))
    let budget = Budget(limits)
    var small = GraphLimits()
    (small.samples, small.seconds) = (20_000, 600)
    chain = Chain(evaluator: Evaluator(isolation: .inProcess, limits: limits), limits: small)
    session = Session(chain, name: "a.lua", stock: Stock(Props()), link: Link(settings: []))
    evaluation = Evaluation(
      Channel(descriptor: channel, messageBytes: limits.messageBytes, patience: budget.patience), runner, name: "a.lua",
      vocabulary: .language, host: session, limits: limits, budget: budget)
  }

  /// Runs to the end, and claims that what went wrong has a text.
  func play(_ source: String) {
    defer {
      evaluation.close()
      chain.close()
    }
    do {
      try evaluation.greet(requiring: [])
      let returned = try evaluation.run(Array(source.utf8)[...])
      for value in returned { try look(at: value) }
    } catch {
      claim(!"\(error)".isEmpty, "an error says nothing")
    }
  }

  private func look(at value: Value) throws {
    if case .function(let function) = value {
      _ = try evaluation.sample(function, start: 0, step: 0.1, count: 3)
      _ = try evaluation.invoke(function, [1, "a"])
    }
    guard let root = session.clip(value), chain.drafts[root].duration != nil else { return }
    var resolver = Resolver(drafts: chain.drafts, canvas: session.fixedCanvas(), limits: chain.limits) {
      try $0.evaluation.sample($0.reference, start: 0, step: 0.04, count: $1)
    }
    let graph = try resolver.graph(of: root)
    claim(!graph.text.isEmpty, "a graph without a text")
  }
}
