import Testing

@testable import Studio

struct ByteRangeTests {
  @Test(arguments: [
    ("bytes=0-499", ByteRange.part(0..<500)), ("bytes=500-", .part(500..<1000)), ("bytes=-1", .part(999..<1000)),
    ("bytes=-2000", .part(0..<1000)), ("bytes=999-999", .part(999..<1000)), ("bytes=0-99999", .part(0..<1000)),
    ("Bytes=1-1", .part(1..<2)), ("bytes=0-99999999999999999999999", .part(0..<1000)),
    ("bytes=1000-", .unsatisfiable), ("bytes=99999999999999999999999-", .unsatisfiable), ("bytes=-0", .unsatisfiable),
    ("bytes=5-4", .whole), ("bytes=0-1,5-6", .whole), ("bytes=", .whole), ("bytes=-", .whole), ("bytes=a-b", .whole),
    ("bytes=+1-2", .whole), ("rows=0-1", .whole), ("bytes=1-2-3", .whole), ("bytes=--1", .whole),
  ])
  func aRangeMeansWhatTheStandardSays(header: String, range: ByteRange) {
    #expect(ByteRange(header: header, length: 1000) == range)
  }

  @Test func withoutAHeaderEverythingIsWanted() {
    #expect(ByteRange(header: nil, length: 1000) == .whole)
  }

  @Test func nothingHasNoParts() {
    #expect(ByteRange(header: "bytes=0-", length: 0) == .unsatisfiable)
    #expect(ByteRange(header: "bytes=-5", length: 0) == .unsatisfiable)
  }
}
