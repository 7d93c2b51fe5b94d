package import Media

/// Reads the pictures of a file by time: the one on show is the last that began at or before the time.
///
/// Reading forward costs what decoding costs; frames share the decoder's memory where their format allows it. Going back
/// costs at most one group of pictures, and playing backwards costs that once for some 32 pictures.
///
/// A reader belongs to one thread at a time; a file may have several.
package final class VideoReader: PictureSource {
  /// Farther ahead than this it may pay to seek.
  private static let near = Time(ticks: 1, rate: 1)
  /// Farther ahead than this it pays even where the file has no index.
  private static let far = Time(ticks: 10, rate: 1)

  private let file: MediaFile
  private let stream: PictureStream
  private let maker: PictureMaker
  private var window = PictureWindow()

  /// - Throws: `.noVideo` if the file holds no pictures that can be decoded.
  package init(_ file: MediaFile) throws(CodecError) {
    guard let track = file.tracks.picture else {
      throw CodecError(.noVideo, file.path, "has no pictures", remedy: "use it as sound")
    }
    self.file = file
    stream = try PictureStream(file.input, track)
    maker = PictureMaker(place: file.path, codec: track.codec)
    window.reset(reachesStart: true, isGenerous: false)
  }

  /// The picture on show at a time; before the first picture the first, after the last the last.
  ///
  /// - Throws: `.damaged` if not one picture can be decoded, `.unsupported` for a pixel format beyond conversion.
  package func frame(at wanted: Time) throws -> Frame {
    let time = stream.track.isStill ? .zero : min(max(wanted, .zero - .limit), .limit)
    if let known = window.picture(at: time) { return try known.frame(by: maker) }
    try approach(time)
    while !window.reachesEnd, window.last.map({ $0 <= time }) ?? true {
      if let picture = try stream.next() { window.append(picture) } else { window.end() }
    }
    guard let picture = window.picture(at: time) else {
      throw CodecError(.damaged, file.path, "no picture can be decoded around \(time)")
    }
    return try picture.frame(by: maker)
  }

  /// What was found damaged so far, a sentence for each stretch of time.
  package var warnings: [String] {
    stream.lost.warnings(file.path, "the pictures are damaged")
  }

  /// Goes elsewhere if decoding on from here would not do, or would take longer.
  private func approach(_ time: Time) throws(CodecError) {
    guard let first = window.first, let last = window.last else {
      // A fresh reader stands at the beginning.
      if isFarAhead(time, of: .zero) { window.reset(reachesStart: try stream.seek(toShow: time), isGenerous: false) }
      return
    }
    let isBehind = time < first
    guard isBehind || isFarAhead(time, of: last) else { return window.relax() }
    window.reset(reachesStart: try stream.seek(toShow: time), isGenerous: isBehind)
  }

  private func isFarAhead(_ time: Time, of last: Time) -> Bool {
    guard !stream.track.restarts, time - last > Self.near, !window.reachesEnd else { return false }
    return time - last > Self.far || stream.hasKey(after: last, upTo: time)
  }
}
