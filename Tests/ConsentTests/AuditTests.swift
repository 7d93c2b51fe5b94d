import Foundation
import Graph
import Store
import Testing

@testable import Consent

/// What is done to a log behind our backs is found, and until it is mended nothing is allowed.
@Suite struct AuditTests {
  let cast: Cast
  let scratch: Scratch
  let head: Head
  let lines: [Data]

  init() throws {
    (cast, scratch) = (try Cast(), try Scratch())
    let (cast, registry) = (cast, try scratch.registry())
    try registry.add(try cast.grant(to: .everyone), at: .start)
    for index in 0..<4 { _ = try registry.judge(cast.use { $0.post = .post(index) }) }
    try registry.add(try cast.revocation(.cameo), at: .start)
    (head, lines) = (try registry.head, try scratch.lines)
  }

  /// What is found in other lines, and whether a registry opens on them.
  private func faults(in lines: [Data], remembering head: Head? = nil) throws -> [Audit.Fault] {
    try scratch.write(lines: lines)
    let faults = try scratch.audit(remembering: head)
    let opens = (try? scratch.registry(remembering: head)) != nil
    #expect(opens == faults.isEmpty)
    return faults
  }

  @Test func nothingIsFoundInALogAsItWasWritten() throws {
    #expect(try faults(in: lines, remembering: head).isEmpty)
    #expect(Head("\(head)") == head)
    #expect(Head("6 sha256:0") == nil && Head("-6 sha256:\(head.digest)") == nil && Head("") == nil)
  }

  @Test func everyChangedByteIsFoundWhereItIs() throws {
    for index in lines.indices {
      for offset in stride(from: 0, to: lines[index].count, by: 19) {
        var changed = lines
        changed[index][changed[index].startIndex + offset] ^= 1
        #expect(try faults(in: changed).first == Audit.Fault(kind: .changed, line: index + 1), "\(index) \(offset)")
      }
    }
  }

  @Test func aCutIsFoundWhereItIs() throws {
    for index in 0..<lines.count - 1 {
      var cut = lines
      cut.remove(at: index)
      #expect(try faults(in: cut) == [Audit.Fault(kind: .cut, line: index + 1)])
    }
  }

  @Test func anotherOrderIsFoundWhereItIs() throws {
    for index in 0..<lines.count - 1 {
      var moved = lines
      moved.swapAt(index, index + 1)
      #expect(try faults(in: moved).first == Audit.Fault(kind: .moved, line: index + 1))
    }
    #expect(try faults(in: lines + [lines[0]]) == [Audit.Fault(kind: .moved, line: lines.count + 1)])
  }

  @Test func aCutTailIsFoundByARememberedHead() throws {
    for count in lines.indices {
      let rest = Array(lines[..<count])
      #expect(try faults(in: rest, remembering: head) == [Audit.Fault(kind: .ended, line: count + 1)])
      // Without one, nobody can know.
      #expect(try faults(in: rest).isEmpty)
    }
  }

  @Test func aLogThatWasWrittenAnewIsFoundByARememberedHead() throws {
    let other = try Scratch()
    let registry = try other.registry()
    for index in 0..<8 { _ = try registry.judge(cast.use { $0.post = .post(index) }) }
    #expect(try faults(in: other.lines, remembering: head) == [Audit.Fault(kind: .replaced, line: head.count)])
  }

  @Test func aGrantThatIsSlippedIntoAWellMadeChainIsFound() throws {
    let text = lines.map { String(decoding: $0, as: UTF8.self) }
    let wider = text[0].replacingOccurrences(of: #""unmarked":false"#, with: #""unmarked":true"#)
    let entry = try #require(wider.dropFirst(9).range(of: #","sum":"#)).lowerBound
    let body = wider.dropFirst(9)[..<entry]
    let forged = #"{"entry":\#(body),"sum":"\#(Digest(of: body.utf8))"}"#
    #expect(try faults(in: [Data(forged.utf8)]) == [Audit.Fault(kind: .forged, line: 1)])
  }

  @Test func aLogThatBecomesDamagedAllowsNothingMore() throws {
    try scratch.write(lines: lines)
    let registry = try scratch.registry()
    let file = try FileHandle(forWritingTo: scratch.log)
    try file.seekToEnd()
    try file.write(contentsOf: Data("{}\n".utf8))
    for _ in 1...2 {
      #expect(try #require(throws: StoreError.self) { try registry.judge(cast.use()) }.code == .damaged)
    }
    #expect(try #require(throws: StoreError.self) { try registry.standing }.code == .damaged)
  }

  @Test func aFolderWithoutALogIsNotAnEmptyLog() throws {
    #expect(try #require(throws: StoreError.self) { try Audit(ofLogIn: scratch.folder) }.code == .missing)
  }
}
