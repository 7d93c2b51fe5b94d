package import Media

/// The shape of a mouth while something is said: the 15 shapes of Oculus Lipsync, under its names.
///
/// The set and which sounds are whose: the viseme reference of Meta's Lipsync documentation, after the MPEG-4 set
/// (ISO/IEC 14496-2, table C-5).
package enum Viseme: String, CaseIterable, Codable, Sendable {
  case sil, PP, FF, TH, DD, kk, CH, SS, nn, RR, aa, E, ih, oh, ou

  /// How far the mouth is open, from 0 to 1: drawn up by eye, for mouths that have no more than that.
  package var openness: Double {
    switch self {
    case .sil, .PP: 0
    case .FF: 0.1
    case .SS: 0.15
    case .TH, .DD, .CH: 0.2
    case .nn, .RR, .kk: 0.3
    case .ou: 0.35
    case .ih: 0.4
    case .E: 0.6
    case .oh: 0.75
    case .aa: 1
    }
  }

  /// The shapes that a phoneme goes through, in equal parts of its time. Nil for a phoneme of no English voice.
  init?(phoneme: String) {
    guard let shape = Self.shapes(of: phoneme).first else { return nil }
    self = shape
  }

  /// Empty for a phoneme of no English voice.
  static func shapes(of phoneme: String) -> [Viseme] {
    switch phoneme {
    case "pau", "ssil", "sil", "brth": [.sil]
    case "p", "b", "m": [.PP]
    case "f", "v": [.FF]
    case "th", "dh": [.TH]
    case "t", "d", "dx": [.DD]
    case "k", "g", "ng", "hh", "hv": [.kk]
    case "ch", "jh", "sh", "zh": [.CH]
    case "s", "z": [.SS]
    case "n", "l", "nx", "en", "el": [.nn]
    case "em": [.PP]
    case "r", "er", "axr": [.RR]
    case "aa", "ae", "ah": [.aa]
    case "eh", "ax": [.E]
    case "ih", "iy", "y": [.ih]
    case "ao": [.oh]
    case "uh", "uw", "w": [.ou]
    case "ay": [.aa, .ih]
    case "aw": [.aa, .ou]
    case "ey": [.E, .ih]
    case "oy": [.oh, .ih]
    case "ow": [.oh, .ou]
    default: []
    }
  }
}

/// A shape of the mouth, and for how long it is held.
package struct MouthShape: Hashable, Sendable {
  package let start: Time
  package let end: Time
  package let viseme: Viseme
  /// From 0, closed, to 1.
  package var openness: Double { viseme.openness }
}

extension Speech {
  /// The shapes of the mouth from the first sample to the last, in order, without gaps; neighbours differ.
  ///
  /// Empty if the voice does not tell its phonemes.
  package var mouth: [MouthShape] {
    var shapes: [MouthShape] = []
    for phoneme in timing.phonemes {
      let parts = Viseme.shapes(of: phoneme.name)
      let length = (phoneme.end - phoneme.start).flicks
      for (place, viseme) in (parts.isEmpty ? [.sil] : parts).enumerated() {
        let count = Int64(max(1, parts.count))
        let end = Time(flicks: phoneme.start.flicks + length * Int64(place + 1) / count)
        let start = shapes.last?.end ?? phoneme.start
        if shapes.last?.viseme == viseme, let last = shapes.popLast() {
          shapes.append(MouthShape(start: last.start, end: end, viseme: viseme))
        } else {
          shapes.append(MouthShape(start: start, end: end, viseme: viseme))
        }
      }
    }
    return shapes
  }
}
