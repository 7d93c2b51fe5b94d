/// Something of the host's that a recipe holds without seeing inside. Two are equal in Lua if kind and id are.
package struct Handle: Hashable, Sendable {
  /// One of the vocabulary's kinds.
  package var kind: String
  /// The host's own number for it.
  package var id: UInt32

  package init(kind: String, id: UInt32) {
    self.kind = kind
    self.id = id
  }
}
