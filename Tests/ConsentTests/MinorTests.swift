import Consent
import Graph
import Journal
import Store
import Testing

@Suite struct MinorTests {
  let cast: Cast
  let child: Cameo

  init() throws {
    cast = try Cast()
    child = try cast.child
  }

  @Test func onlyTheGuardianSignsForAMinor() throws {
    let grant = Grant(child, number: 1, to: .people([cast.ben.id]), issued: .start)
    #expect(try #require(throws: StoreError.self) { try Signed(grant, by: cast.ana.key) }.code == .unverified)
    let standing = Standing([try Signed(grant, by: cast.dora.key)])
    #expect(standing.verdict(on: cast.use { $0.cameo = child }).isAllowed)
    let revocation = Revocation(.cameo, of: child, issued: .start)
    #expect(throws: StoreError.self) { try Signed(revocation, by: cast.ana.key) }
  }

  @Test func aMinorsCameoCannotBeGrantedToEveryone() throws {
    let grant = Grant(child, number: 1, to: .everyone, issued: .start)
    let error = try #require(throws: StoreError.self) { try Signed(grant, by: cast.dora.key) }
    #expect(error.code == .malformed && error.place == "grant: to")
  }

  @Test func sayingThatAMinorIsGrownUpMakesAnotherCameo() throws {
    let adult = try Cameo(enrolment: child.enrolment, owner: child.owner, kind: .person)
    let standing = Standing([try Signed(Grant(adult, number: 1, to: .everyone, issued: .start), by: cast.ana.key)])
    #expect(standing.reason(against: cast.use { $0.cameo = child }) == .nothingGranted)
  }

  @Test func aMinorSeesHerOwnUntilTheGuardianWithdrawsItAndPublishesUnderAGrant() throws {
    let seen = cast.use { ($0.cameo, $0.author, $0.executor) = (child, nil, cast.ana.id) }
    #expect(Standing().verdict(on: seen).isAllowed)
    let published = cast.use { ($0.cameo, $0.author) = (child, cast.ana.id) }
    #expect(Standing().reason(against: published) == .nothingGranted)
    let grant = try Signed(Grant(child, number: 1, to: .onlyMe, issued: .start), by: cast.dora.key)
    #expect(Standing([grant]).verdict(on: published).isAllowed)
    let revocation = try Signed(Revocation(.cameo, of: child, issued: .start), by: cast.dora.key)
    #expect(Standing([grant], [revocation]).reason(against: seen) == .cameoWithdrawn)
  }

  @Test func nobodyIsHerOwnGuardian() {
    #expect(throws: StoreError.self) {
      try Cameo(enrolment: .post(0), owner: cast.ana.id, kind: .minor(guardian: cast.ana.id))
    }
  }
}
