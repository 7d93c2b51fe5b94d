import Claims
import Foundation
import Graph
import Journal
import Testing

@testable import Takes

@Suite struct MoneyTests {
  @Test func anAmountReadsBackAsItIsWritten() throws {
    try always { draws in
      Int64(draws.int(0...Int(Money.most)))
    } holds: { millionths in
      let money = try Money.usd(millionths)
      return Money(money.text) == money
    }
  }

  @Test(arguments: [
    ("0.40 USD", 400_000), ("2 USD", 2_000_000), ("0.000001 USD", 1), ("0001.5 USD", 1_500_000),
    ("1000000000 USD", 1_000_000_000_000_000),
  ])
  func amountsAreExact(text: String, millionths: Int64) { #expect(Money(text)?.millionths == millionths) }

  @Test(arguments: [
    "", "USD", "1", "-1 USD", "+1 USD", "1,5 USD", "1.0000001 USD", "1. USD", ".5 USD", "1e3 USD", "1 usd", "1  USD",
    "99999999999 USD", "1000000000.000001 USD", "٣ USD", "NaN USD", "1 US", "1 USDOLLARS",
  ])
  func whatIsNoAmountIsNil(text: String) { #expect(Money(text) == nil) }

  @Test func pricesAreThoseOfThePriceList() throws {
    // OpenAI's list for sora-2 and tts-1: $0.10 a second at 720p, $15 for a million characters.
    let films = try Tariff([.secondBySize(["1280x720": .usd(100_000), "1792x1024": .usd(500_000)])])
    #expect(try films.price(of: .film()).description == "0.80 USD")
    let voices = try Tariff([.characters(1_000_000, .usd(15_000_000))])
    let line = try Request(
      .speech, backend: "voices", model: "tts-1", parameters: ["text": .string("Nothing but rim.")])
    #expect(try voices.price(of: line).millionths == 16 * 15)
    #expect(try Tariff.free.price(of: line) == .free)
    #expect(try Tariff([.request(.usd(5)), .second(.usd(7))]).price(of: .film(seconds: 2)).millionths == 19)
  }

  @Test func tokensArePaidByWhatTheRequestAllows() throws {
    // OpenAI's list for gpt-5: $1.25 for a million tokens that it reads, $10 for a million that it writes.
    let words = try Tariff([
      .counted("tokens_read", per: 1_000_000, .usd(1_250_000)),
      .counted("tokens_written", per: 1_000_000, .usd(10_000_000)),
    ])
    func request(_ written: Double?) throws -> Request {
      var parameters = ["tokens_read": CanonicalJSON.number(30_000)]
      parameters["tokens_written"] = written.map(CanonicalJSON.number)
      return try Request(.sceneText, backend: "words", model: "m", parameters: parameters)
    }
    #expect(try words.price(of: request(8192)).description == "0.11942 USD")
    for written in [nil, -1, 1e300] { #expect(throws: TakeError.self) { try words.price(of: request(written)) } }
    #expect(throws: TakeError.self) { try Tariff([.counted("frames", per: 0, .usd(1))]) }
  }

  @Test func aPriceIsNeverRoundedDown() throws {
    try always { draws in
      (draws.int(1...100_000), draws.int(0...5000), draws.int(1...1_000_000))
    } holds: {
      price, characters, each in
      let text = String(repeating: "x", count: characters)
      let request = try Request(.speech, backend: "b", model: "m", parameters: ["text": .string(text)])
      let sum = try Tariff([.characters(each, .usd(Int64(price)))]).price(of: request).millionths
      return Int(sum) * each >= price * characters && (Int(sum) - 1) * each < price * characters
    }
  }

  @Test func whatHasNoPriceIsAnError() throws {
    let tariff = try Tariff([.secondBySize(["1280x720": .usd(1)])])
    let square = try Request(
      .video, backend: "films", model: "m", parameters: ["seconds": .number(4), "size": .string("9x9")])
    #expect(throws: TakeError(.unable, "films: size", "is \"9x9\"", wanted: "1280x720, which have a price")) {
      try tariff.price(of: square)
    }
    for seconds in [-1, 1e300, .greatestFiniteMagnitude] {
      #expect(throws: TakeError.self) { try tariff.price(of: .film(seconds: seconds)) }
    }
    #expect(throws: TakeError.self) { try Tariff([.request(.usd(1)), .second(#require(Money("1 EUR")))]) }
    #expect(throws: TakeError.self) { try Tariff([.characters(0, .usd(1))]) }
    #expect(throws: TakeError.self) { try Tariff([.second(.usd(Money.most))]).price(of: .film(seconds: 86_400)) }
  }

  @Test func currenciesAreNeverExchanged() throws {
    let limit = Limit(Amounts([try .usd(1_000_000)]), over: .everything)
    try limit.check(Amounts([.usd(1_000_000)]), after: Amounts())
    #expect(throws: TakeError.self) { try limit.check(Amounts([.usd(1)]), after: Amounts([.usd(1_000_000)])) }
    #expect(throws: TakeError.self) { try limit.check(Amounts([#require(Money("0.01 EUR"))]), after: Amounts()) }
    try limit.check(Amounts([.free]), after: Amounts([.usd(5_000_000)]))
  }

  @Test func aQuoteAddsUpByCurrency() throws {
    var quote = Quote()
    quote.add(try .film(), at: try .usd(800_000))
    quote.add(try .film("b"), at: try .usd(1))
    quote.add(try .film("c"), at: .free)
    quote.add(try .film("d"), at: try #require(Money("2 EUR")))
    #expect(quote.total.description == "2.00 EUR and 0.800001 USD")
    #expect(Amounts().description == "nothing")
  }

  @Test func timesReadBackAsFoundationWritesThem() throws {
    let form = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    try always(runs: 500) { draws in
      draws.int(0...Moment.last)
    } holds: { milliseconds in
      let moment = Moment(milliseconds: milliseconds)
      let whole = Date(timeIntervalSince1970: Double(milliseconds / 1000)).formatted(form)
      return moment.description.prefix(19) == whole.prefix(19) && Moment(moment.description) == moment
    }
    for text in ["2026-02-29T00:00:00.000Z", "2026-13-01T00:00:00.000Z", "2026-11-22T24:00:00.000Z", "", "yesterday"] {
      #expect(Moment(text) == nil)
    }
  }
}
