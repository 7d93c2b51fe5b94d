import Foundation
import Media

@testable import Stretch

/// Stretches a sound in pieces of some length; `lasting` says where in the output the piece that ends at a sample of the
/// input ends.
func stretched(
  _ sound: [Float], semitones: Double = 0, piece: Int = 4800, channels: Int = 1, lasting: (Int) -> Double
) throws -> [Float] {
  let stretcher = try Stretcher(channelCount: channels, semitones: semitones)
  var (start, end, output) = (0, 0, [Float]())
  while start < sound.count {
    let count = min(piece, sound.count - start)
    let next = Int(lasting(start + count).rounded())
    try stretcher.put(AudioBlock(Array(sound[start..<start + count]), channels: channels), lasting: next - end)
    (start, end) = (start + count, next)
    output += stretcher.take(stretcher.readyCount).firstPlane
  }
  try stretcher.finish()
  while stretcher.readyCount > 0 { output += stretcher.take(min(stretcher.readyCount, 10_000)).firstPlane }
  return output
}

func stretched(_ sound: [Float], tempo: Double, semitones: Double = 0, piece: Int = 4800) throws -> [Float] {
  try stretched(sound, semitones: semitones, piece: piece) { Double($0) / tempo }
}

extension AudioBlock {
  init(_ samples: [Float], channels: Int) {
    self.init(channelCount: channels, frameCount: samples.count)
    self.samples = (0..<channels).flatMap { _ in samples }
  }

  var firstPlane: [Float] { Array(samples[0..<frameCount]) }
}

func sine(_ frequency: Double, seconds: Double) -> [Float] {
  (0..<Int(seconds * 48_000)).map { Float(0.5 * sin(2 * .pi * frequency * Double($0) / 48_000)) }
}

/// A tone whose frequency says where in it one is: 400 Hz at the start, and so many hertz more each second.
func sweep(seconds: Double, slope: Double) -> [Float] {
  (0..<Int(seconds * 48_000)).map { index in
    let time = Double(index) / 48_000
    return Float(0.5 * sin(2 * .pi * (400 * time + slope * time * time / 2)))
  }
}

/// The frequency of a tone around a sample, by how often it crosses zero upwards in so many samples.
func frequency(_ sound: [Float], around middle: Int, span: Int) -> Double? {
  let range = max(1, middle - span / 2)..<min(sound.count, middle + span / 2)
  var crossings: [Double] = []
  for index in range where sound[index - 1] < 0 && sound[index] >= 0 {
    crossings.append(Double(index) - Double(sound[index]) / Double(sound[index] - sound[index - 1]))
  }
  guard crossings.count > 1 else { return nil }
  return Double(crossings.count - 1) / (crossings[crossings.count - 1] - crossings[0]) * 48_000
}
