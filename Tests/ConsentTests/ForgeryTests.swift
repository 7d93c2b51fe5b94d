import Consent
import Foundation
import Graph
import Journal
import Testing

@testable import Store

@Suite struct ForgeryTests {
  let cast: Cast
  /// A grant with something in every field.
  let full: Signed<Grant>

  init() throws {
    cast = try Cast()
    let people = Set([cast.ben.id, cast.carl.id])
    full = try cast.grant(7, to: .people(people)) {
      $0.scope = .theseAndRemixes([.post(1), .post(2)])
      $0.exclusions = Exclusions(words: ["gin", "go to hell"], categories: ["violence"])
      ($0.from, $0.until) = (.start, .start.after(hours: 5))
    }
  }

  @Test func whatIsSignedReadsBackTheSame() throws {
    #expect(try Signed<Grant>(parsing: full.bytes) == full)
    #expect(full.id == Digest(of: full.statement.bytes))
    for target in [Revocation.Target.cameo, .grant(full.id), .post(.post(3))] {
      let revocation = try cast.revocation(target)
      #expect(try Signed<Revocation>(parsing: revocation.bytes) == revocation)
    }
  }

  @Test func noChangedByteIsAccepted() throws {
    for bytes in [full.bytes, try cast.revocation(.grant(full.id)).bytes] {
      for change in [1, UInt8.random(in: 2...255)] {
        for offset in bytes.indices {
          var changed = bytes
          changed[offset] ^= change
          #expect(!isAccepted(changed), "byte \(offset)")
        }
      }
    }
  }

  @Test func noCutOrGrownGrantIsAccepted() {
    for count in full.bytes.indices { #expect(!isAccepted(Array(full.bytes[..<count])), "\(count)") }
    for byte in [0x20, 0x0a, 0x00, 0x7d] as [UInt8] {
      #expect(!isAccepted(full.bytes + [byte]))
      #expect(!isAccepted([byte] + full.bytes))
    }
  }

  private func isAccepted(_ bytes: [UInt8]) -> Bool {
    (try? Signed<Grant>(parsing: bytes)) != nil || (try? Signed<Revocation>(parsing: bytes)) != nil
  }

  @Test func forgedAGrantThatAnotherSignedIsRefused() throws {
    let error = try #require(throws: StoreError.self) { try Signed(full.statement, by: cast.ben.key) }
    #expect(error.code == .unverified)
    #expect(error.came == "its signature is not that of the cameo's owner")
  }

  @Test func aSignatureForAnotherPurposeIsNone() throws {
    let message = full.statement.bytes
    for purpose in ["reprise-seal/1", "reprise-revocation/1", "reprise-grant/2", ""] {
      let signature = try Signature(of: message, for: purpose, by: cast.ana.key)
      #expect(refusal(of: try replacing("signature", in: full.bytes, by: signature.text)) == .unverified, "\(purpose)")
    }
    let bare = try cast.ana.key.signature(of: message).base64
    #expect(refusal(of: try replacing("signature", in: full.bytes, by: bare)) == .unverified)
  }

  @Test func widenedAGrantWithAnyOtherFieldIsRefused() throws {
    let wider: [(inout Grant) -> Void] = [
      { $0.audience = .everyone }, { $0.audience = .mutuals }, { $0.scope = .any }, { $0.scope = .these([.post(1)]) },
      { $0.exclusions.words = [] }, { $0.exclusions.categories = [] }, { $0.from = nil }, { $0.until = nil },
      { $0.until = .start.after(hours: 6) }, { $0.remixesMayKeep = true }, { $0.waivesMark = true }, { $0.number = 8 },
      { $0.replacesEarlier = true }, { $0.media = [.speech] }, { $0.issued = .start.after(hours: 1) },
    ]
    for change in wider {
      var grant = full.statement
      change(&grant)
      #expect(refusal(of: try replacing("statement", in: full.bytes, by: grant.json)) == .unverified)
    }
  }

  @Test func swappedAGrantOfAnotherCameoIsRefused() throws {
    let dog = try Cameo(enrolment: Digest(of: "dog".utf8), owner: cast.ana.id, kind: .animal)
    var grant = full.statement
    grant.cameo = dog
    #expect(refusal(of: try replacing("statement", in: full.bytes, by: grant.json)) == .unverified)
    // As it stands, it says nothing of the dog; nor of the cup as another's.
    let all = Standing([try cast.grant(to: .everyone)])
    #expect(all.reason(against: cast.use { $0.cameo = dog }) == .nothingGranted)
    let stolen = try Cameo(enrolment: cast.cup.enrolment, owner: cast.ben.id, kind: .object)
    #expect(all.reason(against: cast.use { ($0.cameo, $0.author) = (stolen, cast.carl.id) }) == .nothingGranted)
  }

  @Test func replayedAGrantThatWasReplacedOrRevokedIsRefused() throws {
    let (scratch, other) = (try Scratch(), try Scratch())
    let registry = try scratch.registry()
    let (old, revoked) = (try cast.grant(1, to: .everyone), try cast.grant(2, to: .everyone))
    try registry.add(old, at: .start)
    try registry.add(revoked, at: .start)
    try registry.add(try cast.revocation(.grant(revoked.id)), at: .start)
    try registry.add(try cast.grant(3, to: .onlyMe) { $0.replacesEarlier = true }, at: .start)
    for (grant, reason) in [(old, Refusal.Reason.replaced), (revoked, .grantWithdrawn)] {
      for registry in [registry, try scratch.registry(), try other.registry(with: registry.standing, cast)] {
        #expect(try registry.add(grant, at: .start)?.reason == reason)
        #expect(try !registry.judge(cast.use()).isAllowed)
      }
    }
  }

  private func refusal(of bytes: [UInt8]) -> StoreError.Code? {
    do throws(StoreError) {
      _ = try Signed<Grant>(parsing: bytes)
      return nil
    } catch {
      return error.code
    }
  }

  private func replacing(_ name: String, in bytes: [UInt8], by text: String) throws -> [UInt8] {
    try replacing(name, in: bytes, by: .string(text))
  }

  /// A signed statement with another member, as canonical as before.
  private func replacing(_ name: String, in bytes: [UInt8], by json: CanonicalJSON) throws -> [UInt8] {
    guard case .object(var members) = try CanonicalJSON(parsing: bytes) else { return [] }
    members[name] = json
    return Array(CanonicalJSON.object(members).text.utf8)
  }
}

extension Scratch {
  /// A registry that knows the newest grant and all revocations, and never saw what they are about.
  fileprivate func registry(with standing: Standing, _ cast: Cast) throws -> Registry {
    let registry = try registry()
    for grant in standing.grants(of: cast.cup) { try registry.add(grant, at: .start) }
    let revoked = try cast.grant(2, to: .everyone)
    try registry.add(try cast.revocation(.grant(revoked.id)), at: .start)
    return registry
  }
}
