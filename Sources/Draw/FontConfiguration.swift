/// Fontconfig's rules, in place of those in /etc and in people's home folders, so that two machines with the same fonts
/// choose the same ones.
///
/// - Fonts come from extra folders and the system's two. Of two equally good ones, the first in that order is taken.
/// - The language is the one asked for and never the locale's: fontconfig appends that, so all but the first are dropped.
/// - A generic name stands for our families, and they come last for every family that is missing.
/// - `emoji` is what Pango asks for when a character wants to be in colour.
/// - Files that stand for a family of their own have its name and no other.
/// - Glyphs that are pictures of one size are scaled to the size that is asked for.
enum FontConfiguration {
  static let genericFamilies = [
    "sans-serif": ["Inter", "DejaVu Sans"],
    "serif": ["DejaVu Serif"],
    "monospace": ["DejaVu Sans Mono"],
    "emoji": ["Noto Color Emoji"],
  ]

  /// Where the system keeps fonts.
  static let systemFolders = ["/usr/share/fonts", "/usr/local/share/fonts"]

  static func xml(folders: [String], files: [FontFile]) -> String {
    let folders = folders.map { "<dir>\(escaped($0))</dir>" }
    return """
      <?xml version="1.0"?>
      <!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
      <fontconfig>
        \(folders.joined())
        <cachedir>/var/cache/fontconfig</cachedir>
        <cachedir prefix="xdg">fontconfig</cachedir>
        <match target="pattern">
          <edit name="lang" mode="assign_replace"><name>lang</name></edit>
          <edit name="namelang" mode="assign"><string>en</string></edit>
          <edit name="family" mode="append_last" binding="weak"><string>sans-serif</string></edit>
        </match>
        <match target="font">
          <test name="outline"><bool>false</bool></test>
          <edit name="pixelsizefixupfactor" mode="assign">
            <divide><name target="pattern">pixelsize</name><name target="font">pixelsize</name></divide>
          </edit>
          <edit name="matrix" mode="assign">
            <times>
              <name>matrix</name>
              <matrix>
                <name>pixelsizefixupfactor</name><double>0</double>
                <double>0</double><name>pixelsizefixupfactor</name>
              </matrix>
            </times>
          </edit>
        </match>
      \(genericFamilies.sorted { $0.key < $1.key }.map(alias).joined(separator: "\n"))
      \(files.compactMap(renaming).joined(separator: "\n"))
      </fontconfig>
      """
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  private static func renaming(_ file: FontFile) -> String? {
    file.name.map { name in
      """
      <match target="scan"><test name="file"><string>\(escaped(file.path))</string></test>\
      <edit name="family" mode="assign"><string>\(escaped(name))</string></edit></match>
      """
    }
  }

  private static func alias(_ generic: String, of families: [String]) -> String {
    let preferred = families.map { "<family>\($0)</family>" }.joined()
    return "<alias binding=\"same\"><family>\(generic)</family><prefer>\(preferred)</prefer></alias>"
  }
}
