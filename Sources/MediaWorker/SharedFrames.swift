internal import CConfinement
internal import Confinement
internal import Glibc
internal import Media
internal import Synchronization

/// Memory in which a worker puts pictures, and the host reads them where they lie.
///
/// It grows by a slot at a time, up to a limit, and the worker can neither grow nor shrink it. What it does to a picture
/// later changes samples and no more. Any thread may give a slot back.
final class SharedFrames: Sendable {
  struct Slot: @unchecked Sendable {
    // Sendable because the address is that of a mapping that lives as long as the memory, which nobody here writes to.
    let place: SharedPlace
    let base: UnsafeMutableRawPointer
  }

  private struct State {
    var size: UInt64 = 0
    var all: [Slot] = []
    var idle: [Slot] = []
  }

  let descriptor: Int32
  private let limit: UInt64
  private let state = Mutex(State())

  init(limit: Int) throws(WorkerFailure) {
    descriptor = shared_memory_open()
    self.limit = UInt64(clamping: limit)
    guard descriptor >= 0 else { throw .cannotStart(String(cString: strerror(-descriptor))) }
  }

  deinit {
    for slot in state.withLock({ $0.all }) { munmap(slot.base, Int(slot.place.length)) }
    if descriptor >= 0 { close(descriptor) }
  }

  /// A slot of at least so many bytes; nil if that is more than there may be.
  func take(_ byteCount: UInt64) -> Slot? {
    state.withLock { state in
      if let index = state.idle.firstIndex(where: { $0.place.length >= byteCount }) {
        return state.idle.remove(at: index)
      }
      return grow(&state, by: byteCount)
    }
  }

  func giveBack(_ slot: Slot) { state.withLock { $0.idle.append(slot) } }

  /// A picture that lies in a slot, which is given back with the last use of it; nil if it cannot lie there.
  func frame(_ shape: PictureShape, in slot: Slot) -> Frame? {
    guard shape.isPlausible else { return nil }
    let layout = FrameLayout(size: shape.size, format: shape.format)
    guard UInt64(layout.byteCount) <= slot.place.length else { return nil }
    let storage = FrameStorage(planes: layout.planes(at: slot.base)) { self.giveBack(slot) }
    return Frame(size: shape.size, format: shape.format, color: shape.color, alpha: shape.alpha, storage: storage)
  }

  private static let page = UInt64(sysconf(Int32(_SC_PAGESIZE)))

  private func grow(_ state: inout State, by byteCount: UInt64) -> Slot? {
    guard byteCount > 0, byteCount <= limit - min(limit, state.size) else { return nil }
    let length = (byteCount + Self.page - 1) / Self.page * Self.page
    let place = SharedPlace(offset: state.size, length: length)
    guard ftruncate(descriptor, off_t(state.size + length)) == 0,
      let base = mmap(nil, Int(length), PROT_READ, MAP_SHARED, descriptor, off_t(state.size)), base != MAP_FAILED
    else { return nil }
    state.size += length
    let slot = Slot(place: place, base: base)
    state.all.append(slot)
    return slot
  }
}
