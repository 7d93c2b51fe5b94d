import Media

/// The last few decoded pictures, in order and without a gap between them.
struct PictureWindow {
  /// Bounds for playing backwards: so many pictures are decoded in one go, and then handed out from the last to the first.
  private static let mostPictures = 32
  private static let mostBytes = 128 << 20

  private var pictures: [Picture] = []
  private var byteCount = 0
  /// Whether the first picture of the window is the first of the file.
  private var reachesStart = false
  /// Whether the last is the last.
  private(set) var reachesEnd = false
  /// Whether more is kept than reading forward needs.
  private var isGenerous = false

  /// Starts again at another place.
  mutating func reset(reachesStart: Bool, isGenerous: Bool) {
    self = PictureWindow()
    (self.reachesStart, self.isGenerous) = (reachesStart, isGenerous)
  }

  mutating func append(_ picture: Picture) {
    pictures.append(picture)
    byteCount += picture.byteCount
    while pictures.count > 2, !isGenerous || pictures.count > Self.mostPictures || byteCount > Self.mostBytes {
      byteCount -= pictures.removeFirst().byteCount
      reachesStart = false
    }
  }

  mutating func end() { reachesEnd = true }

  /// Keeps only what reading forward needs from now on.
  mutating func relax() { isGenerous = false }

  var first: Time? { pictures.first?.time }
  var last: Time? { pictures.last?.time }

  /// The picture on show at a time, if the window can be sure of it: the one after it has been seen, or there is none.
  func picture(at time: Time) -> Picture? {
    guard let first = pictures.first, let last = pictures.last else { return nil }
    guard time < last.time || reachesEnd else { return nil }
    return pictures.last { $0.time <= time } ?? (reachesStart ? first : nil)
  }
}
