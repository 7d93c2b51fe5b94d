import Chance
import Foundation
import Graph
import Journal
import Synchronization
import Testing

@testable import Takes

/// A folder of a test's own, gone when the test is over.
final class Scratch: Sendable {
  let folder: String

  /// In memory where that can be: nothing here shows more on a disk, and disks take their time to be sure.
  private static let place: String = {
    let memory = "/dev/shm"
    return access(memory, W_OK) == 0 ? memory : FileManager.default.temporaryDirectory.path
  }()

  init() throws {
    folder = Scratch.place + "/reprise-takes-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func ledger() throws -> Ledger { try Ledger(at: folder + "/ledger") }

  var lines: [String] {
    get throws {
      try String(contentsOfFile: folder + "/ledger/ledger.jsonl", encoding: .utf8).split(separator: "\n").map(
        String.init)
    }
  }

  func write(_ text: String, to name: String = "ledger/ledger.jsonl") throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name), options: [])
  }

  /// Writes into the file that is there, so that who has it open sees it.
  func append(_ bytes: [UInt8]) throws {
    guard let file = FileHandle(forUpdatingAtPath: folder + "/ledger/ledger.jsonl") else {
      throw CocoaError(.fileNoSuchFile)
    }
    try file.seekToEnd()
    try file.write(contentsOf: Data(bytes))
  }

  /// Takes bytes away from the last line, as if whoever wrote it had been killed in the middle.
  func tear(_ count: Int) throws { try cut(min(count, (lines.last?.utf8.count ?? 0) + 1)) }

  /// Takes bytes away from the end.
  func cut(_ count: Int) throws {
    guard let file = FileHandle(forUpdatingAtPath: folder + "/ledger/ledger.jsonl") else {
      throw CocoaError(.fileNoSuchFile)
    }
    let size = try file.seekToEnd()
    try file.truncate(atOffset: size - min(size, UInt64(count)))
  }
}

extension Request {
  static func film(_ prompt: String = "a tide", seconds: Double = 8, backend: String = "films") throws -> Request {
    try Request(
      .video, backend: backend, model: "tide-2",
      parameters: ["prompt": .string(prompt), "seconds": .number(seconds), "size": .string("1280x720")])
  }
}

extension Money {
  static func usd(_ millionths: Int64) throws -> Money { try #require(Money(millionths: millionths, .dollars)) }
}

extension Ticket.ID {
  static func numbered(_ number: UInt64) -> Ticket.ID {
    var chance = SplitMix(number)
    return Ticket.ID(from: &chance)
  }
}

extension Delivery {
  static func of(_ text: String, receipt: Receipt = Receipt()) -> Delivery {
    Delivery(object: Digest(of: text.utf8), byteCount: text.utf8.count, type: "video/mp4", receipt: receipt)
  }
}

extension Moment {
  static let start = Moment(milliseconds: 1_795_370_000_000)

  func after(_ seconds: Int) -> Moment { Moment(milliseconds: milliseconds + seconds * 1000) }
}

extension Ledger {
  /// Buys without anybody to buy from.
  @discardableResult
  func take(
    _ text: String, of request: Request, for purpose: Purpose = Purpose(), cost: Money, number: UInt64,
    at now: Moment = .start
  ) throws -> Take {
    let id = Ticket.ID.numbered(number)
    _ = try open(id, for: request, quote: cost, purpose: purpose, within: [], at: now)
    try note(.sending, on: id, at: now)
    return try record(.of(text), for: id, at: now)
  }
}
