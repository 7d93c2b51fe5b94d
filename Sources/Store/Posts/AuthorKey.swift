import Crypto
import FoundationEssentials
import Glibc

/// The secret that an author signs with, kept in a file that nobody else may read.
package struct AuthorKey: Sendable {
  /// The seed of RFC 8032, section 5.1.5.
  private let seed: [UInt8]
  package let publicKey: PublicKey

  init(seed: [UInt8]) throws(StoreError) {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
      throw StoreError(.malformed, "author key", "has \(seed.count) bytes", wanted: "32")
    }
    self.seed = seed
    publicKey = PublicKey(bytes: Array(key.publicKey.rawRepresentation))
  }

  func signature(of message: [UInt8]) throws(StoreError) -> [UInt8] {
    do {
      return try Array(Curve25519.Signing.PrivateKey(rawRepresentation: seed).signature(for: message))
    } catch {
      throw StoreError(.unreachable, "author key", "cannot sign: \(error)")
    }
  }
}

extension AuthorKey {
  /// Reads the key in a file, and makes both if there is none.
  ///
  /// - Throws: `.unsafeKey` if others may read it; `.malformed` if it is none.
  package init(at path: String = AuthorKey.standardPath) throws(StoreError) {
    // Read again when it was made: another process may have been first.
    if try AuthorKey.text(at: path) == nil { try AuthorKey.make(at: path) }
    guard let text = try AuthorKey.text(at: path) else { throw StoreError(system: ENOENT, at: path) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 3, lines[0] == AuthorKey.title, lines[2].isEmpty, let seed = [UInt8](base64: lines[1]) else {
      throw StoreError(
        .malformed, path, "is no author key", wanted: "a file that `reprise publish` made",
        remedy: "put back a copy of your own, or move it away to get a new key")
    }
    try self.init(seed: seed)
  }

  /// `REPRISE_KEY`, else `reprise/author.key` in `XDG_CONFIG_HOME`, else `~/.config/reprise/author.key`.
  package static var standardPath: String {
    standardPath { name in getenv(name).map { String(cString: $0) } }
  }

  static func standardPath(_ variable: (String) -> String?) -> String {
    if let path = variable("REPRISE_KEY"), !path.isEmpty { return path }
    return Store.personalFolder("XDG_CONFIG_HOME", otherwise: ".config", variable) + "/reprise/author.key"
  }

  private static let title = "Reprise author key (Ed25519). Whoever has it can publish in your name. Keep a copy."

  /// What stands in the file; nil if there is none.
  private static func text(at path: String) throws(StoreError) -> String? {
    guard let file = try OpenFile.reading(path) else { return nil }
    let status = try file.status()
    guard status.rights & 0o077 == 0 else {
      throw StoreError(
        .unsafeKey, path, "others may read or change it (mode \(String(status.rights, radix: 8)))",
        remedy: "chmod 600 \(path)")
    }
    return String(decoding: try file.bytes(1000), as: UTF8.self)
  }

  private static func make(at path: String) throws(StoreError) {
    try Folder.make(path.parentFolder, mode: 0o700)
    let file = try TemporaryFile(in: path.parentFolder, mode: 0o600)
    let seed = Array(Curve25519.Signing.PrivateKey().rawRepresentation)
    try file.append(Array("\(title)\n\(seed.base64)\n".utf8))
    try file.commitIfAbsent(as: path)
  }
}
