internal import Journal
package import Store

extension Standing {
  /// Whether a cameo may be used as is asked. What no rule allows is refused.
  ///
  /// - Parameter mutuals: Asked only if a grant is to mutuals.
  /// - Complexity: O(n log n) in the grants of this cameo, and O(n) in the texts.
  package func verdict(
    on use: Use, mutuals: (_ owner: PublicKey, _ other: PublicKey) -> Bool = { _, _ in false }
  ) -> Verdict {
    let dealings = dealings(with: use.cameo)
    let withdrawal = dealings.withdrawal(from: use)
    let answers = withdrawal == nil ? answers(to: use, dealings, mutuals) : []
    if let permission = answers.permission { return .allowed(permission) }
    if use.isOwn(isWithdrawn: withdrawal != nil) {
      return .allowed(Permission(basis: .ownership, waivesMark: false))
    }
    if let withdrawal { return .refused(Refusal(reason: withdrawal, grant: nil)) }
    return .refused(answers.refusal)
  }

  /// All grants of a cameo with what stands against each, in their order.
  private func answers(to use: Use, _ dealings: Dealings, _ mutuals: Mutuals) -> [Answer] {
    let (wording, now) = (Wording(use.texts), max(use.now, latest))
    return dealings.grants.values.sorted(by: Dealings.precedes).map { grant in
      let objection = dealings.lapse(of: grant) ?? grant.statement.objection(to: use, wording, at: now, mutuals)
      return Answer(grant: grant, objection: objection)
    }
  }
}

extension Dealings {
  /// What was taken back that nothing granted can bring back.
  fileprivate func withdrawal(from use: Use) -> Refusal.Reason? {
    if isWithdrawn { return .cameoWithdrawn }
    return use.lineage.first { withdrawn.contains(.post($0)) }.map { .withdrawnFrom(post: $0) }
  }
}

extension Use {
  /// What owners may do without a grant: see their own cameo wherever it is, and publish it. A minor sees hers until
  /// the guardian withdraws it, and publishes it under a grant.
  fileprivate func isOwn(isWithdrawn: Bool) -> Bool {
    let (isSeen, isPublished) = (executor == cameo.owner, author == cameo.owner)
    return cameo.isMinor ? isSeen && !isWithdrawn : isSeen || (isPublished && !isWithdrawn)
  }
}

/// A grant, and what stands against it.
private struct Answer {
  let grant: Signed<Grant>
  let objection: Refusal.Reason?

  var distance: Int { objection?.distance ?? 0 }
}

extension [Answer] {
  /// By the newest of the grants that allow it, and of those by one that waives the mark if there is any.
  fileprivate var permission: Permission? {
    let allowing = filter { $0.objection == nil }.map(\.grant)
    guard let grant = allowing.last(where: \.statement.waivesMark) ?? allowing.last else { return nil }
    return Permission(basis: .grant(grant.id), waivesMark: grant.statement.waivesMark)
  }

  /// By what stands against the grant that came furthest; the newest of them.
  fileprivate var refusal: Refusal {
    let furthest = reversed().max { $0.distance < $1.distance }
    return Refusal(reason: furthest?.objection ?? .nothingGranted, grant: furthest?.grant.id)
  }
}
