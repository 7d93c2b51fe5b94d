import Codec
import Media

/// Reads the pictures of a file through a worker. Belongs to one thread at a time; the frames do not.
final class ConfinedPictures: PictureSource {
  private let memory: SharedFrames
  private let worker: Conversation<Reply>
  private let path: String
  /// What the last picture took.
  private var byteCount: UInt64
  private var last: Frame?

  /// - Parameter layout: Of most pictures.
  init(_ source: ConfinedSource, _ profile: MediaProfile, _ layout: FrameLayout) throws {
    memory = try SharedFrames(limit: source.input.limits.memory)
    path = source.input.path
    byteCount = UInt64(layout.byteCount)
    worker = try source.worker(memory)
    guard case .done = try worker.ask(Request.know(profile).message()) else { throw worker.refuse("no assent") }
  }

  func frame(at time: Time) throws -> Frame {
    let slot = try slot()
    switch try worker.ask(Request.picture(time, slot.place).message()) {
    case .picture(let shape):
      guard let frame = slot.frame(shape) else { throw worker.refuse("a picture that cannot be") }
      last = frame
      return frame
    case .same:
      guard let last else { throw worker.refuse("the same as nothing") }
      return last
    case .needs(let count) where count > slot.place.length:
      byteCount = count
      return try frame(at: time)
    default: throw worker.refuse("no picture")
    }
  }

  private func slot() throws -> Slot {
    guard let slot = memory.take(byteCount) else {
      throw CodecError(
        .tooLarge, path, "has pictures of \(byteCount >> 20) MiB, several at once; there is no room for them",
        remedy: "scale it down first")
    }
    return slot
  }
}
