package import Graph
package import Store

/// Somebody or something that can be put into a video: known by what was enrolled, and by whose it is.
///
/// Two cameos are the same only if all of this is the same. It stands in the package as well, whose digest is over it:
/// whoever makes a value takes every field from a package that it has opened, and never from a grant.
package struct Cameo: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case person
    /// A person for whom a guardian signs.
    case minor(guardian: PublicKey)
    case animal
    case object
  }

  /// The SHA-256 of the package: pictures, mattes, voice.
  package let enrolment: Digest
  package let owner: PublicKey
  package let kind: Kind

  /// - Throws: `.malformed` if a minor is to be her own guardian.
  package init(enrolment: Digest, owner: PublicKey, kind: Kind) throws(StoreError) {
    guard kind != .minor(guardian: owner) else {
      throw StoreError(.malformed, "cameo: guardian", "is the owner", wanted: "another person's key")
    }
    (self.enrolment, self.owner, self.kind) = (enrolment, owner, kind)
  }

  /// Nil for all but minors.
  package var guardian: PublicKey? {
    if case .minor(let guardian) = kind { guardian } else { nil }
  }

  package var isMinor: Bool { guardian != nil }

  /// Whose signature counts: the guardian's of a minor, else the owner's.
  package var signer: PublicKey { guardian ?? owner }
}

extension Cameo {
  private enum Word: String {
    case person, minor, animal, object
  }

  var json: CanonicalJSON {
    var members: [String: CanonicalJSON] = [
      "package": .digest(enrolment), "owner": .string(owner.text), "kind": .string(word.rawValue),
    ]
    members["guardian"] = guardian.map { .string($0.text) }
    return .object(members)
  }

  init(_ json: CanonicalJSON) throws(StoreError) {
    var fields = try Fields(json, of: "cameo")
    let enrolment = try fields.digest("package")
    let owner = try fields.publicKey("owner")
    let kind =
      switch try fields.word("kind") as Word {
      case .person: Kind.person
      case .minor: Kind.minor(guardian: try fields.publicKey("guardian"))
      case .animal: Kind.animal
      case .object: Kind.object
      }
    try fields.end()
    try self.init(enrolment: enrolment, owner: owner, kind: kind)
  }

  private var word: Word {
    switch kind {
    case .person: .person
    case .minor: .minor
    case .animal: .animal
    case .object: .object
    }
  }
}
