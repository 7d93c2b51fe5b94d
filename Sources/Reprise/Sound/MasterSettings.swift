/// What is done to a whole mix to make it as loud as was asked.
struct MasterSettings: Equatable {
  /// In dB, in hundredths.
  var gain: Double
  /// Whether peaks come to the ceiling.
  var isLimited: Bool
}

extension MasterSettings {
  /// Settings as they are kept: two words, or nothing for silence, which stays as it is.
  struct Record {
    let settings: MasterSettings?

    init(settings: MasterSettings?) { self.settings = settings }

    /// Nil unless these are the bytes of one.
    init?(_ bytes: [UInt8]) {
      let words = String(decoding: bytes, as: UTF8.self).split(separator: " ")
      guard !words.isEmpty else {
        settings = nil
        return
      }
      guard words.count == 2, let gain = Double(words[0]), gain.isFinite, let isLimited = Bool(String(words[1])) else {
        return nil
      }
      settings = MasterSettings(gain: gain, isLimited: isLimited)
    }

    var bytes: [UInt8] { settings.map { Array("\($0.gain) \($0.isLimited)".utf8) } ?? [] }
  }
}
