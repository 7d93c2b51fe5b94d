extension [Note] {
  /// How many notes sound at once, at most, in a whole piece. Bounds the time that a stranger's file can take.
  private static var most: Int { 96 }

  /// Without the notes that would start while as many as may be are sounding.
  func limited(tracks: [Track]) -> [Note] {
    var ends: [Int] = []
    return filter { note in
      ends.removeAll { $0 <= note.sample }
      guard ends.count < [Note].most else { return false }
      ends.append(note.lastSample(on: tracks[note.track].instrument))
      return true
    }
  }
}
