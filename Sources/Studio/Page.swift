/// The page that plays the stream. Its parts stand in the folder `Page` and are built into the program.
enum Page {
  /// The part at a path; nil if there is none.
  static func part(at path: String) -> ByteAnswer? {
    switch path {
    case "/": answer(PackageResources.index_html, "text/html; charset=utf-8")
    case "/player.js": answer(PackageResources.player_js, "text/javascript; charset=utf-8")
    case "/player.css": answer(PackageResources.player_css, "text/css; charset=utf-8")
    default: nil
    }
  }

  private static func answer(_ bytes: [UInt8], _ type: String) -> ByteAnswer {
    ByteAnswer(bytes: bytes, type: type, tag: "\"\(Checksum(of: bytes))\"")
  }
}
