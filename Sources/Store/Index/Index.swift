import GRDB
import Glibc
import Graph
import Synchronization

/// An SQLite file that answers questions about posts: by name, by parent, by picture.
///
/// It holds nothing that the folders do not. So a file that is lost, cut off, overwritten or foreign is moved away and
/// made anew by whoever notices. Where nothing may be written, it is made in memory.
///
/// Whoever writes holds the lock shared and has looked that the file under the name is the one that it has open;
/// whoever opens, makes or moves away the file holds it exclusively.
final class Index: Sendable {
  private struct Connection {
    let database: DatabaseQueue
    /// Nil in memory.
    let file: FileStatus?
  }

  private let folder: String
  private let lock: FolderLock
  private let schema: Schema
  private let findings: Findings
  private let connection = Mutex<Connection?>(nil)

  init(folder: String, schema: Schema, findings: Findings) {
    (self.folder, self.schema, self.findings) = (folder, schema, findings)
    lock = FolderLock(path: folder + "/index.lock")
  }

  private var path: String { folder + "/index.sqlite" }

  func read<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    try mending { connection throws(StoreError) in
      try StoreError.translating(path) { try connection.database.read(body) }
    }
  }

  func write<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    while true {
      let done = try mending { connection throws(StoreError) in
        try lock.shared { () throws(StoreError) -> T? in
          guard isCurrent(connection) else { return nil }
          return try StoreError.translating(path) { try connection.database.write(body) }
        }
      }
      if let done { return done }
    }
  }

  /// Makes the index anew from the folders.
  func rebuild() throws(StoreError) {
    try lock.exclusive { () throws(StoreError) in try moveAway() }
    _ = try current()
  }
}

extension Index {
  /// Does something, and does it again with an index made anew if the present one turns out to be damaged.
  private func mending<T>(_ body: (Connection) throws(StoreError) -> T) throws(StoreError) -> T {
    let present = try current()
    do throws(StoreError) {
      return try body(present)
    } catch {
      guard error.code == .damaged else { throw error }
      try lock.exclusive { () throws(StoreError) in
        if isCurrent(present) { try moveAway(because: error) }
      }
      return try body(current())
    }
  }

  /// The connection to the file that has the name now.
  private func current() throws(StoreError) -> Connection {
    try connection.withLock { connection throws(StoreError) in
      if let connection, isCurrent(connection) { return connection }
      let opened = try open()
      connection = opened
      return opened
    }
  }

  private func isCurrent(_ connection: Connection) -> Bool {
    guard let file = connection.file else { return true }
    return FileStatus(of: path)?.isSameFile(as: file) ?? false
  }

  private func open() throws(StoreError) -> Connection {
    guard access(folder, W_OK) == 0 else {
      let database = try StoreError.translating("index") { try DatabaseQueue() }
      try schema.prepare(database)
      return Connection(database: database, file: nil)
    }
    return try lock.exclusive { () throws(StoreError) in
      do throws(StoreError) {
        return try openFile()
      } catch {
        guard error.code == .damaged else { throw error }
        try moveAway(because: error)
        return try openFile()
      }
    }
  }

  /// - Precondition: the lock is held exclusively.
  private func openFile() throws(StoreError) -> Connection {
    var configuration = Configuration()
    configuration.busyMode = .timeout(20)
    configuration.label = "reprise index"
    let database = try StoreError.translating(path) { try DatabaseQueue(path: path, configuration: configuration) }
    try schema.prepare(database)
    return Connection(database: database, file: FileStatus(of: path))
  }

  /// - Precondition: the lock is held exclusively.
  private func moveAway(because error: StoreError? = nil) throws(StoreError) {
    if let error { findings.add(Finding(subject: .index, problem: "was damaged; it was made anew (\(error.came))")) }
    let place = folder + "/damaged"
    try Folder.make(place)
    let mark = String(UInt32.random(in: 0...UInt32.max), radix: 36)
    for ending in ["", "-journal"] {
      guard rename(path + ending, "\(place)/index.\(mark).sqlite\(ending)") != 0, errno != ENOENT else { continue }
      throw .system(at: path + ending)
    }
  }
}
