import Glibc

/// Makes `rand` begin anew, and go on later where the rest of the process had it.
///
/// Voices take the noise of breath and hiss from `rand`, whose state all of a process shares.
struct FixedNoise {
  // 128 bytes are what `rand` has by itself, and a seed of 1 is what it begins with.
  private let state = UnsafeMutablePointer<CChar>.allocate(capacity: 128)
  private let before: UnsafeMutablePointer<CChar>?

  init() { before = initstate(1, state, 128) }

  func end() {
    if let before { setstate(before) }
    state.deallocate()
  }
}
