import Media

/// Adds a copy on each side that is late by a little more and a little less in turns. There is no way back in, so it
/// remembers only `memory` samples, and its swaying goes by the piece's clock.
struct Chorus {
  static let memory = 1024
  private let depth: Float
  private var line = [Stereo](repeating: .zero, count: memory)
  /// Once round in 1.7 s.
  private static let period = 81_600
  private static let middle: Float = 620
  private static let sway: Float = 130

  init(depth: Float) { self.depth = depth }

  mutating func clear() {
    for index in line.indices { line[index] = .zero }
  }

  /// - Parameter start: The piece's sample that the chunk begins at.
  mutating func add(to sound: inout [Stereo], at start: Int) {
    let (late, later) = (delay(at: start), delay(at: start + sound.count))
    var left = Ramp(from: late, to: later, over: sound.count)
    var right = Ramp(from: 2 * Chorus.middle - late, to: 2 * Chorus.middle - later, over: sound.count)
    for index in sound.indices {
      let place = start + index
      line[place & (Chorus.memory - 1)] = sound[index]
      sound[index] += depth * Stereo(tap(place, left.next(), 0), tap(place, right.next(), 1))
    }
  }

  @inline(__always) private func tap(_ place: Int, _ delay: Float, _ side: Int) -> Float {
    let whole = Int(delay)
    let part = delay - Float(whole)
    let near = line[(place - whole) & (Chorus.memory - 1)][side]
    let far = line[(place - whole - 1) & (Chorus.memory - 1)][side]
    return near + part * (far - near)
  }

  private func delay(at sample: Int) -> Float {
    let turn = Double((sample % Chorus.period + Chorus.period) % Chorus.period) / Double(Chorus.period)
    return Chorus.middle + Chorus.sway * Float(Elementary.sin(2 * .pi * turn))
  }
}

extension Instrument {
  /// How much of a late copy is added; nil for none.
  var chorusDepth: Float? {
    switch self {
    case .electricPiano: 0.45
    case .strings, .pad: 0.4
    case .organ: 0.5
    case .guitar, .brass, .lead: 0.2
    default: nil
    }
  }
}
