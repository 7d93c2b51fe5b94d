/// A voice that sounds from one place: a sample at a time, under an envelope.
protocol PointVoice: Voice {
  var envelope: Envelope { get }
  var pan: Stereo { get }
  /// Samples that have sounded.
  var age: Int { get set }
  mutating func next() -> Float
}

extension PointVoice {
  mutating func add(to chunk: inout MutableSpan<Stereo>, from first: Int) {
    let count = chunk.count - first
    var level = Ramp(from: envelope.level(at: age), to: envelope.level(at: age + count), over: count)
    for index in first..<chunk.count {
      chunk[index] += level.next() * next() * pan
    }
    age += count
  }
}
