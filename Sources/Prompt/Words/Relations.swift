package import World

/// Where something is, or goes, with respect to another.
package enum Relation: String, CaseIterable, Sendable {
  case on, under, inside, behind, before, beside, leftOf, rightOf, above, between, against
  case to, into, over, across, through, off, from, along, down, up, away, around, at, with, by
}

package struct RelationWord: Hashable, Sendable {
  package var names: [String]
  package var relation: Relation

  package init(_ names: String, _ relation: Relation) {
    self.names = names.split(separator: "|").map(String.init)
    self.relation = relation
  }

  static let builtin = [
    RelationWord("on|on top of|onto|upon|atop", .on), RelationWord("under|below|beneath|underneath", .under),
    RelationWord("in|inside|within", .inside), RelationWord("behind|in back of", .behind),
    RelationWord("in front of|before", .before),
    RelationWord("beside|next to|near|by|close to|alongside|nearby", .beside),
    RelationWord("to the left of|left of|on the left of|on the left", .leftOf),
    RelationWord("to the right of|right of|on the right of|on the right", .rightOf),
    RelationWord("above|high above", .above),
    RelationWord("between|among", .between), RelationWord("against", .against), RelationWord("to|toward|towards", .to),
    RelationWord("into", .into), RelationWord("over", .over), RelationWord("across", .across),
    RelationWord("through", .through),
    RelationWord("off|off of", .off), RelationWord("from|out of", .from), RelationWord("along", .along),
    RelationWord("down|downhill", .down),
    RelationWord("up|upwards|upward|into the air|in the air|into the sky|in the sky", .up),
    RelationWord("away|out", .away), RelationWord("around", .around), RelationWord("at", .at),
    RelationWord("with", .with),
  ]
}

/// What becomes of a throw or a kick.
package struct OutcomeWord: Hashable, Sendable {
  package var names: [String]
  package var outcome: Aim.Outcome
  /// What it says where nothing is thrown.
  var verb: Doing?

  package init(_ names: String, _ outcome: Aim.Outcome) {
    self.names = names.split(separator: "|").map(String.init)
    self.outcome = outcome
  }

  init(_ names: String, _ outcome: Aim.Outcome, or verb: Doing) {
    self.init(names, outcome)
    self.verb = verb
  }

  static let builtin = [
    OutcomeWord("miss|misses|missed|missing|fails|wide of the mark|just misses|off target|in vain", .misses),
    OutcomeWord("scores|score|goes in|swishes|makes it|makes the shot|succeeds|on target|hits the target", .hits),
    OutcomeWord("falls short|too short|comes up short|short of", .short),
    OutcomeWord("overshoots|too far|passes over", .over), OutcomeWord("goes over", .over, or: .walk),
    OutcomeWord("flies over|fly over", .over, or: .fly), OutcomeWord("sails over", .over, or: .sail),
  ]
}
