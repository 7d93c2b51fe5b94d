import Foundation
import Graph
import Media
import Plan
import Sketches

@testable import Render

let footage = ToneFootage([
  "count": counter, "low": sine(440), "high": sine(997), "noise": noise(1), "hiss": noise(2),
  "one": { Tone { _, _ in 1 } }, "half": { Tone { _, channel in channel == 0 ? 0.5 : -0.25 } },
])

/// Samples of a channel of a clip.
func listen(_ clip: Sketch.Clip, from start: Int64 = 0, _ count: Int, channel: Int = 0) throws -> [Float] {
  let block = try Mixer(Scene(clip.graph), footage: footage).block(from: start, frameCount: count)
  return Array(block.samples[channel * count..<(channel + 1) * count])
}

/// So many samples.
func samples(_ count: Int64) -> Time { Time(ticks: count, rate: 48_000) }

/// The level of a frequency in a stretch of sound, 1 for a sine at full scale, under a Blackman–Harris window.
func level(of frequency: Double, in sound: [Float]) -> Double {
  var (real, imaginary, sum) = (0.0, 0.0, 0.0)
  for (index, sample) in sound.enumerated() {
    let weight = window(index, of: sound.count)
    let angle = 2 * .pi * frequency * Double(index) / 48_000
    real += Double(sample) * weight * cos(angle)
    imaginary += Double(sample) * weight * sin(angle)
    sum += weight
  }
  return 2 * (real * real + imaginary * imaginary).squareRoot() / sum
}

/// Four terms of −92 dB side lobes (Harris, 1978).
private func window(_ index: Int, of count: Int) -> Double {
  let x = 2 * Double.pi * Double(index) / Double(count)
  return 0.35875 - 0.48829 * cos(x) + 0.14128 * cos(2 * x) - 0.01168 * cos(3 * x)
}

/// How far everything but one sine lies below it, in decibels: the sine is fitted by least squares and taken away.
func residue(of frequency: Double, in sound: [Float]) -> Double {
  let omega = 2 * Double.pi * frequency / 48_000
  var (cc, ss, cs, xc, xs) = (0.0, 0.0, 0.0, 0.0, 0.0)
  for (index, sample) in sound.enumerated() {
    let (c, s) = (cos(omega * Double(index)), sin(omega * Double(index)))
    (cc, ss, cs) = (cc + c * c, ss + s * s, cs + c * s)
    (xc, xs) = (xc + Double(sample) * c, xs + Double(sample) * s)
  }
  let determinant = cc * ss - cs * cs
  let (a, b) = ((xc * ss - xs * cs) / determinant, (xs * cc - xc * cs) / determinant)
  var rest = 0.0
  for (index, sample) in sound.enumerated() {
    let fitted = a * cos(omega * Double(index)) + b * sin(omega * Double(index))
    rest += (Double(sample) - fitted) * (Double(sample) - fitted)
  }
  return 10 * log10(rest / Double(sound.count) / ((a * a + b * b) / 2))
}

/// Mean power.
func power(_ sound: some Collection<Float>) -> Double {
  sound.reduce(0) { $0 + Double($1) * Double($1) } / Double(sound.count)
}
