internal import Graph
internal import Journal
internal import Store

/// What the log keeps of a use: not the words, which are nobody's business.
struct Sighting: Hashable {
  let cameo: Cameo
  let post: Digest
  let author: PublicKey?
  let executor: PublicKey?
  let ancestors: [Digest]
  let origin: Use.Origin?
  let media: Set<Medium>
  let outcome: Outcome

  enum Outcome: Hashable {
    case allowed(Permission.Basis)
    /// With the reason, as a clause.
    case refused(String)
  }

  init(_ use: Use, _ verdict: Verdict) {
    (cameo, post, author, executor) = (use.cameo, use.post, use.author, use.executor)
    (origin, media) = (use.origin, use.media)
    // A post that is remixed in two ways is one ancestor.
    var seen: Set<Digest> = []
    ancestors = use.ancestors.filter { seen.insert($0).inserted }
    outcome =
      switch verdict {
      case .allowed(let permission): .allowed(permission.basis)
      case .refused(let refusal): .refused("\(refusal)")
      }
  }

  /// As many as a post may have before it, all told.
  private static let mostAncestors = 10_000
}

extension Sighting {
  var bytes: [UInt8] { Array(json.text.utf8) }

  private var json: CanonicalJSON {
    var members: [String: CanonicalJSON] = [
      "cameo": cameo.json, "post": .digest(post), "ancestors": .array(ancestors.map(CanonicalJSON.digest)),
      "media": .array(media.map(\.rawValue).sorted().map(CanonicalJSON.string)),
    ]
    members["author"] = author.map { .string($0.text) }
    members["executor"] = executor.map { .string($0.text) }
    members["origin"] = origin.map { .object(["post": .digest($0.post), "author": .string($0.author.text)]) }
    switch outcome {
    case .allowed(.ownership): members["owned"] = .boolean(true)
    case .allowed(.grant(let grant)): members["granted"] = .digest(grant)
    case .refused(let reason): members["refused"] = .string(reason)
    }
    return .object(members)
  }

  init(parsing bytes: [UInt8]) throws(StoreError) {
    var fields = try Fields(parsing: bytes, of: "use")
    cameo = try Cameo(fields.json("cameo"))
    post = try fields.digest("post")
    author = try fields.has("author") ? fields.publicKey("author") : nil
    executor = try fields.has("executor") ? fields.publicKey("executor") : nil
    ancestors = try fields.digests("ancestors", atMost: Sighting.mostAncestors)
    origin = try fields.has("origin") ? Use.Origin(fields.json("origin")) : nil
    media = try Set(fields.words("media"))
    outcome = try Outcome(&fields)
    try fields.end()
  }
}

extension Sighting.Outcome {
  fileprivate init(_ fields: inout Fields) throws(StoreError) {
    if fields.has("refused") {
      self = .refused(try fields.text("refused", TextRule(atMost: 1000)))
    } else if fields.has("granted") {
      self = .allowed(.grant(try fields.digest("granted")))
    } else {
      _ = try fields.flag("owned")
      self = .allowed(.ownership)
    }
  }
}

extension Use.Origin {
  fileprivate init(_ json: CanonicalJSON) throws(StoreError) {
    var fields = try Fields(json, of: "use: origin")
    post = try fields.digest("post")
    author = try fields.publicKey("author")
    try fields.end()
  }
}
