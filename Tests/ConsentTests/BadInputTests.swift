import Consent
import Claims
import Graph
import Journal
import Store
import Testing

/// Grants as strangers may write them: what is wrong is said, and nothing traps.
@Suite struct BadInputTests {
  let cast: Cast

  init() throws { cast = try Cast() }

  /// What comes of a grant with another member: signed rightly, so that it is the fields that are looked at.
  private func error(_ name: String, _ json: CanonicalJSON?, in part: String? = nil) throws -> StoreError? {
    var members = try #require(object(cast.grant(to: .people([cast.ben.id])).statement.json))
    if let part, var inner = object(try #require(members[part])) {
      inner[name] = json
      members[part] = .object(inner)
    } else {
      members[name] = json
    }
    return error(of: try signed(.object(members)))
  }

  private func signed(_ statement: CanonicalJSON) throws -> [UInt8] {
    let signature = try Signature(of: Array(statement.text.utf8), for: Grant.format, by: cast.ana.key)
    let members = ["format": .string(Grant.format), "signature": .string(signature.text), "statement": statement]
    return Array(CanonicalJSON.object(members).text.utf8)
  }

  private func error(of bytes: [UInt8]) -> StoreError? {
    do throws(StoreError) {
      _ = try Signed<Grant>(parsing: bytes)
      return nil
    } catch {
      return error
    }
  }

  private func object(_ json: CanonicalJSON) -> [String: CanonicalJSON]? {
    guard case .object(let members) = json else { return nil }
    return members
  }

  @Test func everyFieldIsNeededAndNoOtherIsKnown() throws {
    #expect(try error("number", .number(2)) == nil)
    for name in [
      "cameo", "number", "replaces", "to", "people", "posts", "excluded", "media", "remixes", "unmarked", "issued",
    ] {
      #expect(try error(name, nil)?.came == "is missing", "\(name)")
      #expect(try error(name, .null)?.code == .malformed, "\(name)")
    }
    #expect(try error("note", .string("hello"))?.came == "is no field that we know")
    #expect(try error("guardian", .string(cast.dora.id.text), in: "cameo")?.code == .malformed)
  }

  @Test(arguments: [0, -1, 0.5, 9_007_199_254_740_992, 1e300, -1e300])
  func aNumberIsWholeAndWithinBounds(number: Double) throws {
    #expect(try error("number", .number(number))?.place == "grant: number")
  }

  @Test func listsHaveBounds() throws {
    let many = CanonicalJSON.array((0...1000).map { .digest(.post($0)) })
    #expect(try error("posts", .object(["these": many, "remixes": .boolean(true)]))?.code == .tooLarge)
    #expect(try error("people", many)?.code == .tooLarge)
    #expect(try error("words", many, in: "excluded")?.code == .tooLarge)
    #expect(try error("categories", many, in: "excluded")?.code == .tooLarge)
    #expect(try error("media", many)?.code == .tooLarge)
  }

  @Test func textsHaveBounds() throws {
    for word in ["", "!?", String(repeating: "x", count: 101), "a\u{202e}b", "a\nb"] {
      #expect(try error("words", .array([.string(word)]), in: "excluded")?.code == .malformed, "\(word)")
    }
    #expect(try error("categories", .array([.string("Violence")]), in: "excluded")?.code == .malformed)
    for time in ["", "2026-11-22", "2026-13-22T18:10:00.125Z", "2026-11-22T18:10:00.125+01:00", "9999999"] {
      #expect(try error("issued", .string(time))?.place == "grant: issued", "\(time)")
    }
  }

  @Test func whatContradictsItselfIsRefused() throws {
    #expect(try error("media", .array([]))?.came == "is empty")
    #expect(throws: StoreError.self) { try cast.grant(to: .everyone) { ($0.from, $0.until) = (.start, .start) } }
  }

  @Test func thereIsOneWayToWriteAGrant() throws {
    let grant = try cast.grant(to: .people([cast.ben.id, cast.carl.id]))
    let text = String(decoding: grant.bytes, as: UTF8.self)
    let twice = text.replacing(#""remixes":false"#, with: #""remixes":false,"remixes":false"#)
    let spaced = text.replacing(#","number""#, with: #", "number""#)
    let other = text.replacing(#""number":1"#, with: #""number":1.0"#)
    for changed in [twice, spaced, other] {
      #expect(changed != text)
      #expect(error(of: Array(changed.utf8))?.code == .malformed)
    }
    let people = CanonicalJSON.array([cast.ben, cast.carl].map { $0.id.text }.sorted(by: >).map(CanonicalJSON.string))
    #expect(try error("people", people)?.came == "is not canonical JSON")
    #expect(try error("people", .array([.string(cast.ben.id.text), .string(cast.ben.id.text)]))?.code == .malformed)
  }

  @Test func hugeAndDeepTextsAreRefusedAtOnce() throws {
    #expect(error(of: [UInt8](repeating: 0x20, count: 20 << 20))?.code == .tooLarge)
    #expect(error(of: Array(String(repeating: "[", count: 1 << 20).utf8))?.code == .malformed)
    let deep = String(repeating: #"{"statement":"#, count: 10_000)
    #expect(error(of: Array(deep.utf8))?.code == .malformed)
  }

  @Test func aGrantOfTheFutureIsTooNew() throws {
    let text = String(decoding: try cast.grant(to: .everyone).bytes, as: UTF8.self)
    #expect(error(of: Array(text.replacing("reprise-grant/1", with: "reprise-grant/2").utf8))?.code == .tooNew)
    #expect(error(of: try cast.revocation(.cameo).bytes)?.code == .malformed)
  }

  @Test func whateverBytesComeNothingTraps() throws {
    let grant = try cast.grant(to: .people([cast.ben.id])).bytes
    try always(runs: 500) { draws in
      draws.list(1...8) { (place: $0.int(0...grant.count - 1), byte: UInt8($0.int(0...255))) }
    } holds: { changes in
      var bytes = grant
      for change in changes { bytes[change.place] = change.byte }
      return bytes == grant || error(of: bytes) != nil
    }
  }
}
