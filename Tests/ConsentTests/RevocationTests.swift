import Consent
import Graph
import Journal
import Store
import Testing

@Suite struct RevocationTests {
  let cast: Cast

  init() throws { cast = try Cast() }

  /// A chain in which Ben puts the cup in, and fifty others remix one another.
  private func chain(of count: Int) -> [Use] {
    (0..<count).map { index in
      cast.use {
        ($0.post, $0.ancestors) = (.post(index), (0..<index).reversed().map(Digest.post))
        ($0.author, $0.origin) =
          index == 0 ? (cast.ben.id, nil) : (cast.carl.id, Use.Origin(post: .post(0), author: cast.ben.id))
      }
    }
  }

  @Test func oneRevocationReachesEveryPostOfAChainOfFifty() throws {
    let grant = try cast.grant(to: .people([cast.ben.id])) { $0.remixesMayKeep = true }
    let uses = chain(of: 50)
    let drafts = uses.map { use in
      var draft = use
      (draft.author, draft.executor) = (nil, cast.ben.id)
      return draft
    }
    #expect((uses + drafts).allSatisfy { Standing([grant]).verdict(on: $0).isAllowed })
    for target in [Revocation.Target.grant(grant.id), .post(.post(0)), .cameo] {
      let standing = Standing([grant], [try cast.revocation(target)])
      #expect(!(uses + drafts).contains { standing.verdict(on: $0).isAllowed }, "\(target)")
    }
  }

  @Test func takingItOutOfAPostTakesItOutOfItsRemixesAndNoOthers() throws {
    let grant = try cast.grant(to: .everyone) { $0.remixesMayKeep = true }
    let standing = Standing([grant], [try cast.revocation(.post(.post(20)))])
    let allowed = chain(of: 50).map { standing.verdict(on: $0).isAllowed }
    #expect(allowed == (0..<50).map { $0 < 20 })
    #expect(standing.reason(against: chain(of: 50)[30]) == .withdrawnFrom(post: .post(20)))
  }

  @Test func aRevocationWinsWhateverTheOrderAndWhateverFollows() throws {
    let (old, new) = (try cast.grant(1, to: .everyone), try cast.grant(2, to: .everyone))
    var standing = Standing()
    standing.add(try cast.revocation(.grant(old.id)))
    standing.add(old)
    #expect(standing.reason(against: cast.use()) == .grantWithdrawn)
    standing.add(new)
    #expect(standing.verdict(on: cast.use()).isAllowed)
    standing.add(try cast.revocation(.cameo))
    standing.add(try cast.grant(3, to: .everyone) { $0.replacesEarlier = true })
    #expect(standing.reason(against: cast.use()) == .cameoWithdrawn)
  }

  @Test func nobodyRevokesForAnother() throws {
    let grant = try cast.grant(to: .everyone)
    let revocation = Revocation(.grant(grant.id), of: cast.cup, issued: .start)
    #expect(try #require(throws: StoreError.self) { try Signed(revocation, by: cast.ben.key) }.code == .unverified)
    // Not with a cameo of one's own, even if it is the same package.
    let stolen = try Cameo(enrolment: cast.cup.enrolment, owner: cast.ben.id, kind: .object)
    let own = [Revocation.Target.grant(grant.id), .post(.post(0)), .cameo].map {
      Revocation($0, of: stolen, issued: .start)
    }
    let standing = Standing([grant], try own.map { try Signed($0, by: cast.ben.key) })
    #expect(standing.verdict(on: cast.use { $0.author = cast.carl.id }).isAllowed)
  }
}
