import CPango

extension Typesetter {
  /// Files by which words are told apart in scripts without spaces, where they are installed.
  package static let dictionaries = ["/usr/share/libthai/thbrk.tri"]

  /// Which libraries shape and draw, to the version: what they make may differ from one to the next.
  package static var libraries: String {
    let versions = [
      ("pango", pango_version_string()), ("cairo", cairo_version_string()), ("harfbuzz", hb_version_string()),
    ]
    return versions.map { "\($0) \($1.map { String(cString: $0) } ?? "")" }.joined(separator: " ") + " "
      + SVGPicture.library + " " + SubtitlePainter.library
  }
}
