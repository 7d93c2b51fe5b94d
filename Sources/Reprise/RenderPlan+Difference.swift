import Plan

extension RenderPlan {
  /// What became of a segment.
  public struct Change: Hashable, Sendable {
    /// Where it was; nil if it is new.
    public let old: Segment?
    /// Where it is; nil if it is gone.
    public let new: Segment?
    /// Why it is another: what it shows that it did not, node by node and field by field.
    public let reasons: [String]
  }

  /// The segments of this plan that another does not have, and those that only the other has, in order.
  public func changes(from other: RenderPlan) -> [Change] {
    let have = Set(other.segments.map(\.key)), want = Set(segments.map(\.key))
    return Pairing.pairs(other.segments.map(\.key), segments.map(\.key)).compactMap { pair in
      let old = pair.old.map { other.segments[$0] }, new = pair.new.map { segments[$0] }
      guard old?.key != new?.key else { return nil }
      // What was merely moved is at hand.
      guard new.map({ !have.contains($0.key) }) ?? old.map({ !want.contains($0.key) }) ?? false else { return nil }
      return Change(old: old, new: new, reasons: reasons(from: pair.old, of: other, to: pair.new))
    }
  }

  private func reasons(from old: Int?, of other: RenderPlan, to new: Int?) -> [String] {
    guard let old, let new else { return [] }
    let (before, after) = (other.plan.picture(of: other.plan.segments[old]), plan.picture(of: plan.segments[new]))
    var reasons = Difference.between(before, after).map(\.words)
    let lengths = (other.segments[old].frameCount, segments[new].frameCount)
    if lengths.0 != lengths.1 { reasons.append("lasts \(lengths.1) frames instead of \(lengths.0)") }
    return reasons.isEmpty ? ["is drawn or encoded otherwise"] : reasons
  }
}

extension Difference {
  /// `text: text "one" → "two"`
  fileprivate var words: String {
    switch self {
    case .field(let owner, let name, let from?, let to?): "\(owner): \(name) \(from) → \(to)"
    case .field(let owner, let name, nil, let to): "\(owner): \(name) is now \(to ?? "absent")"
    case .field(let owner, let name, _, nil): "\(owner): \(name) is gone"
    case .added(let kind): "\(kind) is new"
    case .removed(let kind): "\(kind) is gone"
    case .joinedOtherwise: "the same clips are joined otherwise"
    }
  }
}
