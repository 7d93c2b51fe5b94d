/// What was learnt of a file when it was first opened: for later openings, which then need not decode its beginning. Good for
/// as long as the file stays what it is and the libraries stay what they are (see `version`).
package struct MediaProfile: Codable, Sendable {
  let tracks: Tracks
  package let info: MediaInfo

  /// Whose findings a profile holds: those of another version may be others.
  package static var version: String { "media 1 \(Libraries.decoding)" }
}
