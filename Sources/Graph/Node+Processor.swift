import Media
package import Signal

extension Node {
  /// What the node's sound goes through; nil if it goes through nothing that remembers.
  package var processor: (any SoundProcessor)? { try? kind.processor(parameters) }
}

extension NodeKind {
  /// What sound goes through with these settings, which are inside their bounds.
  ///
  /// - Throws: if it would sound for longer than can be kept in mind.
  package func processor(_ settings: [String: Setting]) throws(RingsTooLong) -> (any SoundProcessor)? {
    func number(_ name: String) -> Double { settings[name]?.number ?? settings[name]?.time?.seconds ?? 0 }
    switch self {
    case .filter:
      let shape = Biquad.Shape(settings["type"]?.text ?? "", gain: number("gain"))
      return try Biquad(shape, frequency: number("frequency"), quality: number("q"))
    case .eq: return Equalizer(bass: number("bass"), middle: number("middle"), treble: number("treble"))
    case .compress:
      return Compressor(
        threshold: number("threshold"), ratio: number("ratio"), knee: number("knee"), attack: number("attack"),
        release: number("release"), makeup: number("makeup"))
    case .limit: return Limiter(ceiling: number("ceiling"), release: number("release"))
    case .reverb:
      return Reverb(
        seconds: number("seconds"), damping: number("damping"), preDelay: number("delay"), mix: number("mix"),
        width: number("width"))
    case .echo:
      return try Echo(
        seconds: number("seconds"), feedback: number("feedback"), mix: number("mix"),
        isPingPong: settings["pingpong"] == .flag(true))
    case .duck:
      return Ducker(
        by: number("by"), threshold: number("threshold"), attack: number("attack"), release: number("release"),
        hold: number("hold"))
    default: return nil
    }
  }
}

extension Biquad.Shape {
  fileprivate init(_ name: String, gain: Double) {
    switch name {
    case "highpass": self = .highpass
    case "bandpass": self = .bandpass
    case "notch": self = .notch
    case "allpass": self = .allpass
    case "peak": self = .peak(gain: gain)
    case "lowshelf": self = .lowshelf(gain: gain)
    case "highshelf": self = .highshelf(gain: gain)
    default: self = .lowpass
    }
  }
}
