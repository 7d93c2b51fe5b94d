import Foundation
import Props
import Reprise
import Testing

/// Every limit holds: what passes with more of it is refused with less, and that says why.
@Suite struct LimitTests {
  /// A limit, an amount that is too small, and a recipe for which it is.
  struct Claim: CustomTestStringConvertible, Sendable {
    let limit: Limit
    let amount: Double
    let source: String
    let words: String
    var testDescription: String { "\(limit)" }

    init(_ limit: Limit, _ amount: Double, _ source: String, _ words: String) {
      (self.limit, self.amount, self.source, self.words) = (limit, amount, source, words)
    }
  }

  private static let plain = "return solid 'red':lasting(1)"

  private static let claims: [Claim] = [
    Claim(.fuel, 50_000, "for i = 1, 100000 do end \(plain)", "too much work; an evaluation has 50000 units"),
    Claim(.memory, 200_000, "local t = {} for i = 1, 20000 do t[i] = i end \(plain)", "too much memory"),
    Claim(.string, 1000, "local s = 'x' for i = 1, 12 do s = s .. s end \(plain)", "a string grew too long"),
    Claim(.block, 10_000, "local t = {} for i = 1, 20000 do t[i] = i end \(plain)", "a table grew too large"),
    Claim(
      .message, 0, "local t = {} for i = 1, 20000 do t[i] = solid 'red':lasting(1) end return sequence(t)", "65536"),
    Claim(.source, 100, "-- \(String(repeating: "x", count: 200))\n\(plain)", "100"),
    Claim(.wallClock, 0.05, "for i = 1, 30000000 do end \(plain)", "longer than 0.05 s"),
    Claim(.clips, 3, "for i = 1, 4 do solid 'red' end \(plain)", "more than 3 clips"),
    Claim(.links, 3, "local c = \(plain.dropFirst(7)) return sequence { c, c, c, c }", "more than 3 places"),
    Claim(.layers, 3, "local c = \(plain.dropFirst(7)) return stack { c, c, c, c }", "more than 3 clips show"),
    Claim(.depth, 3, "return solid 'red':lasting(1):opacity(0.5):fade(0.1):speed(2):loop(2)", "deeper than 3"),
    Claim(.samples, 10, "return solid 'red':opacity(function(t) return t end):lasting(1)", "more than 10 values"),
    Claim(
      .operations, 3, "return shade(function(p, t) return sin(p.x) * cos(p.y) + t end):lasting(1)",
      "more than 3 operations"),
    Claim(.work, 100, "text(('x'):rep(200)) \(plain)", "more than 100 units"),
    Claim(.seconds, 0.5, plain, "at most"),
    Claim(.pixels, 1000, "canvas { width = 64, height = 64 } \(plain)", "64x64 has more than 1000 pixels"),
    Claim(.assets, 1, "return image 'a.png':lasting(1) .. image 'b.png':lasting(1)", "more than 1 files"),
    Claim(.assetBytes, 100, "return image 'a.png':lasting(1)", "more than 100 bytes"),
    Claim(
      .names, 1, "param.number { 'a', default = 1 } param.number { 'b', default = 1 } \(plain)", "more than 1 params"),
    Claim(.mediaPixels, 1000, "return image 'a.png':lasting(1)", "a.png"),
    Claim(.mediaPixelsPerByte, 1, "return image 'large.png':lasting(1)", "large.png"),
    Claim(.mediaStreams, 1, "return video 'two.mp4'", "two.mp4"),
    Claim(.mediaPackets, 3, "return audio 'bare.aac'", "more than 3 packets"),
    Claim(.mediaMemory, 100_000, "return video 'two.mp4'", "two.mp4"),
    Claim(.mediaWallClock, 0, "return video 'two.mp4'", "takes longer to read than 0.0 s"),
  ]

  private static let footage: Result<Workshop, any Error> = Result {
    let workshop = try Workshop()
    let pictures = "-f lavfi -i testsrc2=s=96x64:r=10:d=1"
    try workshop.ffmpeg("\(pictures) -frames:v 1 a.png")
    try workshop.ffmpeg("-f lavfi -i testsrc=s=96x64:d=1 -frames:v 1 b.png")
    try workshop.ffmpeg("-f lavfi -i testsrc2=s=7800x4400:d=1 -frames:v 1 large.png")
    try workshop.ffmpeg("\(pictures) -f lavfi -i sine=d=1 two.mp4")
    try workshop.ffmpeg("-f lavfi -i sine=d=1 bare.aac")
    return workshop
  }

  private func error(_ claim: Claim, at amount: Double?) throws -> RepriseError? {
    let folder = try Self.footage.get().folder.path(percentEncoded: false)
    var runtime = Runtime()
    runtime.limits[.wallClock] = 60
    if let amount { runtime.limits[claim.limit] = amount }
    do throws(RepriseError) {
      _ = try runtime.evaluate(Recipe(source: claim.source, folder: folder))
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: claims) func aLimitHolds(claim: Claim) throws {
    #expect(try error(claim, at: nil) == nil)
    let refusal = try #require(try error(claim, at: claim.amount))
    #expect("\(refusal)".contains(claim.words), "\(refusal)")
  }

  /// Those of chains of posts are held to theirs in RecipeTests.
  @Test func noLimitIsLeftOut() {
    let elsewhere: Set<Limit> = [.chain, .posts, .workers, .calls]
    #expect(Set(Self.claims.map(\.limit)).union(elsewhere) == Set(Limit.allCases))
  }

  @Test func amountsAreHeldInReason() {
    var limits = Limits()
    for limit in Limit.allCases {
      #expect(limits[limit] == limit.standard && limit.standard > 0)
      for amount in [-1, .nan, .infinity, -.infinity, 1e300, 12] {
        limits[limit] = amount
        #expect((0...0x1p53).contains(limits[limit]))
      }
      #expect(limits[limit] == 12)
    }
  }
}
