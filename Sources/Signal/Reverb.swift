package import Media

/// The sound of a room: a feedback delay network (J.-M. Jot, A. Chaigne, "Digital Delay Networks for Designing Artificial
/// Reverberators", AES 90 (1991)).
///
/// Sixteen delay lines of prime lengths feed one another through a Hadamard matrix, which keeps all power; only the
/// dampings lose some, so every mode fades in the time that was asked for. Two diffusers before it make the early
/// reflections. Nothing is modulated: the same sound gives the same room wherever it begins.
package struct Reverb: SoundProcessor {
  /// Until the sound at 500 Hz to 1 kHz has lost 60 dB.
  package static let seconds = 0.1...10.0
  /// From 0, all fades alike, to 1, the highest notes fade in an eighth of the time.
  package static let dampings = 0.0...1.0
  /// In seconds.
  package static let preDelays = 0.0...0.2
  package static let mixes = 0.0...1.0
  /// From 0, the room lies in the middle, to 1, it is all around.
  package static let widths = 0.0...1.0

  package let memory: Int
  private let room: Room
  private let mix: Mix
  private let width: Double
  private var early, middle: Diffuser
  private var lines: [DelayLine]
  private var dampings: [Damping]
  /// By channel of the sound and row.
  private var shares: [[Float]] = []

  /// - Precondition: all numbers lie inside their ranges.
  package init(
    seconds: Double = 1.5, damping: Double = 0.5, preDelay: Double = 0.01, mix: Double = 0.25, width: Double = 1
  ) {
    precondition(Reverb.seconds.contains(seconds), "a room sounds for 0.1 to 10 s")
    precondition(Reverb.dampings.contains(damping), "a damping is from 0 to 1")
    precondition(Reverb.preDelays.contains(preDelay), "a pre-delay is from 0 to 0.2 s")
    precondition(Reverb.mixes.contains(mix), "a mix is from 0 to 1")
    precondition(Reverb.widths.contains(width), "a width is from 0 to 1")
    room = Room(seconds: seconds, damping: damping)
    (self.mix, self.width) = (Mix(mix), width)
    let silence = Int((preDelay * AudioBlock.rate).rounded())
    early = Diffuser(delays: room.early.map { $0 + silence })
    middle = Diffuser(delays: room.middle)
    lines = room.late.map { DelayLine(length: $0) }
    dampings = room.dampings
    // 138 dB: the power of all that is left by then, and some.
    memory = min(longestMemory, silence + Int((2.3 * room.longestSeconds + 0.3) * AudioBlock.rate))
  }

  /// Its lines are the greater part by far.
  package var byteCount: Int { room.late.reduce(0, +) * MemoryLayout<Float>.stride }

  /// Mono becomes stereo.
  package mutating func process(_ block: inout AudioBlock) {
    if block.channelCount == 1 { block = block.converted(to: .stereo) }
    if shares.isEmpty {
      shares = Rows.shares(channelCount: block.channelCount, width: width).map {
        $0.map { $0 * mix.wet * Float(room.level) }
      }
    }
    precondition(shares.count == block.channelCount, "a reverberator's channels stay as many")
    block.settle()
    let half = Rows.count * Rows.length
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * half) { memory in
      for start in stride(from: 0, to: block.frameCount, by: Rows.length) {
        let range = start..<min(start + Rows.length, block.frameCount)
        let input = Rows(samples: UnsafeMutableBufferPointer(rebasing: memory[..<half]), frames: range.count)
        let loop = Rows(samples: UnsafeMutableBufferPointer(rebasing: memory[half...]), frames: range.count)
        turn(&block, in: range, input, loop)
      }
    }
  }

  /// Once through the diffusers and around the loop.
  private mutating func turn(_ block: inout AudioBlock, in range: Range<Int>, _ input: Rows, _ loop: Rows) {
    input.fill(from: block, in: range)
    early.process(input)
    middle.process(input)
    for row in 0..<Rows.count {
      let line = Room.line(for: row)
      lines[line].read(loop[row], from: room.late[line])
      dampings[line].process(loop[row])
    }
    for channel in 0..<block.channelCount {
      block.withPlane(channel) { plane in
        let plane = UnsafeMutableBufferPointer(rebasing: plane[range])
        for index in plane.indices { plane[index] *= mix.dry }
        input.add(to: plane, by: shares[channel], times: Room.earlyGain)
        loop.add(to: plane, by: shares[channel])
      }
    }
    loop.scatter()
    for row in 0..<Rows.count {
      loop.add(input, row)
      lines[row].write(UnsafeBufferPointer(loop[row]))
    }
  }
}
