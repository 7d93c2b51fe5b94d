import Claims
import Foundation
import Graph
import Journal
import Store
import Testing

@testable import Consent

@Suite struct RegistryTests {
  let cast: Cast
  let scratch: Scratch

  init() throws {
    cast = try Cast()
    scratch = try Scratch()
  }

  /// A log of so many uses, after a grant.
  private func fill(_ count: Int) throws -> Registry {
    let registry = try scratch.registry()
    try registry.add(try cast.grant(to: .everyone), at: .start)
    for index in 0..<count { _ = try registry.judge(cast.use { $0.post = .post(index) }) }
    return registry
  }

  @Test func whatIsWrittenHoldsInTheNextProcess() throws {
    let (here, there) = (try scratch.registry(), try scratch.registry())
    let grant = try cast.grant(to: .everyone)
    try here.add(grant, at: .start)
    #expect(try there.judge(cast.use()) == .allowed(Permission(basis: .grant(grant.id), waivesMark: false)))
    try there.add(try cast.revocation(.grant(grant.id)), at: .start)
    #expect(try !here.judge(cast.use()).isAllowed)
    #expect(try !scratch.registry().judge(cast.use()).isAllowed)
    #expect(try here.head == there.head)
  }

  @Test func whatIsKnownIsNotWrittenAgain() throws {
    let registry = try scratch.registry()
    for _ in 1...3 { try registry.add(try cast.grant(to: .everyone), at: .start) }
    for _ in 1...3 { try registry.add(try cast.revocation(.post(.post(0))), at: .start) }
    #expect(try registry.head.count == 2)
  }

  @Test func theLogRemembersTheLatestTime() throws {
    let until = Moment.start.after(hours: 2)
    try scratch.registry().add(try cast.grant(to: .everyone) { $0.until = until }, at: .start)
    #expect(try scratch.registry().judge(cast.use()).isAllowed)
    #expect(try !scratch.registry().judge(cast.use { $0.now = until }).isAllowed)
    #expect(try !scratch.registry().judge(cast.use()).isAllowed)
    #expect(try scratch.registry().standing.latest == until)
  }

  @Test func theOwnerFindsEveryPostAndDraft() throws {
    let registry = try scratch.registry()
    try registry.add(try cast.grant(to: .people([cast.ben.id])), at: .start)
    let (origin, child) = (Use.Origin(post: .post(0), author: cast.ben.id), try cast.child)
    _ = try registry.judge(cast.use())
    _ = try registry.judge(
      cast.use {
        ($0.post, $0.author, $0.ancestors, $0.origin) = (.post(1), cast.carl.id, [.post(0), .post(0)], origin)
      })
    _ = try registry.judge(cast.use { ($0.post, $0.author, $0.executor) = (.post(2), nil, cast.ben.id) })
    _ = try registry.judge(cast.use { $0.now = .start.after(hours: 1) })
    _ = try registry.judge(cast.use { $0.cameo = child })
    let found = try scratch.registry().appearances(of: cast.cup)
    #expect(found.map(\.post) == [.post(0), .post(1), .post(2)])
    #expect(found.map(\.author) == [cast.ben.id, cast.carl.id, nil])
    #expect(found.map(\.maker) == [cast.ben.id, cast.carl.id, cast.ben.id])
    #expect(found.map(\.count) == [2, 1, 1])
    #expect(found.map(\.wasAllowed) == [true, false, true])
    #expect(found[1].ancestors == [.post(0)] && found[1].origin == origin)
    #expect(found[0].first == .start && found[0].last == .start.after(hours: 1))
  }

  @Test func anyNumberOfThreadsAndOpeningsShareOneLog() async throws {
    let (cast, folder, registry) = (cast, scratch.folder + "/consent", try scratch.registry())
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 0..<8 {
        group.addTask {
          let mine = worker % 2 == 0 ? registry : try Registry(at: folder)
          for index in 0..<10 { _ = try mine.judge(cast.use { $0.post = .post(worker * 10 + index) }) }
        }
      }
      try await group.waitForAll()
    }
    #expect(try scratch.audit(remembering: registry.head).isEmpty)
    #expect(Set(try registry.appearances(of: cast.cup).map(\.post)) == Set((0..<80).map(Digest.post)))
  }

  @Test func aTornTailIsDroppedAndNothingElse() throws {
    _ = try fill(2)
    let (whole, count) = (try Data(contentsOf: scratch.log), try scratch.registry().head.count)
    let lastStart = try #require(whole.dropLast().lastIndex(of: 0x0a)) + 1
    for cut in [lastStart + 1] + Array(stride(from: whole.count - 1, to: lastStart, by: -29)) {
      try whole[..<cut].write(to: scratch.log)
      _ = try scratch.registry().judge(cast.use { $0.post = .post(9) })
      #expect(try scratch.audit().isEmpty, "cut at \(cut)")
      // A line that lacks only its end was whole.
      #expect(try scratch.registry().head.count == (cut == whole.count - 1 ? count + 1 : count))
    }
  }

  @Test func aLogThatMayOnlyBeReadIsRead() throws {
    let head = try fill(1).head
    #expect(chmod(scratch.log.path, 0o400) == 0)
    guard access(scratch.log.path, W_OK) != 0 else { return }
    let registry = try scratch.registry(remembering: head)
    #expect(try registry.standing.verdict(on: cast.use()).isAllowed)
    #expect(throws: StoreError.self) { try registry.judge(cast.use()) }
  }

  @Test func moreThanAPostCanRemixIsNotWritten() throws {
    let registry = try scratch.registry()
    let use = cast.use { $0.ancestors = (0...10_000).map(Digest.post) }
    #expect(try #require(throws: StoreError.self) { try registry.judge(use) }.code == .tooLarge)
    #expect(try registry.head.count == 0)
  }
}
