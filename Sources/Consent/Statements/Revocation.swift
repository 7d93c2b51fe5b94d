package import Graph
package import Journal
package import Store

/// What the owner of a cameo takes back: at once, for ever, and whatever else is granted before or after.
package struct Revocation: Statement {
  package enum Target: Hashable, Sendable {
    /// One grant, by its id.
    case grant(Digest)
    /// The cameo in one post, and in whatever remixes it.
    case post(Digest)
    /// The cameo, wherever it is.
    case cameo
  }

  package var cameo: Cameo
  package var target: Target
  /// When it was signed, as the signer's clock had it. Nothing is decided by it.
  package var issued: Moment

  package init(_ target: Target, of cameo: Cameo, issued: Moment) {
    (self.cameo, self.target, self.issued) = (cameo, target, issued)
  }

  package static let name = "revocation"
  package static let format = "reprise-revocation/1"
}

extension Revocation {
  package var json: CanonicalJSON {
    .object(["cameo": cameo.json, "issued": .string("\(issued)"), "withdraws": target.json])
  }

  package init(_ json: CanonicalJSON) throws(StoreError) {
    var fields = try Fields(json, of: "revocation")
    cameo = try Cameo(fields.json("cameo"))
    issued = try fields.moment("issued")
    target = try Target(fields.json("withdraws"))
    try fields.end()
  }
}

extension Revocation.Target {
  fileprivate var json: CanonicalJSON {
    switch self {
    case .grant(let grant): .object(["grant": .digest(grant)])
    case .post(let post): .object(["post": .digest(post)])
    case .cameo: .string("cameo")
    }
  }

  fileprivate init(_ json: CanonicalJSON) throws(StoreError) {
    guard json != .string("cameo") else {
      self = .cameo
      return
    }
    var fields = try Fields(json, of: "revocation: withdraws")
    self = try fields.has("post") ? .post(fields.digest("post")) : .grant(fields.digest("grant"))
    try fields.end()
  }
}
