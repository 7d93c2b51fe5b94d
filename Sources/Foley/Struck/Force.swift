import Media

/// What pushes a body, sample by sample.
struct Force {
  var samples: [Float]

  init(frameCount: Int) { samples = Array(repeating: 0, count: max(1, frameCount)) }

  /// One push.
  init(contact seconds: Double, impulse: Double = 1) {
    self.init(frameCount: AudioBlock.frames(seconds) + 2)
    push(at: 0, contact: seconds, impulse: impulse)
  }

  /// Adds the force between two bodies that touch for a while: a raised cosine whose sum is the impulse, so that a
  /// longer touch pushes fast modes less. Shorter than two samples none can be.
  mutating func push(at place: Int, contact seconds: Double, impulse: Double) {
    let length = max(2, seconds * Double(AudioBlock.sampleRate))
    for index in 0..<Int(length) where place + index < samples.count {
      let phase = (Double(index) + 0.5) / length
      samples[place + index] += Float(impulse * (1 - Elementary.cos(2 * .pi * phase)) / length)
    }
  }

  /// Adds noise in a band around a frequency, louder and softer and higher and lower as it goes.
  mutating func rub(_ dice: Dice, _ kind: Filter.Kind, tone: (Int) -> Tone) {
    var block = AudioBlock(frameCount: samples.count)
    Hiss(.white, kind, dice).add(to: &block, tone: tone)
    for index in samples.indices { samples[index] += block.samples[index] }
  }
}
