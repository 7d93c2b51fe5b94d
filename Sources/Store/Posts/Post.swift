package import Graph

/// A manifest that is what its author sealed, or a draft that nobody has.
package struct Post: Hashable, Sendable {
  /// The SHA-256 of the manifest's bytes.
  package let id: Digest
  package let manifest: Manifest
  /// Nil for a draft.
  package let seal: Seal?
  let bytes: [UInt8]

  /// Reads a post as it is stored.
  ///
  /// - Parameters:
  ///   - manifest: The bytes of the manifest.
  ///   - seal: The bytes of the seal; nil for a draft, which has no author either.
  /// - Throws: `.malformed`; `.unverified` if the seal does not belong under the manifest.
  package init(manifest bytes: [UInt8], seal: [UInt8]?) throws(StoreError) {
    id = Digest(of: bytes)
    manifest = try Manifest(parsing: bytes)
    self.seal = if let seal { try Seal(parsing: seal) } else { nil }
    self.bytes = bytes
    try checkSeal()
  }

  /// Seals a manifest.
  ///
  /// - Parameter key: That of the manifest's author.
  package init(sealing manifest: Manifest, with key: AuthorKey) throws(StoreError) {
    let bytes = try manifest.checkedBytes
    try self.init(manifest: bytes, seal: Seal(bytes, with: key).bytes)
  }

  /// A post that is not published: the manifest has no author.
  package init(draft manifest: Manifest) throws(StoreError) {
    try self.init(manifest: manifest.checkedBytes, seal: nil)
  }

  private func checkSeal() throws(StoreError) {
    switch (seal, manifest.author) {
    case (nil, nil): return
    case (let seal?, let author?):
      guard seal.post == id else { throw refused("its seal is that of another post") }
      guard seal.key == author.key else { throw refused("its seal is not its author's") }
      guard seal.holds(bytes) else { throw refused("its signature is not valid") }
    case (nil, _?): throw refused("its seal is missing")
    case (_?, nil): throw refused("it has a seal, but no author")
    }
  }

  private func refused(_ came: String) -> StoreError {
    StoreError(.unverified, "post \(id)", came, remedy: "get the post again from where it came")
  }
}

extension Manifest {
  /// The bytes, if they can be read back.
  fileprivate var checkedBytes: [UInt8] {
    get throws(StoreError) {
      for case .number(let number) in params.values where !number.isFinite {
        throw StoreError(.malformed, "manifest: params", "holds a number that is not finite")
      }
      let bytes = bytes
      _ = try Manifest(parsing: bytes)
      return bytes
    }
  }
}
