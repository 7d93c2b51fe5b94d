import ArgumentParser
import Reprise

/// `reprise plan`: how a video would be made, and what that costs.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Say which segments a video has, which are at hand, and what the rest costs; draw nothing.",
    discussion: """
      A segment is a stretch of two seconds at most that is drawn, encoded and kept on \
      its own, under a key made from everything that it shows. The cost is an estimate \
      in seconds of one processor core. What voices and models have not made yet is told \
      with its price; a dark ground or another voice stands in for it.

      With --against, only what differs from another recipe is told, and why.

      Examples:

        reprise plan hello.lua
        reprise plan hello.lua --set line="Good morning" --against hello.lua
        reprise plan hello.lua --json
      """)

  @OptionGroup var recipe: RecipeArguments
  @OptionGroup var drawing: DrawingArguments

  @Option(
    help: ArgumentHelp("Compare with this recipe, which has its params' defaults.", valueName: "other"),
    completion: .file(extensions: ["lua"]))
  var against: String?

  func run() throws {
    let options = try drawing.options()
    let composition = try recipe.outline()
    let plan = try composition.plan(options: options)
    guard let against else { return try recipe.console.show(words(plan, composition), json(plan, composition)) }
    let other = try recipe.evaluate(other: against, isOutline: true).plan(options: options)
    let changes = plan.changes(from: other)
    try recipe.console.show(
      words(changes), .object([("changes", .array(changes.map(JSON.change))), ("cost", .number(plan.cost))]))
  }

  private func words(_ plan: RenderPlan, _ composition: Composition) -> String {
    let lines = plan.segments.map { "\($0.place)  \($0.key.prefix(12))  \($0.isCached ? "at hand" : $0.price)" }
    let drawn = plan.drawnSegmentCount
    let count = drawn == 1 ? "1 segment" : "\(drawn) segments"
    let sum = "\(count) of \(plan.segments.count) to draw, about \(plan.cost.rounded(places: 1)) s of one core"
    return (lines + [sum] + takes(composition)).joined(separator: "\n")
  }

  /// What voices and models would have to make, and what they take for it.
  private func takes(_ composition: Composition) -> [String] {
    let missing = composition.takes.filter { $0.number == nil }
    guard !missing.isEmpty else { return [] }
    let lines = missing.map {
      "\($0.giver)  \($0.cost ?? "not on this host")  \"\($0.words.shortened(to: 60))\"".printable
    }
    let count = missing.count == 1 ? "1 take" : "\(missing.count) takes"
    return lines + ["\(count) to be made, which costs \(composition.quote): reprise generate --in"]
  }

  private func json(_ plan: RenderPlan, _ composition: Composition) -> JSON {
    .object([
      ("segments", .array(plan.segments.map(JSON.segment))), ("toDraw", .number(plan.drawnSegmentCount)),
      ("cost", .number(plan.cost)), ("takes", .array(composition.takes.map(JSON.asked))),
      ("quote", .string(composition.quote)),
    ])
  }

  private func words(_ changes: [RenderPlan.Change]) -> String {
    guard !changes.isEmpty else { return "nothing differs" }
    return changes.map { change in
      let place: String
      switch (change.old, change.new) {
      case (let old?, nil): place = "\(old.place)  is gone"
      case (nil, let new?): place = "\(new.place)  is new"
      case (_, let new): place = new?.place ?? ""
      }
      return ([place] + change.reasons.map { "  " + $0 }).joined(separator: "\n").printable
    }.joined(separator: "\n")
  }
}

extension RenderPlan.Segment {
  /// `  4 s –   6 s`
  fileprivate var place: String { "\(range.start.clock) – \(range.end.clock)" }
  fileprivate var price: String { "to draw, about \(cost.rounded(places: 1)) s" }
}

extension JSON {
  fileprivate static func segment(_ segment: RenderPlan.Segment) -> JSON {
    .object([
      ("start", .number(segment.range.start.seconds)), ("end", .number(segment.range.end.seconds)),
      ("frames", .number(segment.frameCount)), ("key", .string(segment.key)), ("cached", .bool(segment.isCached)),
      ("cost", .number(segment.cost)),
    ])
  }

  fileprivate static func change(_ change: RenderPlan.Change) -> JSON {
    .object([
      ("old", change.old.map(JSON.segment) ?? .null), ("new", change.new.map(JSON.segment) ?? .null),
      ("reasons", .array(change.reasons.map { .string($0) })),
    ])
  }
}
