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
      in seconds of one processor core.

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
    let plan = try recipe.evaluate().plan(options: options)
    guard let against else { return try recipe.console.show(words(plan), json(plan)) }
    let other = try recipe.evaluate(other: against).plan(options: options)
    let changes = plan.changes(from: other)
    try recipe.console.show(
      words(changes), .object([("changes", .array(changes.map(JSON.change))), ("cost", .number(plan.cost))]))
  }

  private func words(_ plan: RenderPlan) -> String {
    let lines = plan.segments.map { "\($0.place)  \($0.key.prefix(12))  \($0.isCached ? "at hand" : $0.price)" }
    let drawn = plan.drawnSegmentCount
    let count = drawn == 1 ? "1 segment" : "\(drawn) segments"
    let sum = "\(count) of \(plan.segments.count) to draw, about \(plan.cost.rounded(places: 1)) s of one core"
    return (lines + [sum]).joined(separator: "\n")
  }

  private func json(_ plan: RenderPlan) -> JSON {
    .object([
      ("segments", .array(plan.segments.map(JSON.segment))), ("toDraw", .number(plan.drawnSegmentCount)),
      ("cost", .number(plan.cost)),
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
