import Graph
import Media
import Plan

extension Mixer {
  func mixSequence(_ inputs: [Int], _ starts: [Time], at time: Time, _ count: Int) throws -> AudioBlock? {
    var block: AudioBlock?
    var done = 0
    var index = max(0, starts.partitioningIndex { $0 > time } - 1)
    while done < count, index < inputs.count {
      let now = time.adding(samples: done)
      let next =
        index + 1 < starts.count ? Mixer.samples(until: starts[index + 1], from: now, count - done) : count - done
      if let piece = try mix(inputs[index], at: now - starts[index], next) {
        block = (block ?? silence(count)).adding(piece, at: done)
      }
      done += next
      index += 1
    }
    return block
  }

  func mixLoop(_ input: Int, _ period: Time, at time: Time, _ count: Int) throws -> AudioBlock? {
    var block: AudioBlock?
    var done = 0
    while done < count {
      let now = time.adding(samples: done)
      let local = Time(flicks: now.flicks % period.flicks)
      // A period below one sample still moves on.
      let next = max(1, Mixer.samples(until: period, from: local, count - done))
      if let piece = try mix(input, at: local, next) {
        block = (block ?? silence(count)).adding(piece, at: done)
      }
      done += next
    }
    return block
  }

  /// At equal power, so that two different sounds keep their loudness: cosine and sine of a quarter turn. A clip that
  /// shows meanwhile adds what sounds in it.
  func mixTransition(_ transition: Transition, at time: Time, _ count: Int) throws -> AudioBlock? {
    let (start, overlap) = (transition.start, transition.overlap)
    let a = try mix(transition.first, at: time, count)
    let b = try mix(transition.second, at: time - start, count)
    let going = EqualPower(start: start, overlap: overlap, isComing: false)
    let coming = EqualPower(start: start, overlap: overlap, isComing: true)
    let both = sum([a?.multiplied(from: time, going.gain), b?.multiplied(from: time, coming.gain)])
    guard let shown = transition.shown else { return both }
    return sum([both, try mix(shown, at: time - start, count)])
  }

  func sum(_ blocks: [AudioBlock?]) -> AudioBlock? {
    let heard = blocks.compactMap(\.self)
    guard var total = heard.first else { return nil }
    for block in heard.dropFirst() { total = total.adding(block, at: 0) }
    return total
  }
}

/// The gain of one side of a transition.
private struct EqualPower {
  let start: Time
  let overlap: Time
  let isComing: Bool

  func gain(at time: Time) -> Double {
    let progress = min(max(Double((time - start).flicks) / Double(overlap.flicks), 0), 1)
    let angle = progress * .pi / 2
    return isComing ? Elementary.sin(angle) : Elementary.cos(angle)
  }
}
