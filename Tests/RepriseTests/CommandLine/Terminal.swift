import Foundation
import Glibc
import Props

/// A run of the program whose standard error is a terminal of 100 columns.
struct Terminal {
  /// What the terminal was sent, with its own line ends (`\r\n`) made plain.
  let shown: String

  init(_ folder: Folder, _ arguments: [String], environment: [String: String] = [:]) throws {
    var (master, slave): (Int32, Int32) = (-1, -1)
    var size = winsize(ws_row: 24, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
    // `ttyname` answers in one buffer for all threads; tests run side by side.
    var name = [CChar](repeating: 0, count: Int(PATH_MAX))
    guard openpty(&master, &slave, &name, nil, &size) == 0 else { throw CocoaError(.fileReadUnknown) }
    var streams = Child.Streams()
    streams.errors = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    let usual = ["TERM": "xterm", "PATH": "/usr/bin:/bin", "REPRISE_STORE": folder.store]
    let child = try Child(
      Products.path("reprise"), arguments, in: folder.path,
      environment: usual.merging(Sanitizers.options) { $1 }.merging(environment) { $1 }, streams: streams)
    child.wait()
    shown = Terminal.read(master).replacing("\r\n", with: "\n")
    close(slave)
    close(master)
  }

  /// What has been written; a terminal holds a few thousand bytes.
  private static func read(_ master: Int32) -> String {
    var bytes: [UInt8] = []
    var poll = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    while Glibc.poll(&poll, 1, 100) == 1 {
      var piece = [UInt8](repeating: 0, count: 4096)
      let count = Glibc.read(master, &piece, piece.count)
      guard count > 0 else { break }
      bytes += piece[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
