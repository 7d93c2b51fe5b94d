package import Media
import Synchronization

/// A media file on this machine, open for reading.
///
/// Only this one file is ever read: what points elsewhere is refused. Any number of readers may read it at once, each on
/// its own thread; memory is bounded by its limits, whatever the file claims of itself.
package final class MediaFile: Sendable {
  package var path: String { input.path }
  let input: InputFile
  let tracks: Tracks
  private let measured = Mutex<MediaInfo?>(nil)

  /// Opens a file and looks at its first picture and its first sound.
  ///
  /// - Throws: `.notMedia`, `.refused` (playlists), `.damaged` if neither
  ///   pictures nor sound can be had from it, `.tooLarge`, `.unsupported`.
  package init(_ input: InputFile) throws(CodecError) {
    self.input = input
    tracks = try Tracks(of: input)
  }

  /// Opens a file of which it is known what it holds. Nothing is read yet.
  ///
  /// - Parameter profile: That of this very file, as it is now.
  package init(_ input: InputFile, profile: MediaProfile) {
    self.input = input
    tracks = profile.tracks
    measured.withLock { $0 = profile.info }
  }

  package convenience init(path: String) throws(CodecError) { try self.init(InputFile(path: path)) }

  /// What there is to know of the file.
  package func profile() throws(CodecError) -> MediaProfile {
    MediaProfile(tracks: tracks, info: try info())
  }

  /// What the file holds. The first call measures how long it is: from the end where that can be reached, otherwise by
  /// reading the packets, undecoded, from the first to the last.
  package func info() throws(CodecError) -> MediaInfo {
    if let known = measured.withLock({ $0 }) { return known }
    let info = try tracks.described(Extent(of: input, tracks))
    measured.withLock { $0 = info }
    return info
  }
}

extension MediaFile {
  /// The first picture: all there is of a still, as it is stored. `info().video` says how to turn it upright.
  ///
  /// - Throws: `.noVideo`, or what a reader throws.
  package func still() throws -> Frame {
    try VideoReader(self).frame(at: .zero)
  }
}
