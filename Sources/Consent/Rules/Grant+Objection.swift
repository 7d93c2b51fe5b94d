internal import Journal
package import Store

extension Grant {
  /// What in a grant stands against a use of its cameo; nil if nothing does.
  ///
  /// - Parameters:
  ///   - wording: The use's texts.
  ///   - now: No earlier than anything that is known to have happened.
  func objection(to use: Use, _ wording: Wording, at now: Moment, _ mutuals: Mutuals) -> Refusal.Reason? {
    if !audience.includes(use, mutuals) { return .grantedToOthers }
    if !scope.includes(use) { return .grantedForOtherPosts }
    if use.origin != nil, !remixesMayKeep { return .remixesMayNotKeep }
    if let medium = Medium.allCases.first(where: { use.media.contains($0) && !media.contains($0) }) {
      return .medium(medium)
    }
    if let word = exclusions.words.sorted().first(where: wording.contains) { return .word(word) }
    if let category = exclusions.categories.intersection(use.categories).min() { return .category(category) }
    if let from, now < from { return .notYet(from: from) }
    if let until, now >= until { return .over(since: until) }
    return nil
  }
}

/// Whether two people know one another: the owner of a cameo first. Nobody does by default.
package typealias Mutuals = (_ owner: PublicKey, _ other: PublicKey) -> Bool

extension Audience {
  fileprivate func includes(_ use: Use, _ mutuals: Mutuals) -> Bool {
    switch self {
    case .onlyMe: use.beneficiaries.contains(use.cameo.owner)
    case .people(let people): !people.isDisjoint(with: use.beneficiaries)
    case .mutuals: use.beneficiaries.contains { mutuals(use.cameo.owner, $0) }
    case .everyone: true
    }
  }
}

extension Grant.Scope {
  fileprivate func includes(_ use: Use) -> Bool {
    switch self {
    case .any: true
    case .these(let posts): posts.contains(use.post)
    case .theseAndRemixes(let posts): !posts.isDisjoint(with: use.lineage)
    }
  }
}
