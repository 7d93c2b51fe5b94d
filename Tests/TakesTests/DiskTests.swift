import Foundation
import Glibc
import Testing

@testable import Takes

/// A file system in memory, mounted on a folder of a test's own. Only root may mount, and in many containers not even root.
private final class SmallDisk {
  let folder: String

  init(in scratch: Scratch) throws {
    folder = scratch.folder + "/disk"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    guard mount("tmpfs", folder, "tmpfs", 0, "size=512k") == 0 else { throw CocoaError(.fileWriteNoPermission) }
  }

  deinit { umount2(folder, Int32(MNT_DETACH)) }

  func fill() {
    let path = folder + "/" + UUID().uuidString
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    let file = FileHandle(forWritingAtPath: path)
    while (try? file?.write(contentsOf: Data(count: 4096))) != nil {}
  }

  static let isPossible: Bool = {
    guard geteuid() == 0, let scratch = try? Scratch() else { return false }
    return (try? SmallDisk(in: scratch)) != nil
  }()
}

@Suite(.enabled(if: SmallDisk.isPossible, "nothing may be mounted here")) struct DiskTests {
  @Test func whatWasBoughtIsWrittenEvenWhenTheDiskIsFull() throws {
    let scratch = try Scratch()
    let disk = try SmallDisk(in: scratch)
    let ledger = try Ledger(at: disk.folder + "/ledger")
    // Longer than what is left in the last block of the file.
    let request = try Request.film(String(repeating: "tide ", count: 2000))
    let id = Ticket.ID.numbered(1)
    _ = try ledger.open(id, for: request, quote: .usd(1), purpose: Purpose(), within: [], at: .start)
    try ledger.note(.sending, on: id, at: .start)
    disk.fill()
    try ledger.note(.accepted(.named("video_1")), on: id, at: .start)
    #expect(try ledger.record(.of("film"), for: id, at: .start).number == 1)
    disk.fill()
    let error = #expect(throws: TakeError.self) {
      try ledger.open(.numbered(2), for: request, quote: .usd(1), purpose: Purpose(), within: [], at: .start)
    }
    #expect(error?.code == .full)
    let books = try Ledger(at: disk.folder + "/ledger").books()
    #expect(books.takes.count == 1 && books.openTickets.isEmpty && books.damage.isEmpty)
  }
}
