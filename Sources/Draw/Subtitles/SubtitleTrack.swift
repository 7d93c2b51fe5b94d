import CAss

/// A script as libass holds it, with where it has put what is on show.
///
/// libass puts a caption clear of others when it first meets it, and leaves it there. So that a picture does not depend on
/// which were drawn before, every caption is met at its start, in order, and time never runs backwards here.
final class SubtitleTrack {
  let pointer: UnsafeMutablePointer<ASS_Track>
  /// When captions begin that libass may have to move, which the script calls `floating`.
  private let starts: [Int]
  private var time = -1

  /// Nil for a script that libass does not take, for want of memory.
  init?(_ script: String, _ library: OpaquePointer) {
    var bytes = Array(script.utf8CString)
    guard let track = ass_read_memory(library, &bytes, bytes.count - 1, nil) else { return nil }
    pointer = track
    let events = UnsafeBufferPointer(start: track.pointee.events, count: Int(track.pointee.n_events))
    let starts = events.filter { $0.Name.map { String(cString: $0) } == "floating" }
    // Alone it has nothing to be moved by.
    self.starts = starts.count > 1 ? Set(starts.map { Int($0.Start) }).sorted() : []
  }

  deinit { ass_free_track(pointer) }

  /// Whether it can still show an instant.
  func reaches(_ time: Int) -> Bool { time >= self.time || starts.isEmpty }

  /// What libass has to be shown before an instant, which is shown then.
  func advance(to time: Int) -> [Int] {
    defer { self.time = time }
    return starts.filter { $0 > self.time && $0 < time }
  }
}
