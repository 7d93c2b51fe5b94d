/// One of a file's sixteen channels: its knobs, and the keys that are down.
struct MIDIChannel {
  struct Press {
    let tick: Int64
    let key: Int
    let velocity: Int
    let track: Int
  }

  var program = 0
  private var volume = 100, expression = 127, pan = 64, bend = 0
  private var bendRange = 2.0
  /// Which registered parameter comes next; 0 is the bend's range.
  private var parameter = 0x3fff
  private var isPedalDown = false
  private var pressed: [Press] = []
  /// Let go, and sounding on while the pedal is down.
  private var held: [Press] = []

  /// What volume and expression make together: both count as 40 dB for a factor of ten (General MIDI, 1991).
  var level: Double {
    let share = Double(volume * expression) / (127 * 127)
    return share * share
  }

  /// −1 to 1; 0 and 1 of MIDI are both hard left.
  var place: Double { Double(max(pan, 1) - 64) / 63 }
  var semitones: Double { Double(bend) / 8192 * bendRange }

  mutating func press(_ press: Press) { pressed.append(press) }

  /// Lets the oldest press of a key go; gives it back if it ends now.
  mutating func lift(_ key: Int) -> Press? {
    guard let index = pressed.firstIndex(where: { $0.key == key }) else { return nil }
    let press = pressed.remove(at: index)
    guard isPedalDown else { return press }
    held.append(press)
    return nil
  }

  /// What ends because a key that sounds on is struck again.
  mutating func again(_ key: Int) -> [Press] {
    guard held.contains(where: { $0.key == key }) else { return [] }
    defer { held.removeAll { $0.key == key } }
    return held.filter { $0.key == key }
  }

  /// Everything that sounds.
  mutating func silence() -> [Press] {
    defer { (pressed, held) = ([], []) }
    return held + pressed
  }

  mutating func turn(bend: Int) { self.bend = bend }

  /// Turns a knob; gives back what ends by it.
  mutating func turn(_ control: Int, to value: Int) -> [Press] {
    switch control {
    case 6 where parameter == 0: bendRange = Double(min(value, 24))
    case 7: volume = value
    case 10: pan = value
    case 11: expression = value
    case 64: return pedal(isDown: value >= 64)
    case 98, 99: parameter = 0x3fff
    case 100: parameter = parameter & 0x3f80 | value
    case 101: parameter = parameter & 0x7f | value << 7
    case 120, 123...127: return silence()
    case 121:
      (expression, bend, parameter) = (127, 0, 0x3fff)
      return pedal(isDown: false)
    default: break
    }
    return []
  }

  private mutating func pedal(isDown: Bool) -> [Press] {
    isPedalDown = isDown
    guard !isDown else { return [] }
    defer { held = [] }
    return held
  }
}
