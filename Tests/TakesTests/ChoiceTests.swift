import Graph
import Journal
import Testing

@testable import Takes

@Suite struct ChoiceTests {
  private let scratch: Scratch
  private let ledger: Ledger
  private let request: Request

  init() throws {
    scratch = try Scratch()
    (ledger, request) = (try scratch.ledger(), try .film())
  }

  private func choose(_ wish: Wish, _ pinned: PinnedTakes = PinnedTakes(), price: Money? = nil) throws -> Chosen? {
    try wish.choose(for: request, pinned: pinned, in: ledger.books(), price: price)
  }

  @Test func theLatestIsPlayedUnlessOneIsPinned() throws {
    for number in 1...3 { try ledger.take("\(number)", of: request, cost: .free, number: UInt64(number)) }
    #expect(try choose(.any)?.number == 3)
    #expect(try choose(.number(2))?.object == Digest(of: "2".utf8))
    var pinned = PinnedTakes()
    pinned.add(request.digest, 1, Digest(of: "1".utf8))
    #expect(try choose(.any, pinned)?.number == 1)
    #expect(try choose(.number(3), pinned)?.number == 3)
    #expect(try choose(.new, pinned) == nil)
  }

  @Test func aPostPlaysWhereNobodyEverBought() throws {
    var pinned = PinnedTakes()
    pinned.add(request.digest, 2, Digest(of: "two".utf8))
    pinned.add(request.digest, 7, Digest(of: "seven".utf8))
    let read = try PinnedTakes(named: pinned.named)
    #expect(read == pinned)
    #expect(try choose(.any, read)?.number == 7)
    #expect(try choose(.number(2), read)?.object == Digest(of: "two".utf8))
    #expect(throws: TakeError.self) { try choose(.number(3), read) }
  }

  @Test(arguments: ["", "x/1", "/1", "0/0"]) func whatIsNoPinIsAnError(name: String) {
    let digits = "\(Digest(of: []))"
    for name in [name, digits, digits + "/0", digits + "/01", digits + "/-1", digits + "/1/1"] {
      #expect(throws: TakeError.self) { try PinnedTakes(named: [name: Digest(of: [])]) }
    }
  }

  @Test func whatIsMissingSaysWhoWouldMakeItForHowMuch() throws {
    let error = #expect(throws: TakeError.self) { try choose(.any, price: .usd(800_000)) }
    #expect(error?.code == .missing && error?.came == "has no take yet")
    #expect(error?.remedy == "ask for a new take on purpose: tide-2 of films makes it for 0.80 USD")
    try ledger.take("1", of: request, cost: .free, number: 1)
    let other = #expect(throws: TakeError.self) { try choose(.number(2)) }
    #expect(other?.came == "has no take 2; there are 1, up to take 1")
  }

  @Test func whatIsMissingSaysWhatCameOfTheLastTry() throws {
    _ = try ledger.open(.numbered(1), for: request, quote: .usd(1), purpose: Purpose(), within: [], at: .start)
    let open = #expect(throws: TakeError.self) { try choose(.any) }
    #expect(open?.came == "has no take yet; ticket \(Ticket.ID.numbered(1)) is open")
    try ledger.note(.closed(.refused("too loud"), cost: .free), on: .numbered(1), at: .start)
    let refused = #expect(throws: TakeError.self) { try choose(.any) }
    #expect(refused?.came == "has no take yet; the last try was refused: too loud (\(Moment.start.day))")
  }
}
