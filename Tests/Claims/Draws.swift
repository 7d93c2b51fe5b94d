import Chance

/// Where a generator takes its numbers from: chance, or a record of earlier numbers.
///
/// A generator that is fed a smaller record makes a smaller value, so every generator shrinks without code of its own
/// (the way of Hypothesis): small numbers must stand for small values.
public struct Draws {
  /// What was drawn so far.
  public private(set) var record: [UInt64] = []
  private var given: ArraySlice<UInt64>
  private var chance: SplitMix?

  init(seed: UInt64) {
    (given, chance) = ([], SplitMix(seed))
  }

  /// Replays numbers; zeros follow when they run out.
  init(replaying numbers: [UInt64]) {
    (given, chance) = (numbers[...], nil)
  }

  /// A number from 0 to `most`.
  public mutating func number(upTo most: UInt64) -> UInt64 {
    let raw = chance?.next() ?? given.popFirst() ?? 0
    let number = most == .max ? raw : raw % (most + 1)
    record.append(number)
    return number
  }
}

extension Draws {
  /// A whole number of a range; the smaller its distance from the least, the simpler.
  public mutating func int(_ range: ClosedRange<Int>) -> Int {
    let offset = number(upTo: UInt64(bitPattern: Int64(range.upperBound &- range.lowerBound)))
    return range.lowerBound &+ Int(truncatingIfNeeded: offset)
  }

  /// A number of a range, in thousandths of it.
  public mutating func real(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * Double(int(0...1000)) / 1000
  }

  /// Any finite number, by its bits.
  public mutating func finite() -> Double {
    let value = Double(bitPattern: number(upTo: .max))
    return value.isFinite ? value : Double(value.significandBitPattern)
  }

  public mutating func flag() -> Bool { int(0...1) == 1 }

  /// One of some; the first is the simplest.
  public mutating func one<T>(of some: [T]) -> T { some[int(0...some.count - 1)] }

  public mutating func list<T>(_ count: ClosedRange<Int>, _ item: (inout Draws) -> T) -> [T] {
    (0..<int(count)).map { _ in item(&self) }
  }

  /// Steps that a length is cut into, none longer than `longest`.
  public mutating func partition(of length: Int, longest: Int) -> [Int] {
    var (parts, rest) = ([Int](), length)
    while rest > 0 {
      parts.append(min(rest, int(1...longest)))
      rest -= parts[parts.count - 1]
    }
    return parts
  }
}
