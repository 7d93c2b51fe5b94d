internal import CFlite
import Media

/// A voice's data with its melody raised, for the voices whose melody is a sum of phrases and accents (Anumanchipalli and
/// others, "SPAM", 2010), which look at no feature for their pitch.
///
/// That sum is of logarithms, so the logarithm of a factor on every accent is that factor on every frequency.
struct RaisedAccents: ~Copyable {
  let data: UnsafeMutablePointer<cst_cg_db>
  private let numbers: UnsafeMutablePointer<Float>
  private let vectors: UnsafeMutablePointer<UnsafePointer<Float>?>

  /// Must outlive the utterances that use it. Nil if this is not how the voice makes its melody.
  init?(of voice: UnsafePointer<cst_cg_db>, by factor: Double) {
    guard voice.pointee.spamf0 != 0, let accents = voice.pointee.spamf0_accent_vectors else { return nil }
    let count = Int(voice.pointee.num_frames_spamf0_accent)
    let length = Int(voice.pointee.num_channels_spamf0_accent)
    numbers = .allocate(capacity: count * length)
    vectors = .allocate(capacity: count)
    let rise = Float(Elementary.log2(factor) * 0.693_147_180_559_945_3)
    for place in 0..<count {
      guard let accent = accents[place] else { continue }
      let raised = numbers + place * length
      raised.initialize(from: accent, count: length)
      raised[0] += rise
      (vectors + place).initialize(to: raised)
    }
    data = .allocate(capacity: 1)
    data.initialize(to: voice.pointee)
    data.pointee.spamf0_accent_vectors = UnsafePointer(vectors)
    // flite leaves it to us.
    data.pointee.freeable = 0
  }

  deinit {
    numbers.deallocate()
    vectors.deallocate()
    data.deallocate()
  }
}
