import Claims
import Graph
import Media
import Plan
import Sketches
import Testing

@testable import Render

private let sketch = Sketch(64, 64)

@Test func clipsFollowOneAnotherToTheSample() throws {
  let first = sketch.audio("count", samples(5)).trimmed(samples(2), samples(5))
  let clip = sketch.sequence([first, sketch.audio("count", samples(4))])
  #expect(try listen(clip, 9) == [3, 4, 5, 1, 2, 3, 4, 0, 0])
  #expect(try listen(clip, 9, channel: 1) == [-3, -4, -5, -1, -2, -3, -4, 0, 0])
}

@Test func thereIsSilenceOutside() throws {
  let clip = sketch.audio("count", samples(3))
  #expect(try listen(clip, from: -2, 7) == [0, 0, 1, 2, 3, 0, 0])
  #expect(try listen(clip, from: 1_000_000, 3) == [0, 0, 0])
  #expect(try listen(sketch.solid(.white, samples(3)), 3) == [0, 0, 0])
}

@Test func aDelayWaits() throws {
  #expect(try listen(sketch.audio("count", samples(2)).delayed(samples(3)), 6) == [0, 0, 0, 1, 2, 0])
}

@Test func aLoopBeginsAgainToTheSample() throws {
  #expect(try listen(sketch.audio("count", samples(3)).looped(samples(8)), 9) == [1, 2, 3, 1, 2, 3, 1, 2, 0])
}

@Test func theReverseIsAnExactMirror() throws {
  #expect(try listen(sketch.audio("count", samples(4)).reversed, 5) == [4, 3, 2, 1, 0])
  #expect(try listen(sketch.audio("count", samples(4)).reversed.reversed, 5) == [1, 2, 3, 4, 0])
  // A length that is no whole number of samples: five begin in it.
  let uneven = sketch.audio("count", samples(4) + Time(flicks: 1))
  #expect(try listen(uneven, 6) == [1, 2, 3, 4, 5, 0])
  #expect(try listen(uneven.reversed, 6) == [5, 4, 3, 2, 1, 0])
}

@Test func aFreezeIsSilent() throws {
  #expect(try listen(sketch.video("count", samples(4)).frozen(at: samples(1), samples(3)), 3) == [0, 0, 0])
}

@Test func wordsOfPictureLeaveSoundAlone() throws {
  let video = sketch.video("count", samples(3))
  let clip = video.fit("cover").crop(0, 0, 32, 32).at(0, 0).scaled(2).rotated(9).opacity(.constant(0.5))
  #expect(try listen(clip, 4) == [1, 2, 3, 0])
}

@Test func layersAddUp() throws {
  let stack = sketch.stack([sketch.audio("one", samples(3)), sketch.audio("count", samples(2)).delayed(samples(2))])
  #expect(try listen(stack, 5) == [1, 1, 2, 2, 0])
}

@Test func anHourIsExactToTheSample() throws {
  // Sample numbers modulo a prime, so that a Float says them exactly.
  let numbers = ToneFootage(["hour": { Tone { sample, _ in Float(sample % 9973) } }])
  let hour: Int64 = 3600 * 48_000
  let film = sketch.video("hour", time(7200))
  func sound(_ clip: Sketch.Clip, _ start: Int64) throws -> [Float] {
    let block = try Mixer(Scene(clip.graph), footage: numbers).block(from: start, frameCount: 3)
    return Array(block.samples[0..<3])
  }
  func wanted(_ start: Int64) -> [Float] { (0..<3).map { Float((start + $0) % 9973) } }
  #expect(try sound(film, hour) == wanted(hour))
  #expect(try sound(film.trimmed(time(1800), time(7200)), hour) == wanted(hour + hour / 2))
  #expect(try sound(film.delayed(time(1800)), hour + hour / 2) == wanted(hour))
  #expect(try sound(film.reversed, hour) == wanted(hour - 3).reversed())
  #expect(try sound(film.looped(time(20_000)), hour * 5) == wanted(hour))
  #expect(try sound(sketch.sequence([film, film]), hour * 3) == wanted(hour))
}

