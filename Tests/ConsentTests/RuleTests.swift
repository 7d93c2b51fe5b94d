import Graph
import Journal
import Store
import Testing

@testable import Consent

/// The rules one by one, as docs/decisions/consent.md has them.
@Suite struct RuleTests {
  let cast: Cast

  init() throws { cast = try Cast() }

  @Test func whatNobodyGrantedIsRefused() throws {
    #expect(Standing().reason(against: cast.use()) == .nothingGranted)
    #expect(Standing().reason(against: cast.use { $0.author = nil }) == .nothingGranted)
  }

  @Test func ownersMayAlwaysUseTheirOwn() throws {
    let everything = Standing([], [try cast.revocation(.cameo)])
    let seen = cast.use { $0.executor = cast.ana.id }
    #expect(everything.verdict(on: seen) == .allowed(Permission(basis: .ownership, waivesMark: false)))
    let published = cast.use { $0.author = cast.ana.id }
    #expect(Standing().verdict(on: published).isAllowed)
    #expect(everything.reason(against: published) == .cameoWithdrawn)
  }

  @Test func aGrantIsForThoseItNames() throws {
    let named = Standing([try cast.grant(to: .people([cast.ben.id]))])
    #expect(named.verdict(on: cast.use()).isAllowed)
    #expect(named.reason(against: cast.use { $0.author = cast.carl.id }) == .grantedToOthers)
    let everyone = Standing([try cast.grant(to: .everyone)])
    #expect(everyone.verdict(on: cast.use { $0.author = nil }).isAllowed)
    let onlyMe = Standing([try cast.grant(to: .onlyMe)])
    #expect(onlyMe.reason(against: cast.use()) == .grantedToOthers)
  }

  @Test func ofADraftItIsWhoExecutesThatNeedsTheGrant() throws {
    let named = Standing([try cast.grant(to: .people([cast.ben.id]))])
    let draft = cast.use { $0.author = nil }
    #expect(named.reason(against: draft) == .grantedToOthers)
    #expect(named.verdict(on: with(draft) { $0.executor = cast.ben.id }).isAllowed)
    // Whoever sees what Ben has published needs none.
    #expect(named.verdict(on: cast.use { $0.executor = cast.carl.id }).isAllowed)
  }

  @Test func nobodyIsMutualUntilTheHostSaysSo() throws {
    let standing = Standing([try cast.grant(to: .mutuals)])
    #expect(standing.reason(against: cast.use()) == .grantedToOthers)
    let (ana, ben) = (cast.ana.id, cast.ben.id)
    #expect(standing.verdict(on: cast.use()) { $0 == ana && $1 == ben }.isAllowed)
    #expect(!standing.verdict(on: cast.use()) { $0 == ben && $1 == ana }.isAllowed)
  }

  @Test func aGrantIsForThePostsItNames() throws {
    let these = Standing([try cast.grant(to: .everyone) { $0.scope = .these([.post(1)]) }])
    #expect(these.verdict(on: cast.use { $0.post = .post(1) }).isAllowed)
    let remix = cast.use { $0.ancestors = [.post(2), .post(1)] }
    #expect(these.reason(against: remix) == .grantedForOtherPosts)
    let andRemixes = Standing([try cast.grant(to: .everyone) { $0.scope = .theseAndRemixes([.post(1)]) }])
    #expect(andRemixes.verdict(on: remix).isAllowed)
    #expect(andRemixes.reason(against: cast.use()) == .grantedForOtherPosts)
  }

  @Test func remixesKeepACameoOnlyIfTheGrantSaysSo() throws {
    let kept = cast.use {
      ($0.author, $0.ancestors) = (cast.carl.id, [.post(1)])
      $0.origin = Use.Origin(post: .post(1), author: cast.ben.id)
    }
    let ben = Audience.people([cast.ben.id])
    #expect(Standing([try cast.grant(to: ben)]).reason(against: kept) == .remixesMayNotKeep)
    #expect(Standing([try cast.grant(to: .everyone)]).reason(against: kept) == .remixesMayNotKeep)
    #expect(Standing([try cast.grant(to: ben) { $0.remixesMayKeep = true }]).verdict(on: kept).isAllowed)
    // Whoever puts it in anew has not kept it.
    let anew = with(kept) { $0.origin = nil }
    #expect(Standing([try cast.grant(to: ben) { $0.remixesMayKeep = true }]).reason(against: anew) == .grantedToOthers)
    #expect(Standing([try cast.grant(to: .everyone)]).verdict(on: anew).isAllowed)
  }

  @Test func aGrantToMeAloneLetsRemixesKeepMeInWhatIPublished() throws {
    let standing = Standing([try cast.grant(to: .onlyMe) { $0.remixesMayKeep = true }])
    let remix = cast.use { $0.origin = Use.Origin(post: .post(1), author: cast.ana.id) }
    #expect(standing.verdict(on: remix).isAllowed)
    #expect(standing.reason(against: with(remix) { $0.origin = nil }) == .grantedToOthers)
  }

  @Test func pictureAndSpeechAreGrantedEachForItself() throws {
    let silent = Standing([try cast.grant(to: .everyone) { $0.media = [.picture] }])
    #expect(silent.reason(against: cast.use()) == .medium(.speech))
    #expect(silent.verdict(on: cast.use { $0.media = [.picture] }).isAllowed)
    let unseen = Standing([try cast.grant(to: .everyone) { $0.media = [.speech] }])
    #expect(unseen.reason(against: cast.use()) == .medium(.picture))
  }

