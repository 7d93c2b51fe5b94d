/// What a meter said about a sound, by EBU R 128 (ITU-R BS.1770-4, EBU Tech 3341 and 3342).
///
/// Everything is rounded to hundredths, so that the last bit of a logarithm, which differs between machines, does not
/// show. What a silence has no number for is nil.
package struct Loudness: Hashable, Sendable {
  /// Gated, over the whole, in LUFS. Nil if no 400 ms of it are louder than −70 LUFS.
  package let integrated: Double?
  /// How far quiet and loud passages lie apart, in LU; nil where `integrated` is. It settles after a minute.
  package let range: Double?
  /// The highest level between samples in any channel, in dBTP, rounded up.
  package let truePeak: Double?
  /// The loudest 400 ms, in LUFS. Silence lies before and after the sound.
  package let momentary: Double?
  /// The loudest 3 s, in LUFS. Silence lies before and after the sound.
  package let shortTerm: Double?

  package init(integrated: Double?, range: Double?, truePeak: Double?, momentary: Double?, shortTerm: Double?) {
    (self.integrated, self.range, self.truePeak) = (integrated, range, truePeak)
    (self.momentary, self.shortTerm) = (momentary, shortTerm)
  }
}
