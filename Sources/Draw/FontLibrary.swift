import CPango
import Glibc
import Synchronization

/// The fonts that texts may use: the system's, and those of extra folders.
///
/// It reads no settings of the user's, opens no network and writes nothing but fontconfig's own cache. Fonts installed
/// after it was made are not seen; `isCurrent` tells. Any thread may use it.
package final class FontLibrary: @unchecked Sendable {
  // Sendable because fontconfig locks what it changes, and the configuration is not changed after `init`.
  let configuration: OpaquePointer
  private let folders: FolderStates
  /// Families that files stand for.
  let names: Set<String>

  /// - Parameter extraFolders: Absolute paths, searched with their subfolders. Where a font is in several places, theirs
  ///   is taken before the system's.
  /// - Throws: `.unreadableFontFolder`; `.noFonts` if there is no font at all.
  /// - Complexity: A millisecond with a warm font cache; seconds the first time on a machine with many fonts.
  package convenience init(extraFolders: [String] = []) throws(DrawError) {
    for folder in extraFolders where !folder.hasPrefix("/") || access(folder, R_OK | X_OK) != 0 {
      throw .unreadableFontFolder(path: folder)
    }
    try self.init(folders: extraFolders + FontConfiguration.systemFolders, files: [])
  }

  /// The fonts of some files alone, and none of the system's.
  ///
  /// - Parameter files: What is no font is passed over, unless it stands for a family.
  /// - Throws: `.noFonts` if none is one; `.unusableFont`.
  package convenience init(files: [FontFile]) throws(DrawError) {
    try self.init(folders: [], files: files)
    let missing = names.subtracting(families)
    for name in missing.sorted() { throw .unusableFont(name: name) }
  }

  private init(folders: [String], files: [FontFile]) throws(DrawError) {
    guard let made = FcConfigCreate() else { throw .failed(operation: "font setup", reason: "out of memory") }
    configuration = made
    FcConfigSetRescanInterval(made, 0)
    let isParsed = FontConfiguration.xml(folders: folders, files: files).withCString { text in
      text.withMemoryRebound(to: FcChar8.self, capacity: 1) { FcConfigParseAndLoadFromMemory(made, $0, FcTrue) }
    }
    guard isParsed == FcTrue else { throw .failed(operation: "font setup", reason: "the rules were not understood") }
    guard FcConfigBuildFonts(made) == FcTrue else { throw .noFonts }
    for file in files {
      _ = file.path.withCString {
        $0.withMemoryRebound(to: FcChar8.self, capacity: 1) { FcConfigAppFontAddFile(made, $0) }
      }
    }
    names = Set(files.compactMap(\.name))
    self.folders = FolderStates(searchedBy: made)
    guard !fonts.isEmpty else { throw .noFonts }
    Self.startPango(with: made)
  }

  deinit { FcConfigDestroy(configuration) }

  /// Whether no folder that it searched has gained, lost or exchanged a file since.
  package var isCurrent: Bool { folders == FolderStates(searchedBy: configuration) }

  private var fonts: [OpaquePointer] {
    [FcSetSystem, FcSetApplication].flatMap { kind in
      guard let set = FcConfigGetFonts(configuration, kind)?.pointee else { return [OpaquePointer]() }
      return UnsafeBufferPointer(start: set.fonts, count: Int(set.nfont)).compactMap(\.self)
    }
  }

  /// The files that the fonts lie in.
  package var files: Set<String> {
    Set(fonts.flatMap { FontPattern($0).strings(FC_FILE) })
  }

  /// Every family, by all its names. Walks all fonts; meant for messages.
  package var families: Set<String> {
    Set(fonts.flatMap { FontPattern($0).strings(FC_FAMILY) })
  }
}

extension FontLibrary {
  private static let isPangoStarted = Mutex(false)

  /// Keeps Pango from loading the machine's font settings, which it does in a thread of its own when its first font
  /// map is made, unless fontconfig has a current configuration; and from reading people's languages.
  ///
  /// The current configuration is ours only meanwhile, so that a host that uses fontconfig itself gets its own.
  private static func startPango(with configuration: OpaquePointer) {
    isPangoStarted.withLock { isStarted in
      guard !isStarted else { return }
      isStarted = true
      FcConfigSetCurrent(configuration)
      if let map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT) {
        // Waits for Pango's thread.
        _ = pango_fc_font_map_get_config(OpaquePointer(map))
        g_object_unref(map)
      }
      FcConfigSetCurrent(nil)
      withoutPreferredLanguages { _ = pango_script_get_sample_language(PANGO_SCRIPT_HAN) }
    }
  }

  /// Runs `body` while the variables that Pango takes languages from are empty. It reads them once and keeps the answer.
  ///
  /// Only variables that are there are changed: that swaps a pointer, where a new one would move the whole environment
  /// from under other threads.
  private static func withoutPreferredLanguages(_ body: () -> Void) {
    let kept = ["PANGO_LANGUAGE", "LANGUAGE"].compactMap { (name: String) in
      getenv(name).map { (name, String(cString: $0)) }
    }
    for (name, _) in kept { setenv(name, "", 1) }
    body()
    for (name, value) in kept { setenv(name, value, 1) }
  }
}
