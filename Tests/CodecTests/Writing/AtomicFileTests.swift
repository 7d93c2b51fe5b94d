import Foundation
import Media
import Testing

@testable import Codec

@Suite struct AtomicFileTests {
  @Test(arguments: [true, false])
  func aFileAppearsOnlyWhenItIsWhole(unnamed: Bool) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/a"
      let file = try AtomicFile(path, unnamed: unnamed)
      try file.write([1, 2, 3])
      let before = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(before.allSatisfy { $0.hasPrefix(".") } && before.isEmpty == unnamed)
      try file.commit()
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a"])
      #expect(try Array(Data(contentsOf: URL(fileURLWithPath: path))) == [1, 2, 3])
    }
  }

  @Test(arguments: [true, false])
  func withoutACommitTheOldFileStaysAndNothingElseDoes(unnamed: Bool) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/a"
      try Data([9]).write(to: URL(fileURLWithPath: path))
      do {
        let file = try AtomicFile(path, unnamed: unnamed)
        try file.write([1, 2, 3])
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a"])
      #expect(try Array(Data(contentsOf: URL(fileURLWithPath: path))) == [9])
    }
  }

  @Test func aLinkIsFollowedAndStays() throws {
    try withTemporaryFolder { folder in
      let (link, target) = (folder + "/link", folder + "/target")
      try Data([9]).write(to: URL(fileURLWithPath: target))
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
      let file = try AtomicFile(link)
      try file.write([1])
      try file.commit()
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
      #expect(try Array(Data(contentsOf: URL(fileURLWithPath: target))) == [1])
    }
  }

  @Test(arguments: [
    ("/no/such/folder/a.mp4", "its folder does not exist; make the folder first"),
    ("/etc/passwd/a.mp4", "a part of its path is not a folder"), ("/tmp", "is a folder; name a file in it"),
    ("/tmp/", "is a folder"), ("", "is a folder"), ("/dev/null", "is a device or a pipe"),
    ("/tmp/" + String(repeating: "x", count: 300), "the name is too long"),
  ])
  func aPathThatCannotBeWrittenIsSaidSoAtOnceOrOnCommit(path: String, words: String) throws {
    let error = #expect(throws: CodecError.self) { try AtomicFile(path).commit() }
    #expect("\(try #require(error))".hasPrefix("\(path): \(words)"))
  }

  @Test(.enabled(if: FullDisk.isAvailable, "needs the right to mount a small disk"))
  func aFullDiskIsSaidSoAndLeavesNothingBehind() throws {
    try FullDisk.with(kilobytes: 16) { folder in
      let path = folder + "/a.mp4"
      let long = TestMovie(lengths: [150])
      let movie = try Movie(long.encoding(), segments: long.spool())
      let error = #expect(throws: CodecError.self) { try movie.write(into: AtomicFile(path)) }
      let words = "\(try #require(error))"
      #expect(words.contains("the disk is full: wrote "))
      #expect(words.contains(/wrote \d+ of \d\d\d+ bytes; make room/))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)

      let spool = try PacketSpool(in: folder)
      let spooling = #expect(throws: CodecError.self) { try spool.append(long.segment(0), at: [0]) }
      #expect("\(try #require(spooling))".contains("the disk is full"))
    }
  }

  @Test func theSizeThatAFullDiskIsComparedWithIsRight() throws {
    try withTemporaryFolder { folder in
      try TestMovie().write(to: folder + "/a.mp4")
      let movie = try Movie(TestMovie().encoding(), segments: TestMovie().spool())
      #expect(try movie.length() == Data(contentsOf: URL(fileURLWithPath: folder + "/a.mp4")).count)
    }
  }
}

/// A disk with next to no room.
private enum FullDisk {
  static var isAvailable: Bool { geteuid() == 0 && (try? with(kilobytes: 16) { _ in true }) == true }

  static func with<R>(kilobytes: Int, _ body: (String) throws -> R) throws -> R {
    try withTemporaryFolder { folder in
      let mount = try Oracle.run("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", folder)
      guard mount.succeeded else { throw CocoaError(.fileWriteNoPermission) }
      defer { _ = try? Oracle.run("umount", "-l", folder) }
      return try body(folder)
    }
  }
}
