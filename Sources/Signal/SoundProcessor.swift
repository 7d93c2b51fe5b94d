package import Media

/// What is done to sound, stretch after stretch.
///
/// A processor may forget: begun with silence `memory` samples before a place, it gives from that place on what it would give
/// with all the past. The mixer therefore draws any stretch of a clip from its own clock, whoever asks for it.
package protocol SoundProcessor: Sendable {
  /// So many samples of the past decide what comes out, at most `longestMemory`.
  ///
  /// What lay before them makes less than 10⁻⁶ of full scale (−120 dB) of difference, for sound within full scale.
  var memory: Int { get }
  /// How much memory its state takes, about.
  var byteCount: Int { get }
  /// Sample i of what comes out belongs to sample i − latency of what went in.
  var latency: Int { get }
  /// Takes the next samples, in place.
  ///
  /// The state goes on from call to call. Blocks may be of any length, and the result does not depend on their lengths.
  /// Samples that are no numbers, or beyond all bounds, count as silence.
  /// - Precondition: every block has as many channels as the first.
  mutating func process(_ block: inout AudioBlock)
  /// The same, where it goes by another sound as long; nil is silence. Most hear nothing but their own.
  mutating func process(_ block: inout AudioBlock, under key: AudioBlock?)
}

extension SoundProcessor {
  package mutating func process(_ block: inout AudioBlock, under key: AudioBlock?) { process(&block) }
  package var latency: Int { 0 }
  package var byteCount: Int { 1 << 14 }
}

/// 30 s in samples: no processor remembers more.
package let longestMemory = 30 * Int(AudioBlock.sampleRate)

/// A difference that nobody hears: −120 dB.
let inaudible = 1e-6

/// A filter or an echo would sound for longer than a processor may remember.
package struct RingsTooLong: Error, Equatable, CustomStringConvertible {
  /// What rings, with the values that came.
  package let what: String
  /// What to change.
  package let remedy: String

  package var description: String { "\(what) sounds for longer than 30 s; \(remedy)" }
}
