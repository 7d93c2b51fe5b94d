/// The last samples of a sound. At first all are 0.
struct DelayLine {
  private var ring: [Float]
  /// Where the next sample goes.
  private var head = 0

  /// Remembers so many samples, at least one.
  init(length: Int) {
    ring = Array(repeating: 0, count: length)
  }

  /// Takes samples, no more than it remembers, in the place of its oldest.
  mutating func write(_ samples: UnsafeBufferPointer<Float>) {
    let first = min(samples.count, ring.count - head)
    let (head, rest) = (head, samples.count - first)
    ring.withUnsafeMutableBufferPointer { ring in
      _ = UnsafeMutableBufferPointer(rebasing: ring[head..<head + first]).update(fromContentsOf: samples[..<first])
      _ = UnsafeMutableBufferPointer(rebasing: ring[..<rest]).update(fromContentsOf: samples[first...])
    }
    advance(by: samples.count)
  }

  /// Fills `samples` from what was written so many samples ago on.
  ///
  /// - Precondition: `ago` is from the count of samples to what is remembered.
  func read(_ samples: UnsafeMutableBufferPointer<Float>, from ago: Int) {
    precondition(ago >= samples.count && ago <= ring.count, "a line remembers so much and no more")
    let place = ago > head ? head - ago + ring.count : head - ago
    let first = min(samples.count, ring.count - place)
    ring.withUnsafeBufferPointer { ring in
      _ = UnsafeMutableBufferPointer(rebasing: samples[..<first]).update(fromContentsOf: ring[place..<place + first])
      _ = UnsafeMutableBufferPointer(rebasing: samples[first...])
        .update(fromContentsOf: ring[..<(samples.count - first)])
    }
  }

  /// Delays samples by all that it remembers, in place.
  mutating func exchange(_ samples: UnsafeMutableBufferPointer<Float>) {
    let start = head
    ring.withUnsafeMutableBufferPointer { ring in
      var place = start
      for index in samples.indices {
        (samples[index], ring[place]) = (ring[place], samples[index])
        place = place + 1 == ring.count ? 0 : place + 1
      }
    }
    advance(by: samples.count)
  }

  private mutating func advance(by count: Int) {
    head = (head + count) % ring.count
  }
}
