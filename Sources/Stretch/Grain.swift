/// How a stretch of sound is cut at some pace: WSOLA (Verhelst and Roelands, 1993), by SoundTouch's three lengths.
struct Grain: Equatable {
  /// In milliseconds: the whole, and how far a place is sought where it joins well.
  let length, seek: Int
  /// In milliseconds: how long one grain fades into the next.
  static let overlap = 8
  static let samplesPerMillisecond = 48

  /// - Parameter pace: Samples of input for one of output.
  ///
  /// Inside a grain the sound runs at its own pace, so it strays by ±length × |1 − pace| / 2, and by half of what is
  /// sought: 23 ms at most, for paces to 2. Long grains sound smoother, short ones keep time.
  init(pace: Double) {
    let strayed = 30 / max(abs(1 - pace), 0.01)
    length = Int(min(max(strayed, 40), 80))
    seek = 15
  }

  var lengthInSamples: Int { length * Self.samplesPerMillisecond }
  var seekInSamples: Int { seek * Self.samplesPerMillisecond }
  static var overlapInSamples: Int { overlap * samplesPerMillisecond }
  /// From the start of one grain to the next in the output.
  var step: Int { lengthInSamples - Self.overlapInSamples }
}
