import Claims
import Foundation
import Graph
import Testing

@testable import Store

@Suite struct ObjectTests {
  @Test func whatIsPutComesBack() throws {
    let scratch = try Scratch()
    try always(runs: 50) { draws in
      (0..<draws.int(0...3000)).map { _ in UInt8(draws.int(0...255)) }
    } holds: { bytes in
      let digest = try scratch.store.put(bytes)
      let path = try scratch.store.path(of: digest)
      return try digest == Digest(of: bytes) && scratch.store.bytes(of: digest) == bytes
        && [UInt8](Data(contentsOf: URL(fileURLWithPath: path))) == bytes
    }
  }

  @Test func anObjectLiesUnderItsDigestForReadingAlone() throws {
    let scratch = try Scratch()
    let digest = try scratch.store.put(Array("abc".utf8))
    // NIST's first example.
    let path = "objects/ba/7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(try scratch.files() == [path])
    #expect(try scratch.store.path(of: digest) == scratch.store.folder + "/" + path)
    let rights = try FileManager.default.attributesOfItem(atPath: scratch.store.path(of: digest))[.posixPermissions]
    #expect(rights as? Int == 0o444)
  }

  @Test func whatIsThereIsNotWrittenAgain() throws {
    let scratch = try Scratch()
    let digest = try scratch.store.put([1, 2, 3])
    let before = try #require(FileStatus(of: scratch.store.path(of: digest)))
    _ = try scratch.reopened().put([1, 2, 3])
    let path = try scratch.write([1, 2, 3], to: "file")
    #expect(try scratch.store.put(contentsOf: path) == digest)
    #expect(try FileStatus(of: scratch.store.path(of: digest)) == before)
    #expect(try scratch.files().count == 1)
  }

  @Test(arguments: [0, 1, 1 << 20, (1 << 20) + 1, 3_000_000]) func aFileIsTakenOverWhole(count: Int) throws {
    let scratch = try Scratch()
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    let path = try scratch.write(bytes, to: "file")
    let digest = try scratch.store.put(contentsOf: path)
    #expect(digest == Digest(of: bytes))
    #expect(try scratch.store.bytes(of: digest) == bytes)
  }

  @Test func aFileThatIsNotWhatItWasIsRefused() throws {
    let scratch = try Scratch()
    let path = try scratch.write([1, 2, 3], to: "file")
    let error = #expect(throws: StoreError.self) {
      try scratch.store.put(contentsOf: path, expecting: Digest(of: [1, 2]))
    }
    #expect(error?.code == .changed)
    #expect(try scratch.store.put(contentsOf: path, expecting: Digest(of: [1, 2, 3])) == Digest(of: [1, 2, 3]))
    #expect(try scratch.files().count == 1)
  }

  @Test(arguments: [("", StoreError.Code.missing), ("no", .missing), ("/tmp", .unreachable), ("a\0b", .unreachable)])
  func whatIsNoFileCannotBePut(path: String, code: StoreError.Code) throws {
    let scratch = try Scratch()
    #expect(#expect(throws: StoreError.self) { try scratch.store.put(contentsOf: path) }?.code == code)
  }

  @Test func aDamagedObjectIsNeverServed() throws {
    let scratch = try Scratch()
    let bytes = (0..<50).map { UInt8($0) }
    let digest = Digest(of: bytes)
    for offset in bytes.indices {
      _ = try scratch.store.put(bytes)
      let path = try scratch.store.path(of: digest)
      try scratch.damage(path, at: offset)
      let read = offset.isMultiple(of: 2)
      let error = #expect(throws: StoreError.self) {
        if read { _ = try scratch.store.bytes(of: digest) } else { _ = try scratch.store.path(of: digest) }
      }
      #expect(error?.code == .damaged)
      #expect(scratch.store.takeFindings().map(\.subject) == [.object(digest)])
      #expect(!scratch.store.has(digest))
    }
    #expect(try scratch.files("objects/damaged").count == bytes.count)
  }

  @Test func anObjectThatWasCutOffIsPutAgain() throws {
    let scratch = try Scratch()
    let digest = try scratch.store.put([1, 2, 3])
    try scratch.overwrite(scratch.store.path(of: digest), [])
    _ = try scratch.reopened().put([1, 2, 3])
    #expect(try scratch.store.bytes(of: digest) == [1, 2, 3])
    #expect(try scratch.files("objects/damaged").count == 1)
  }

  @Test func whatIsNotThereIsSaidSo() throws {
    let scratch = try Scratch()
    let store = scratch.store
    let digest = Digest(of: [1])
    #expect(!store.has(digest))
    let error = #expect(throws: StoreError.self) { try store.bytes(of: digest) }
    #expect(error?.code == .missing)
    #expect(error?.description.hasPrefix("sha256:\(digest): is not in the store; ") == true)
    #expect(throws: StoreError.self) { try store.path(of: digest) }
  }

  @Test func whatIsTooLargeForMemoryIsNotRead() throws {
    let scratch = try Scratch()
    let digest = try scratch.store.put([1, 2, 3])
    #expect(#expect(throws: StoreError.self) { try scratch.store.bytes(of: digest, atMost: 2) }?.code == .tooLarge)
  }

  @Test func manyThreadsPutAndReadAtOnce() async throws {
    let scratch = try Scratch()
    let store = scratch.store
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for task in 0..<8 {
        group.addTask {
          try (0..<40).allSatisfy { number in
            let bytes = Array("\((number + task) % 40)".utf8)
            return try store.bytes(of: store.put(bytes)) == bytes
          }
        }
      }
      for try await isRight in group { #expect(isRight) }
    }
    #expect(try scratch.files().count == 40)
  }

  @Test func nothingButObjectsIsLeft() throws {
    let scratch = try Scratch()
    _ = try scratch.store.put([1])
    #expect(throws: StoreError.self) {
      try scratch.store.put(contentsOf: scratch.write([2], to: "f"), expecting: Digest(of: [3]))
    }
    #expect(try scratch.files("objects/new").isEmpty)
  }
}
