/// A voice that comes with flite. All speak American English.
package enum Voice: String, CaseIterable, Sendable {
  /// A Scot, by statistics; 16 kHz.
  case awb
  /// A man, from pieces of recordings; 8 kHz, as over a telephone.
  case kal
  /// The same at 16 kHz.
  case kal16
  /// A man, by statistics; 16 kHz.
  case rms
  /// A woman, by statistics; 16 kHz.
  case slt
}
