import Media

/// A stretch of shared memory that is in use as long as somebody holds it.
final class Slot: Sendable {
  private let room: SharedFrames.Room
  private let memory: SharedFrames

  var place: SharedPlace { room.place }

  init(_ room: SharedFrames.Room, of memory: SharedFrames) { (self.room, self.memory) = (room, memory) }

  deinit { memory.giveBack(room) }

  /// The picture that lies there; nil if it cannot.
  func frame(_ shape: PictureShape) -> Frame? {
    guard shape.isPlausible else { return nil }
    let layout = FrameLayout(size: shape.size, format: shape.format)
    guard UInt64(layout.byteCount) <= place.length else { return nil }
    let storage = FrameStorage(planes: layout.planes(at: room.base)) { withExtendedLifetime(self) {} }
    return Frame(size: shape.size, format: shape.format, color: shape.color, alpha: shape.alpha, storage: storage)
  }
}
