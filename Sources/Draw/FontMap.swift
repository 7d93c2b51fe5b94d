import CPango
import Synchronization

/// A font map of Pango's, with the fonts of one library.
///
/// Pango keeps some kilobytes of every map for good, also when it is freed. So a map that is done with waits for the next
/// who needs one; a process has as many as it once used together.
struct FontMap: ~Copyable {
  let pointer: UnsafeMutablePointer<PangoFontMap>

  /// Maps that nobody uses, by address, since only the owner of a map touches it.
  private static let idle = Mutex<[UInt]>([])

  init(library: FontLibrary) throws(DrawError) {
    let kept = Self.idle.withLock { $0.popLast() }.flatMap { UnsafeMutablePointer<PangoFontMap>(bitPattern: $0) }
    guard let map = kept ?? pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT) else {
      throw .failed(operation: "font map", reason: "this Cairo has no FreeType fonts")
    }
    pointer = map
    // Forgets what it knew of another library.
    pango_fc_font_map_set_config(OpaquePointer(map), library.configuration)
  }

  deinit {
    let address = UInt(bitPattern: pointer)
    Self.idle.withLock { $0.append(address) }
  }
}