  @Test(arguments: [
    (["I love PINEAPPLE!"], "pineapple"), (["pine\u{ad}app\u{200b}le"], "pineapple"),
    (["Go to", "hell, Ben"], "go to hell"),
    (["Ca\u{301}fe"], "cÁfe"), (["don’t stop"], "don't"),
  ])
  func excludedWordsAreFoundHoweverTheyAreWritten(texts: [String], word: String) throws {
    let standing = Standing([try cast.grant(to: .everyone) { $0.exclusions.words = [word] }])
    #expect(standing.reason(against: cast.use { $0.texts = texts }) == .word(word))
  }

  @Test(arguments: [["pineapples"], ["pine apple"], ["hell, go to"], []])
  func otherWordsAreNot(texts: [String]) throws {
    let standing = Standing([try cast.grant(to: .everyone) { $0.exclusions.words = ["pineapple", "go to hell"] }])
    #expect(standing.verdict(on: cast.use { $0.texts = texts }).isAllowed)
  }

  @Test func excludedCategoriesAreRefused() throws {
    let standing = Standing([try cast.grant(to: .everyone) { $0.exclusions.categories = ["violence", "politics"] }])
    #expect(standing.reason(against: cast.use { $0.categories = ["violence", "food"] }) == .category("violence"))
    #expect(standing.verdict(on: cast.use { $0.categories = ["food"] }).isAllowed)
  }

  @Test func aGrantHoldsFromItsBeginningUntilJustBeforeItsEnd() throws {
    let (from, until) = (Moment.start.after(hours: 1), Moment.start.after(hours: 2))
    let standing = Standing([try cast.grant(to: .everyone) { ($0.from, $0.until) = (from, until) }])
    #expect(standing.reason(against: cast.use()) == .notYet(from: from))
    #expect(standing.verdict(on: cast.use { $0.now = from }).isAllowed)
    #expect(standing.reason(against: cast.use { $0.now = until }) == .over(since: until))
  }

  @Test func aClockThatIsTurnedBackRevivesNothing() throws {
    let until = Moment.start.after(hours: 1)
    var standing = Standing([try cast.grant(to: .everyone) { $0.until = until }])
    #expect(standing.verdict(on: cast.use()).isAllowed)
    standing.pass(until)
    #expect(standing.reason(against: cast.use()) == .over(since: until))
  }

  @Test func whatAStatementSaysOfTheTimeProvesNothing() throws {
    let until = Moment.start.after(hours: 1)
    var other = Grant(
      try Cameo(enrolment: .post(9), owner: cast.carl.id, kind: .animal), number: 1, to: .onlyMe, issued: .start)
    other.issued = Moment(milliseconds: .max)
    var standing = Standing([try cast.grant(to: .everyone) { $0.until = until }])
    standing.add(try Signed(other, by: cast.carl.key))
    #expect(standing.verdict(on: cast.use()).isAllowed)
  }

  @Test func grantsAddUpUnlessOneReplacesThoseBefore() throws {
    let ben = try cast.grant(1, to: .people([cast.ben.id]))
    let carl = try cast.grant(2, to: .people([cast.carl.id]))
    #expect(Standing([ben, carl]).verdict(on: cast.use()).isAllowed)
    let onlyMe = try cast.grant(3, to: .onlyMe) { $0.replacesEarlier = true }
    #expect(Standing([ben, carl, onlyMe]).reason(against: cast.use()) == .grantedToOthers)
    let again = try cast.grant(4, to: .people([cast.ben.id]))
    #expect(Standing([ben, carl, onlyMe, again]).verdict(on: cast.use()).isAllowed)
    #expect(try Standing([ben, carl, onlyMe, again]).nextNumber(for: cast.cup) == 5)
  }

  @Test func theMarkIsWaivedIfAnyGrantThatAllowsTheUseWaivesIt() throws {
    let (plain, unmarked) = (
      try cast.grant(2, to: .everyone), try cast.grant(1, to: .everyone) { $0.waivesMark = true }
    )
    #expect(
      Standing([plain, unmarked]).verdict(on: cast.use())
        == .allowed(Permission(basis: .grant(unmarked.id), waivesMark: true)))
    #expect(
      Standing([plain]).verdict(on: cast.use()) == .allowed(Permission(basis: .grant(plain.id), waivesMark: false)))
  }

  @Test func aRefusalTellsOfTheGrantThatCameFurthest() throws {
    let (carl, word) = (
      try cast.grant(2, to: .people([cast.carl.id])), try cast.grant(1, to: .everyone) { $0.exclusions.words = ["tea"] }
    )
    guard case .refused(let refusal) = Standing([carl, word]).verdict(on: cast.use { $0.texts = ["tea"] }) else {
      Issue.record("it was allowed")
      return
    }
    #expect(refusal.grant == word.id)
    #expect("\(refusal); \(refusal.remedy)" == "may not be used with \"tea\"; say it in other words")
  }

  private func with(_ use: Use, _ change: (inout Use) -> Void) -> Use {
    var use = use
    change(&use)
    return use
  }
}
