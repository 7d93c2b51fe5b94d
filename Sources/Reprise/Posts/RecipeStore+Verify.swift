import Graph
import Store

/// What was found when a post was verified with everything that it remixes.
public struct PostVerification: Hashable, Sendable {
  /// One check, over the whole chain.
  public struct Check: Hashable, Sendable {
    /// `digest`, `manifest`, `seal`, `pins` or `lineage`.
    public let name: String
    /// What it asks.
    public let claim: String
    /// Why it failed, a sentence each; empty if it holds.
    public let failures: [String]
  }

  /// How many posts were looked at.
  public let postCount: Int
  public let checks: [Check]
  public var isValid: Bool { checks.allSatisfy(\.failures.isEmpty) }

  init(_ found: Verification) {
    postCount = found.count
    checks = Verification.Check.allCases.map { check in
      Check(
        name: check.rawValue, claim: check.claim,
        failures: found.failures(of: check).map { "post \("\($0.post)".prefix(8)): \($0.error)" })
    }
  }
}

extension Verification.Check {
  fileprivate var claim: String {
    switch self {
    case .digest: "the bytes match the id"
    case .manifest: "the manifest is well formed and canonical"
    case .seal: "the signature is the author's"
    case .pins: "files and fonts are there and whole"
    case .lineage: "the posts that it remixes are there"
    }
  }
}

extension RecipeStore {
  /// Looks at a post and everything that it remixes, to the last byte.
  ///
  /// - Throws: if the post itself is not there.
  public func verify(_ id: String) throws(RepriseError) -> PostVerification {
    guard let digest = Digest(hexadecimal: id) else {
      throw RepriseError(.usage, code: "malformed", came: "\"\(id)\" is no id", wanted: "64 hexadecimal digits")
    }
    do { return PostVerification(try store.verify(digest)) } catch { throw RepriseError(error) }
  }
}