@Test func soundStaysWithPictureAt29_97ForAnHour() throws {
  // A click at the first sample of frame 107 892, an hour in: 107 892 × 1001/30000 s × 48000 = 172 799 827.2.
  let rate = try #require(FrameRate(29.97))
  let clicking = ToneFootage(["click": { Tone { sample, _ in sample == 172_799_828 ? 1 : 0 } }])
  let film = Sketch(64, 64, rate: rate).video("click", rate.time(ofFrame: 120_000))
  let cut = film.trimmed(rate.time(ofFrame: 1000), film.duration)
  let plan = Plan(cut.graph, frames: 106_892..<106_893)
  let count = Int(plan.samples.end - plan.samples.start)
  let block = try Mixer(Scene(cut.graph), footage: clicking).block(from: plan.samples.start, frameCount: count)
  let click = try #require(block.samples[0..<count].firstIndex(of: 1))
  // The trim begins between two samples, so that the click may come one early or late.
  #expect(click <= 2)
}

// MARK: Blocks

/// Words of sound over one another.
private indirect enum Course: CustomStringConvertible {
  case sound(String, Int)
  case word(String, Course, Int)
  case join(String, Course, Course, Int)

  func clip() -> Sketch.Clip {
    switch self {
    case .sound(let name, let flicks): return sketch.audio(name, Time(flicks: Int64(flicks)))
    case .word(let word, let inner, let number): return Course.say(word, inner.clip(), number)
    case .join(let word, let first, let second, let number):
      let (a, b) = (first.clip(), second.clip())
      let overlap = Time(flicks: min(a.duration, b.duration).flicks * Int64(number) / 1000)
      switch word {
      case "sequence": return sketch.sequence([a, b])
      case "stack": return sketch.stack([a, b])
      default: return overlap > .zero ? sketch.crossfade(a, b, overlap) : sketch.sequence([a, b])
      }
    }
  }

  private static func say(_ word: String, _ clip: Sketch.Clip, _ number: Int) -> Sketch.Clip {
    let part = Time(flicks: clip.duration.flicks * Int64(number) / 2000)
    switch word {
    case "trimmed": return clip.trimmed(part, clip.duration)
    case "delayed": return clip.delayed(part)
    case "looped": return clip.looped(clip.duration + part)
    case "reversed": return clip.reversed
    case "faster": return clip.faster([2, 0.5, 1.25, 1.1, 0.3, 3][number % 6])
    case "faded": return clip.faded(part, part)
    default: return clip.volume(.keyframes([.init(time: .zero, value: -1), .init(time: part, value: 0.7)]))
    }
  }

  var description: String {
    switch self {
    case .sound(let name, let flicks): "\(name)(\(flicks))"
    case .word(let word, let inner, let number): "\(inner).\(word)(\(number))"
    case .join(let word, let first, let second, let number): "\(word)(\(first), \(second), \(number))"
    }
  }
}

extension Draws {
  fileprivate mutating func course(depth: Int) -> Course {
    switch depth == 0 ? 0 : int(0...3) {
    case 0: .sound(one(of: ["noise", "hiss", "low", "half"]), int(14_700...20_000_000))
    case 1, 2:
      .word(
        one(of: ["trimmed", "delayed", "looped", "reversed", "faster", "faded", "volume"]), course(depth: depth - 1),
        int(1...999))
    default:
      .join(
        one(of: ["sequence", "stack", "crossfade"]), course(depth: depth - 1), course(depth: depth - 1), int(0...999))
    }
  }
}

@Test func samplesDoNotDependOnHowBlocksAreCut() throws {
  try always(runs: 300) { draws in
    let course = draws.course(depth: 4)
    return (course, draws.partition(of: 1500, longest: 700), draws.int(0...3000))
  } holds: { course, parts, start in
    let scene = Scene(course.clip().graph)
    let whole = try Mixer(scene, footage: footage).block(from: Int64(start), frameCount: 1500)
    let mixer = Mixer(scene, footage: footage)
    var done = 0
    for count in parts {
      let part = try mixer.block(from: Int64(start + done), frameCount: count)
      for channel in 0..<2 {
        let found = part.samples[channel * count..<(channel + 1) * count].map(\.bitPattern)
        let wanted = whole.samples[channel * 1500 + done..<channel * 1500 + done + count].map(\.bitPattern)
        guard found == wanted else { return false }
      }
      done += count
    }
    return true
  }
}
