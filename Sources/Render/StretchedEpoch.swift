import Graph
import Media
import Plan
import Stretch

/// Some seconds of a stretched sound, from where the epoch before joins it.
///
/// How grains join follows from what was heard before, so two stretchers that began at different places never quite agree.
/// Each epoch has one of its own, and takes over from the one before where the two are most alike.
struct StretchedEpoch {
  let number: Int64
  private(set) var run: StretchRun
  /// What is left of the join.
  private var joined: AudioBlock?
  /// The next sample that comes out, on the clip's clock.
  private(set) var position: Int64

  /// - Parameters:
  ///   - before: The run of the epoch before, at the beginning of this one.
  ///   - begin: Makes a run from a sample on.
  init(
    _ number: Int64, after before: StretchRun?, begin: (_ start: Int64) throws -> StretchRun,
    hear: (Int64, Int) throws -> AudioBlock?
  ) throws {
    self.number = number
    position = number * Stretching.epoch
    run = try StretchedEpoch.run(number, upTo: position, begin, hear)
    guard number > 0 else { return }
    var last = try before ?? StretchedEpoch.run(number - 1, upTo: position, begin, hear)
    let window = Int(Stretching.window)
    joined = Seam(try last.take(window, hear: hear), try run.take(window, hear: hear)).joined
  }

  private static func run(
    _ number: Int64, upTo end: Int64, _ begin: (Int64) throws -> StretchRun, _ hear: (Int64, Int) throws -> AudioBlock?
  ) throws -> StretchRun {
    var run = try begin(max(0, number * Stretching.epoch - Stretching.lead))
    while run.position < end { _ = try run.take(Int(min(4800, end - run.position)), hear: hear) }
    return run
  }

  /// The samples up to a place, of which the last `count` are given.
  mutating func take(from start: Int64, _ count: Int, hear: (Int64, Int) throws -> AudioBlock?) throws -> AudioBlock {
    while position < start { _ = try next(Int(min(4800, start - position)), hear) }
    var block = try next(count, hear)
    while block.frameCount < count { block = block.followed(by: try next(count - block.frameCount, hear)) }
    return block
  }

  /// So many samples, or fewer where the join ends.
  private mutating func next(_ count: Int, _ hear: (Int64, Int) throws -> AudioBlock?) throws -> AudioBlock {
    guard let rest = joined else {
      position += Int64(count)
      return try run.take(count, hear: hear)
    }
    let part = rest.part(0..<min(count, rest.frameCount))
    joined = part.frameCount < rest.frameCount ? rest.part(part.frameCount..<rest.frameCount) : nil
    position += Int64(part.frameCount)
    return part
  }
}
