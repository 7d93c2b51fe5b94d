import Media

/// A sound that is worked out in stretches, *epochs*, so that any place of hours of it is had in a moment.
///
/// An epoch depends on seed and number alone. Its texture, noise without end, fades in while the one before fades out, with
/// equal power: no seam, no loop. Its events, whatever begins in it, ring on into the next ones, whole.
protocol EndlessSound: FoleySound {
  var seed: UInt64 { get }
  /// Samples from the start of an epoch to the next one's.
  var hop: Int { get }
  /// How many samples more what it began may sound; at least `Epoch.overlap`.
  var tail: Int { get }
  func addTexture(of epoch: Epoch, to block: inout AudioBlock)
  func addEvents(of epoch: Epoch, to block: inout AudioBlock)
}

extension EndlessSound {
  var hop: Int { 96_000 }
  var tail: Int { Epoch.overlap }
  package var duration: Time? { nil }
  func addTexture(of epoch: Epoch, to block: inout AudioBlock) {}
  func addEvents(of epoch: Epoch, to block: inout AudioBlock) {}
  package func source() -> any SoundSource { EpochSource(self) }

  func played(_ number: Int64) -> AudioBlock {
    let epoch = Epoch(number: number, hop: hop, seed: seed)
    var block = AudioBlock(frameCount: hop + tail)
    addTexture(of: epoch, to: &block)
    block.withoutRumble(below: 20, count: hop + Epoch.overlap)
    block.crossfadeEnds(hop: hop)
    addEvents(of: epoch, to: &block)
    return block
  }
}

/// A stretch of an endless sound.
struct Epoch {
  /// In which one texture gives way to the next: half a second.
  static let overlap = 24_000

  let number: Int64
  let hop: Int
  let seed: UInt64

  /// The sample with which it begins.
  var start: Int64 { number * Int64(hop) }
  var end: Int64 { start + Int64(hop) }
  /// Samples of texture.
  var textured: Int { hop + Epoch.overlap }
  var seconds: Double { Double(hop) / Double(AudioBlock.sampleRate) }

  /// Chance of its own for each of the things that are in it.
  func dice(_ stream: UInt64) -> Dice { Dice(seed, number, stream) }

  /// The time of one of its samples on the clock of the whole sound, in seconds.
  func time(_ sample: Int) -> Double { Double(start + Int64(sample)) / Double(AudioBlock.sampleRate) }

  /// What is the case at every step at which a `Hiss` asks, for what several of them ask for.
  func steps<Value>(_ value: (Double) -> Value) -> [Value] {
    (0...textured / Hiss.step + 1).map { value(time($0 * Hiss.step)) }
  }

  /// Events that come at random, `rate` a second, as samples of the epoch.
  func eachEvent(rate: Double, _ stream: UInt64, _ event: (Int, inout Dice) -> Void) {
    var dice = dice(stream)
    guard rate > 0 else { return }
    var time = dice.wait(rate: rate)
    while time < seconds {
      event(AudioBlock.frames(time), &dice)
      time += dice.wait(rate: rate)
    }
  }

  /// Events that come about every `period` seconds on the clock of the whole sound: the number of each, how far it is from
  /// its place in the row (0 … `looseness` periods late), and its sample in the epoch.
  func eachBeat(
    every period: Double, looseness: Double, _ stream: UInt64, _ event: (Int64, Int, inout Dice) -> Void
  ) {
    let first = Int64((time(0) / period - looseness).rounded(.down))
    let last = Int64((time(hop) / period).rounded(.up))
    for number in first...last {
      var dice = Dice(seed, number, stream)
      let at = (Double(number) + looseness * dice.unit()) * period
      let place = Int64((at * Double(AudioBlock.sampleRate)).rounded(.down)) - start
      if place >= 0, place < hop { event(number, Int(place), &dice) }
    }
  }
}

extension AudioBlock {
  /// In along a sine and out along a cosine, whose squares sum to 1: sounds that have nothing in common keep their power.
  fileprivate mutating func crossfadeEnds(hop: Int) {
    let fade = AudioBlock.quarterTurn
    let count = frameCount
    fade.withUnsafeBufferPointer { fade in
      withEars { left, right in
        for index in 0..<Epoch.overlap {
          left[index] *= fade[index]
          right[index] *= fade[index]
        }
        for index in hop..<count {
          let gain = index - hop < Epoch.overlap ? fade[Epoch.overlap - (index - hop)] : 0
          left[index] *= gain
          right[index] *= gain
        }
      }
    }
  }

  private static let quarterTurn: [Float] = (0...Epoch.overlap).map {
    Float(Elementary.sin(.pi / 2 * Double($0) / Double(Epoch.overlap)))
  }
}
