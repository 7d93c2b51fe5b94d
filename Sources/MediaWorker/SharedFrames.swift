internal import CConfinement
internal import Confinement
internal import Glibc
internal import Synchronization

/// Memory in which a worker puts pictures, and the host reads them where they lie.
///
/// It grows by a slot at a time, up to a limit, and the worker can neither grow nor shrink it. What it does to a picture
/// later changes samples and no more. Any thread may use it.
final class SharedFrames: Sendable {
  /// A stretch of the memory, and where the host sees it.
  struct Room: @unchecked Sendable {
    // Sendable because the address is that of a mapping that lives as long as the memory, which nobody here writes to.
    let place: SharedPlace
    let base: UnsafeMutableRawPointer
  }

  private struct State {
    var size: UInt64 = 0
    var all: [Room] = []
    var idle: [Room] = []
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
    for room in state.withLock({ $0.all }) { munmap(room.base, Int(room.place.length)) }
    if descriptor >= 0 { close(descriptor) }
  }

  /// A slot of at least so many bytes; nil if that is more than there may be.
  func take(_ byteCount: UInt64) -> Slot? {
    let room = state.withLock { state in
      guard let index = state.idle.firstIndex(where: { $0.place.length >= byteCount }) else {
        return grow(&state, by: byteCount)
      }
      return state.idle.remove(at: index)
    }
    return room.map { Slot($0, of: self) }
  }

  func giveBack(_ room: Room) { state.withLock { $0.idle.append(room) } }

  private static let page = UInt64(sysconf(Int32(_SC_PAGESIZE)))

  private func grow(_ state: inout State, by byteCount: UInt64) -> Room? {
    guard byteCount > 0, byteCount <= limit - min(limit, state.size) else { return nil }
    let length = (byteCount + Self.page - 1) / Self.page * Self.page
    let place = SharedPlace(offset: state.size, length: length)
    guard ftruncate(descriptor, off_t(state.size + length)) == 0,
      let base = mmap(nil, Int(length), PROT_READ, MAP_SHARED, descriptor, off_t(state.size)), base != MAP_FAILED
    else { return nil }
    state.size += length
    let room = Room(place: place, base: base)
    state.all.append(room)
    return room
  }
}
