internal import Glibc

/// A file that was made, on this machine.
package struct VideoFile: Hashable, Sendable {
  package let path: String
  package let byteCount: Int
  /// By how the file begins: `video/mp4`.
  package let type: String

  /// Looks at a file that came, and takes it away if it is nothing that can be used.
  ///
  /// Whether all of it can be decoded is for a decoder to say.
  ///
  /// - Throws: `.nonsense` if it begins like none of the wanted kinds of files.
  init(at path: String, of place: String, wanted kinds: [String]) throws(BackendError) {
    let (head, count) = Self.beginning(of: path)
    guard let type = Self.type(of: head), kinds.contains(where: { type.hasPrefix($0) }) else {
      unlink(path)
      let found = Self.type(of: head) ?? (count == 0 ? "empty" : "none that is known")
      throw .nonsense(place: place, problem: "the file is \(found); wanted \(kinds.joined(separator: " or "))")
    }
    (self.path, self.byteCount, self.type) = (path, count, type)
  }

  static func beginning(of path: String) -> (head: [UInt8], count: Int) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return ([], 0) }
    defer { close(descriptor) }
    var (bytes, status) = ([UInt8](repeating: 0, count: 16), stat())
    let count = read(descriptor, &bytes, bytes.count)
    return (Array(bytes.prefix(max(0, count))), fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0)
  }

  /// By the signatures of the formats: ISO 14496-12 (4.3), EBML, PNG, GIF 89a, RIFF, JFIF.
  static func type(of head: [UInt8]) -> String? {
    let kind = Array(head.dropFirst(4).prefix(4))
    if kind == Array("ftyp".utf8) {
      return head.dropFirst(8).starts(with: "qt  ".utf8) ? "video/quicktime" : "video/mp4"
    }
    if head.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) { return "video/webm" }
    if head.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "image/png" }
    if head.starts(with: "GIF8".utf8) { return "image/gif" }
    if head.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
    if head.starts(with: "RIFF".utf8) {
      let form = head.dropFirst(8).prefix(4)
      return form.elementsEqual("WEBP".utf8) ? "image/webp" : form.elementsEqual("WAVE".utf8) ? "audio/wav" : nil
    }
    return nil
  }
}
