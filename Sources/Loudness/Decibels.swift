import Media

/// BS.1770-4, annex 1: −0.691 + 10 log₁₀ of the weighted mean square.
func energyToLoudness(_ energy: Double) -> Double { decibels(ofPower: energy) - 0.691 }

func loudnessToEnergy(_ loudness: Double) -> Double {
  Elementary.exp2((loudness + 0.691) * 0.332_192_809_488_736_23)  // log₂ 10 / 10
}

/// 10 log₁₀ of a number above 0.
func decibels(ofPower power: Double) -> Double {
  Elementary.log2(power) * 3.010_299_956_639_812  // 10 log₁₀ 2
}
