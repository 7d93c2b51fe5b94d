import Foundation
import Media
import Props

/// ffmpeg's filter `ebur128`, over a WAV file written by hand.
enum FFmpegMeter {
  /// What it says at the end: `I` in LUFS, `LRA` in LU, and the highest of the channels' true peaks, in dBTP.
  static func measure(_ block: AudioBlock) throws -> [String: Double] {
    let workshop = try Workshop()
    try wave(block).write(to: URL(filePath: workshop.path("sound.wav")))
    try workshop.ffmpeg([
      "-i", "sound.wav", "-af", "ebur128=peak=true:metadata=1,ametadata=print:file=log", "-f", "null", "-",
    ])
    var values: [String: Double] = [:]
    var peak = 0.0
    for line in try String(contentsOfFile: workshop.path("log"), encoding: .utf8).split(separator: "\n") {
      let words = line.split(separator: "=")
      guard words.count == 2, let value = Double(words[1]) else { continue }
      let name = words[0].replacingOccurrences(of: "lavfi.r128.", with: "")
      values[name] = value
      if name.hasPrefix("true_peaks_ch") { peak = max(peak, value) }
    }
    values["peak"] = 20 * log10(peak)
    return values
  }

  /// 32-bit floats, channel by channel in each frame.
  static func wave(_ block: AudioBlock) -> Data {
    var data = Data()
    let length = UInt32(block.samples.count * 4)
    func put(_ text: String) { data += Data(text.utf8) }
    func put<Number: FixedWidthInteger>(_ number: Number) { withUnsafeBytes(of: number.littleEndian) { data += $0 } }
    put("RIFF"); put(36 + length); put("WAVE")
    put("fmt "); put(UInt32(16)); put(UInt16(3)); put(UInt16(block.channelCount))
    put(UInt32(48_000)); put(UInt32(48_000 * 4 * block.channelCount)); put(UInt16(4 * block.channelCount));
    put(UInt16(32))
    put("data"); put(length)
    let samples = (0..<block.samples.count).map {
      block.samples[$0 % block.channelCount * block.frameCount + $0 / block.channelCount]
    }
    samples.withUnsafeBytes { data += $0 }
    return data
  }
}
