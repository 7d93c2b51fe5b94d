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
    let reply = try given(back: slot) { try worker.ask(Request.picture(time, slot.place).message()) }
    switch reply {
    case .picture(let shape):
      guard let frame = memory.frame(shape, in: slot) else {
        memory.giveBack(slot)
        throw worker.refuse("a picture that cannot be")
      }
      last = frame
      return frame
    case .same:
      memory.giveBack(slot)
      guard let last else { throw worker.refuse("the same as nothing") }
      return last
    case .needs(let count) where count > slot.place.length:
      memory.giveBack(slot)
      byteCount = count
      return try frame(at: time)
    default:
      memory.giveBack(slot)
      throw worker.refuse("no picture")
    }
  }

  private func slot() throws -> SharedFrames.Slot {
    guard let slot = memory.take(byteCount) else {
      throw CodecError(
        .tooLarge, path, "has pictures of \(byteCount >> 20) MiB, several at once; there is no room for them",
        remedy: "scale it down first")
    }
    return slot
  }

  /// Does something that may fail, and then does not need the slot.
  private func given<R>(back slot: SharedFrames.Slot, _ body: () throws -> R) throws -> R {
    do {
      return try body()
    } catch {
      memory.giveBack(slot)
      throw error
    }
  }
}
