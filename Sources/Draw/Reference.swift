import CPango

/// One reference to a GObject, given up when its owner ends.
struct Reference: ~Copyable {
  let pointer: OpaquePointer

  /// Takes over a reference that a `_new` function or its like returned.
  init(owning pointer: OpaquePointer) {
    self.pointer = pointer
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(pointer)) }
}
