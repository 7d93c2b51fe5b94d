package import Graph
package import Journal
package import Store

/// What the owner of a cameo allows. Whatever is not said here is not allowed.
///
/// Grants of a cameo add up, unless one says that it replaces those before it.
package struct Grant: Statement {
  package var cameo: Cameo
  /// Grows with each grant of the cameo, so that an old one cannot take the place of a newer: 1 to 2⁵³ − 1.
  package var number: Int
  /// Whether all grants with smaller numbers are over.
  package var replacesEarlier = false
  package var audience: Audience
  package var scope = Scope.any
  package var media = Set(Medium.allCases)
  package var exclusions = Exclusions()
  /// From this moment on; nil for always.
  package var from: Moment?
  /// Until just before this moment; nil for ever.
  package var until: Moment?
  /// Whether those who remix a post with the cameo in it may keep it there, whoever they are.
  package var remixesMayKeep = false
  /// Whether pictures need not say to the eye that the cameo is one.
  package var waivesMark = false
  /// When it was signed, as the signer's clock had it. Nothing is decided by it.
  package var issued: Moment

  package init(_ cameo: Cameo, number: Int, to audience: Audience, issued: Moment) {
    (self.cameo, self.number, self.audience, self.issued) = (cameo, number, audience, issued)
  }

  package static let name = "grant"
  package static let format = "reprise-grant/1"
  /// The last whole number that a JSON number says exactly.
  static let highestNumber = (1 << 53) - 1
}

/// What of a cameo is used.
package enum Medium: String, Hashable, Sendable, CaseIterable {
  case picture, speech
}

extension Grant {
  package var json: CanonicalJSON {
    var members: [String: CanonicalJSON] = [
      "cameo": cameo.json, "number": .number(Double(number)), "replaces": .boolean(replacesEarlier),
      "posts": scope.json, "excluded": exclusions.json,
      "media": .array(media.map(\.rawValue).sorted().map(CanonicalJSON.string)),
      "remixes": .boolean(remixesMayKeep), "unmarked": .boolean(waivesMark), "issued": .string("\(issued)"),
    ]
    members["from"] = from.map { .string("\($0)") }
    members["until"] = until.map { .string("\($0)") }
    return .object(members.merging(audience.members) { first, _ in first })
  }

  package init(_ json: CanonicalJSON) throws(StoreError) {
    var fields = try Fields(json, of: "grant")
    cameo = try Cameo(fields.json("cameo"))
    number = try fields.whole("number", 1...Grant.highestNumber)
    replacesEarlier = try fields.flag("replaces")
    audience = try Audience(&fields)
    scope = try Scope(fields.json("posts"))
    exclusions = try Exclusions(fields.json("excluded"))
    media = try Set(fields.words("media"))
    remixesMayKeep = try fields.flag("remixes")
    waivesMark = try fields.flag("unmarked")
    issued = try fields.moment("issued")
    from = try fields.has("from") ? fields.moment("from") : nil
    until = try fields.has("until") ? fields.moment("until") : nil
    try fields.end()
    try check(fields)
  }

  private func check(_ fields: Fields) throws(StoreError) {
    if cameo.isMinor, audience == .everyone {
      throw fields.mistake("to", "is everyone, and the cameo is a minor's", wanted: "people or mutuals")
    }
    if media.isEmpty { throw fields.mistake("media", "is empty", wanted: "picture, speech or both") }
    if let from, let until, from >= until { throw fields.mistake("until", "is not after from") }
  }
}
