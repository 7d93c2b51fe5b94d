import Media

/// A segment of an animated GIF, whose pictures need none of another segment.
///
/// A palette serves as many pictures as may wait, whole segments but for large pictures. The first of them is whole; the
/// others hold the rectangle that changed, in which what did not is transparent. Where the video is transparent itself,
/// every picture is whole and taken away before the next.
final class GIFEncoder: SegmentEncoding {
  private let encoding: VideoEncoding
  private var pictures = StillPictures()
  private var waiting: [Frame] = []
  /// Browsers show what shall be shown for less than two hundredths of a second five times as long, so of faster videos
  /// only every so many pictures are shown.
  private let step: Int
  /// How many pictures may wait for their palette.
  private let most: Int

  init(_ encoding: VideoEncoding) {
    self.encoding = encoding
    step = Int((encoding.frameRate.framesPerSecond / 50).rounded(.up))
    most = max(1, 64_000_000 / (4 * encoding.size.area))
  }

  func write(_ frame: Frame) throws(CodecError) {
    waiting.append(frame)
    if waiting.count >= most { encodeWaiting { false } }
  }

  func finish(unless isStopped: () -> Bool) throws(CodecError) -> EncodedSegment? {
    encodeWaiting(unless: isStopped)
    return isStopped() ? nil : try pictures.finished()
  }

  private func encodeWaiting(unless isStopped: () -> Bool) {
    let first = pictures.count
    let shown = waiting.indices.filter { (first + $0) % step == 0 }
    var tally = ColorTally(most: Palette.mostColors)
    for index in shown { tally.add(waiting[index]) }
    let palette = Palette(tally)
    var map = PaletteMap(palette)
    var before: [UInt8]?
    for index in waiting.indices {
      guard !isStopped() else { return }
      guard (first + index) % step == 0 else {
        pictures.append(StillPictures.unchanged)
        continue
      }
      let numbers = map.numbers(of: waiting[index])
      pictures.append(picture(numbers, after: before, palette, clear: map.clear))
      before = numbers
    }
    waiting = []
  }

  /// A picture as it stands in a file, with its control block, in which the delay is still to come.
  private func picture(_ numbers: [UInt8], after before: [UInt8]?, _ palette: Palette, clear: UInt8) -> [UInt8] {
    let size = encoding.size
    let change = before.map { before in
      PictureChange(in: size) { numbers[$1 * size.width + $0] == before[$1 * size.width + $0] }
    }
    if change?.isEmpty == true { return StillPictures.unchanged }
    guard !encoding.hasAlpha, let before, let change else {
      return GIFPicture(palette, clear, isTakenAway: encoding.hasAlpha).bytes(numbers, in: PictureChange(whole: size))
    }
    let part = change.rows.flatMap { y in
      change.columns.map { x in
        let place = y * size.width + x
        return numbers[place] == before[place] ? clear : numbers[place]
      }
    }
    return GIFPicture(palette, clear, isTakenAway: false).bytes(part, in: change)
  }
}
