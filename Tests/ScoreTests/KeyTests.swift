import Claims
import Testing

@testable import Score

private let book: [(text: String, tonic: Int, mode: Mode)] = [
  ("C", 0, .major), ("A minor", 9, .minor), ("F# major", 6, .major), ("Bb dorian", 10, .dorian), ("Am", 9, .minor),
  ("b minor", 11, .minor), ("Cb", 11, .major), ("E♭ lydian", 3, .lydian), ("g Mixolydian", 7, .mixolydian),
]

@Test(arguments: book) func keysAreReadAsMusiciansWriteThem(entry: (text: String, tonic: Int, mode: Mode)) throws {
  #expect(try Key(entry.text) == Key(tonic: entry.tonic, mode: entry.mode))
}

@Test(arguments: ["", "H minor", "C minorr", "C##", "7", "A  b", "é", "C locrian"])
func whatIsNoKeySaysWhatOneIs(text: String) {
  #expect { try Key(text) } throws: { ($0 as? MusicError)?.code == .key && ($0 as? MusicError)?.remedy != nil }
}

@Test func aKeyReadsItsOwnName() throws {
  try always {
    Key(tonic: $0.int(0...11), mode: $0.one(of: Mode.allCases))
  } holds: { key in
    try Key(key.description) == key
  }
}

private let chords: [(numeral: String, mode: Mode, tones: [Int])] = [
  ("I", .major, [0, 4, 7]), ("ii7", .major, [2, 5, 9, 12]), ("V7", .major, [7, 11, 14, 17]),
  ("iv", .major, [5, 8, 12]),
  ("bVI", .major, [8, 12, 15]), ("bVII", .major, [10, 14, 17]), ("I7", .major, [0, 4, 7, 11]),
  ("i", .minor, [0, 3, 7]),
  ("V", .minor, [7, 11, 14]), ("bII", .minor, [1, 5, 8]), ("ii", .minor, [2, 5, 8]), ("VII", .minor, [10, 14, 17]),
  ("IV", .dorian, [5, 9, 12]), ("II", .lydian, [2, 6, 9]), ("v", .mixolydian, [7, 10, 14]),
]

@Test(arguments: chords) func numeralsAreTheChordsOfTheBooks(entry: (numeral: String, mode: Mode, tones: [Int])) {
  #expect(Chord(entry.numeral, in: entry.mode).tones == entry.tones)
}

@Test func everyChordOfEveryStyleCanBeReadInEveryMode() {
  for mood in Mood.allCases {
    for mode in Mode.allCases {
      let numerals = mood.style.progressions(in: mode).flatMap { $0.split(separator: " ").map(String.init) }
      for numeral in numerals + [mood.style.turn(in: mode)] {
        let chord = Chord(numeral, in: mode)
        #expect(chord.tones.prefix(4).allSatisfy { tone in chord.scale.contains { ($0 - tone) % 12 == 0 } })
        #expect(chord.scale == chord.scale.sorted(), "\(mood) \(mode) \(numeral)")
      }
    }
  }
}
