import Foundation
import Media

@testable import Codec

/// A movie that was written in pieces, and the pieces put one after another as a player does.
struct Streamed {
  let movie: TestMovie
  var sound: AudioBlock?
  /// In which order the pieces are made.
  var order: [Int]?

  func fragments() throws -> FragmentedMovie { try FragmentedMovie(movie.encoding(), hasSound: sound != nil) }

  func write(to path: String) throws {
    let whole = try fragments()
    var pieces: [Int: [UInt8]] = [:]
    for index in order ?? Array(movie.lengths.indices) {
      let first = movie.lengths[..<index].reduce(0, +)
      pieces[index] = try whole.fragment(index, movie.segment(index), from: Int64(first), sound: stretch(index))
    }
    let bytes = movie.lengths.indices.reduce(whole.initialization()) { $0 + (pieces[$1] ?? []) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  /// The samples that are heard with a segment; the last has all that are left.
  func samples(of index: Int) -> Range<Int64> {
    let (start, end) = (movie.lengths[..<index].reduce(0, +), movie.lengths[...index].reduce(0, +))
    let isLast = index == movie.lengths.count - 1
    let place = { (frame: Int) in movie.rate.time(ofFrame: Int64(frame)).ticks(rate: AudioBlock.sampleRate) }
    return place(start)..<(isLast ? Int64(sound?.frameCount ?? 0) : place(end))
  }

  private func stretch(_ index: Int) throws -> SoundStretch? {
    guard let sound else { return nil }
    let packets = SoundStretch.packets(for: samples(of: index), isLast: index == movie.lengths.count - 1)
    let wanted = SoundStretch.samples(for: packets)
    var block = AudioBlock(frameCount: wanted.count)
    for (place, sample) in wanted.enumerated() where (0..<Int64(sound.frameCount)).contains(sample) {
      for channel in 0..<2 {
        block.samples[channel * wanted.count + place] = sound.samples[channel * sound.frameCount + Int(sample)]
      }
    }
    return try SoundStretch(packets, of: block)
  }
}
