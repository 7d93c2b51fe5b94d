import Foundation
import Graph
import Journal
import Testing

@testable import Consent

private let count = ProcessInfo.processInfo.environment["REPRISE_MEASURE"].flatMap { Int($0) }

/// How long a log of many lines takes. Asserts nothing: `REPRISE_MEASURE=100000 swift test -c release -Xswiftc -enable-testing
/// --filter SpeedTests`.
@Suite(.serialized, .enabled(if: count != nil))
struct SpeedTests {
  @Test(arguments: [0, 100, 1]) func readingALog(grantsEvery period: Int) throws {
    let (cast, scratch, lines) = (try Cast(), try Scratch(), try #require(count))
    _ = try scratch.registry()
    try cast.log(of: lines, grantsEvery: period).write(to: scratch.log)
    let clock = ContinuousClock()
    var registry: Registry?
    let opening = try clock.measure { registry = try scratch.registry() }
    let auditing = try clock.measure { _ = try scratch.audit() }
    let judging = try clock.measure { _ = try registry?.judge(cast.use()) }
    let finding = try clock.measure { _ = try registry?.appearances(of: cast.cup) }
    let grants = period == 0 ? "no grants" : "a grant every \(period) lines"
    print("\(lines) lines, \(grants): open \(opening), audit \(auditing), judge \(judging), find \(finding)")
  }
}

extension Cast {
  /// Lines as a registry writes them, without waiting for the disk.
  fileprivate func log(of count: Int, grantsEvery period: Int) throws -> Data {
    let grants = try (1...100).map { try grant($0, to: .people([ben.id])).bytes }
    var (log, digest) = (Data(), Head.start.digest)
    for index in 0..<count {
      let use = use { ($0.post, $0.ancestors) = (.post(index % 1000), [.post(index % 999)]) }
      let isGrant = period > 0 && index % period == 0
      let body = isGrant ? grants[index / period % 100] : Sighting(use, Standing().verdict(on: use)).bytes
      let line = LogLine.bytes(isGrant ? .grant : .use, body, at: .start, after: digest)
      digest = LogLine(line[...])?.digest ?? digest
      log += line + [0x0a]
    }
    return log
  }
}
