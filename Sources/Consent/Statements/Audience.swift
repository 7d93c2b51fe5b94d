internal import Graph
package import Store

/// To whom something is granted: those who may put a cameo into posts and drafts of theirs.
package enum Audience: Hashable, Sendable {
  /// The owner alone.
  case onlyMe
  case people(Set<PublicKey>)
  /// Whom the owner follows, and who follows the owner. The host says who that is.
  case mutuals
  /// Also those who are not known.
  case everyone

  static let most = 1000

  private enum Word: String {
    case me, people, mutuals, everyone
  }

  /// Two fields of a grant.
  var members: [String: CanonicalJSON] {
    switch self {
    case .onlyMe: ["to": .string(Word.me.rawValue)]
    case .mutuals: ["to": .string(Word.mutuals.rawValue)]
    case .everyone: ["to": .string(Word.everyone.rawValue)]
    case .people(let people):
      ["to": .string(Word.people.rawValue), "people": .array(people.map(\.text).sorted().map(CanonicalJSON.string))]
    }
  }

  init(_ fields: inout Fields) throws(StoreError) {
    self =
      switch try fields.word("to") as Word {
      case .me: .onlyMe
      case .people: .people(try fields.publicKeys("people", atMost: Audience.most))
      case .mutuals: .mutuals
      case .everyone: .everyone
      }
  }
}
