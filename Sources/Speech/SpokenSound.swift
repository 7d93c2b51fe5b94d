package import Media

/// Speech as a source of sound: at 48 kHz, the same in both channels, and silence around it.
///
/// Every sample depends on its own place alone: any block is the same however it is asked for.
package final class SpokenSound: SoundSource {
  private let filter: Interpolation
  /// The speech, ±1, with as much silence around it as the filter reaches.
  private let samples: [Float]
  /// Samples at 48 kHz.
  private let frameCount: Int64
  /// How loud the first samples are, and, read backwards, the last.
  private let fade: [Float]

  /// - Parameter speech: At a rate of `SpokenSound.sampleRates`.
  /// - Throws: `.failed` for another rate.
  package init(_ speech: Speech) throws(SpeechError) {
    guard let filter = Interpolation(from: speech.sampleRate) else {
      throw .failed(reason: "sound at \(speech.sampleRate) Hz; use one of \(Self.sampleRates)")
    }
    self.filter = filter
    let silence = [Float](repeating: 0, count: filter.reach)
    samples = silence + speech.samples.map { Float($0) / 32_768 } + silence
    frameCount = filter.outputCount(of: speech.samples.count)
    let length = min(Self.fadeLength, Int(frameCount / 2))
    fade = (0..<length).map { Float(0.5 - 0.5 * Elementary.cos(.pi * (Double($0) + 0.5) / Double(length))) }
  }

  /// Those of voices and of files, in Hz.
  package static let sampleRates = [
    8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 88_200, 96_000, 176_400, 192_000,
  ]

  /// 5 ms, which no ear hears as a fade, and no click is left of.
  private static let fadeLength = 240

  package func read(from start: Int64, frameCount count: Int) -> AudioBlock {
    var block = AudioBlock(frameCount: count)
    let first = max(start, 0)
    let end = min(start.addingReportingOverflow(Int64(count)).partialValue, frameCount)
    guard first < end else { return block }
    block.samples.withUnsafeMutableBufferPointer { output in
      for place in first..<end {
        let sample = filter.sample(at: place, of: samples) * gain(at: place)
        output[Int(place - start)] = sample
        output[count + Int(place - start)] = sample
      }
    }
    return block
  }

  private func gain(at place: Int64) -> Float {
    let distance = min(place, frameCount - 1 - place)
    return distance < fade.count ? fade[Int(distance)] : 1
  }
}
