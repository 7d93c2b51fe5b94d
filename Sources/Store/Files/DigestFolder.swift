import Glibc
import Graph

/// A folder of files that are named by digests, spread over 256 folders: `ab/<62 digits>`.
///
/// Files are never changed once they have their name. When one was written or used last is its time of change, so that
/// using one needs no entry elsewhere. Beside the 256 lie `new`, where files are written, and `damaged`, where those
/// lie that turned out not to be what they were.
struct DigestFolder: Hashable, Sendable {
  let path: String

  func path(of name: Digest) -> String {
    let digits = name.description
    return "\(path)/\(digits.prefix(2))/\(digits.dropFirst(2))"
  }

  /// Opens a file; nil if there is none.
  func open(_ name: Digest) throws(StoreError) -> OpenFile? {
    try OpenFile.reading(path(of: name))
  }

  func status(of name: Digest) -> FileStatus? {
    FileStatus(of: path(of: name)).flatMap { $0.isRegular ? $0 : nil }
  }

  /// Starts a file, which `commit` gives its name.
  func newFile() throws(StoreError) -> TemporaryFile {
    let folder = path + "/new"
    if access(folder, F_OK) != 0 { try Folder.make(folder) }
    return try TemporaryFile(in: folder, mode: 0o444)
  }

  /// Makes sure that files are on the disk, and gives them their names, in their order.
  func commit(_ files: [(file: TemporaryFile, name: Digest)]) throws(StoreError) {
    for (file, _) in files { try file.synchronize() }
    var changed: Set<String> = []
    for (file, name) in files {
      let place = path(of: name)
      if mkdir(place.parentFolder, 0o777) == 0 { changed.insert(path) }
      try file.rename(to: place)
      changed.insert(place.parentFolder)
    }
    for folder in changed { try Folder.synchronize(folder) }
  }

  /// Writes bytes under a name.
  func write(_ pieces: [UInt8]..., as name: Digest) throws(StoreError) {
    let file = try newFile()
    for piece in pieces { try file.append(piece) }
    try commit([(file, name)])
  }

  /// Writes many small files. The disk is waited for when a hundred are written, which takes little longer than for
  /// one.
  func write(_ files: [(name: Digest, bytes: [UInt8])]) throws(StoreError) {
    var rest = files[...]
    while !rest.isEmpty {
      var written: [(TemporaryFile, Digest)] = []
      for (name, bytes) in rest.prefix(100) {
        let file = try newFile()
        try file.append(bytes)
        written.append((file, name))
      }
      try commit(written)
      rest = rest.dropFirst(100)
    }
  }

  /// - Returns: Whether it was there, and is gone.
  func remove(_ name: Digest) -> Bool {
    unlink(path(of: name)) == 0
  }

  /// Notes that a file is in use. On a disk that may only be read, nothing is noted.
  ///
  /// - Parameter seconds: How old the last note has to be for a new one.
  func touch(_ name: Digest, olderThan seconds: Double) {
    guard let status = status(of: name), status.age > seconds || status.age < 0 else { return }
    utimensat(AT_FDCWD, path(of: name), nil, 0)
  }
}

extension DigestFolder {
  /// A file, and what is known of it.
  struct Entry {
    let name: Digest
    let status: FileStatus
  }

  /// Every file, in the order of the names.
  func entries() throws(StoreError) -> [Entry] {
    var entries: [Entry] = []
    for shard in try Folder.names(in: path).sorted() where shard.utf8.count == 2 {
      for rest in try Folder.names(in: "\(path)/\(shard)").sorted() {
        guard let name = Digest(hexadecimal: shard + rest), let status = status(of: name) else { continue }
        entries.append(Entry(name: name, status: status))
      }
    }
    return entries
  }

  /// Moves a file away that is not what its name says, so that another may be written in its place.
  ///
  /// - Parameter status: What was found damaged: a file that has taken its place since stays.
  /// - Precondition: the caller holds the store's lock exclusively.
  func setAside(_ name: Digest, _ status: FileStatus) throws(StoreError) {
    guard let present = self.status(of: name), present.isSameFile(as: status) else { return }
    let folder = path + "/damaged"
    try Folder.make(folder)
    let target = "\(folder)/\(name).\(String(UInt32.random(in: 0...UInt32.max), radix: 36))"
    guard rename(path(of: name), target) == 0 else { throw .system(at: path(of: name)) }
  }

  /// Folders beside the 256.
  enum Corner: String, CaseIterable {
    case new, damaged
  }

  /// The files in a corner, by their paths.
  func files(in corner: Corner) throws(StoreError) -> [(path: String, status: FileStatus)] {
    let folder = "\(path)/\(corner.rawValue)"
    return try Folder.names(in: folder).compactMap { name in
      FileStatus(of: "\(folder)/\(name)").map { ("\(folder)/\(name)", $0) }
    }
  }

  /// Removes what writers left that were killed, or what was moved away.
  func sweep(_ corner: Corner, olderThan seconds: Double) throws(StoreError) {
    for file in try files(in: corner) where file.status.age > seconds { unlink(file.path) }
  }
}
