/// A file of a look-up table, as Adobe's "Cube LUT Specification 1.0" has it: one dimension, or three. Files of DaVinci
/// Resolve may have both, and then the first goes before the second.
package struct CubeFile: Hashable, Sendable {
  /// Red, green and blue of each step from the lowest to the highest.
  package struct Tones: Hashable, Sendable {
    package var steps: [SIMD3<Float>]
    package var low, high: SIMD3<Float>
  }

  package private(set) var tones: Tones?
  package private(set) var cube: ColorCube?

  /// Why some bytes are no look-up table.
  package struct Mistake: Error {
    package let line: Int
    package let problem: String
    package let remedy: String?
  }

  /// Beyond 65 corners along an edge nobody sees a difference, and every one takes sixteen bytes.
  package static let mostCorners = 65
  private static let mostSteps = 65_536

  private var low: SIMD3<Float> = [0, 0, 0]
  private var high: SIMD3<Float> = [1, 1, 1]
  private var sizes: (tones: Int?, cube: Int?) = (nil, nil)
  private var rows: [SIMD3<Float>] = []

  package static func == (a: CubeFile, b: CubeFile) -> Bool { a.tones == b.tones && a.cube == b.cube }
  package func hash(into hasher: inout Hasher) {
    hasher.combine(tones)
    hasher.combine(cube)
  }

  package init(_ bytes: [UInt8]) throws(Mistake) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Mistake(line: 1, problem: "it is no text", remedy: "name a .cube file")
    }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
      if let first = words.first { try read(first, words.dropFirst(), line: index + 1) }
    }
    try settle(line: lines.count)
  }

  private mutating func read(_ first: Substring, _ rest: ArraySlice<Substring>, line: Int) throws(Mistake) {
    switch first {
    case "TITLE": return
    case "LUT_1D_SIZE": sizes.tones = try size(rest, 2...CubeFile.mostSteps, line: line)
    case "LUT_3D_SIZE": sizes.cube = try size(rest, 2...CubeFile.mostCorners, line: line)
    case "DOMAIN_MIN": low = try color(Array(rest), line: line)
    case "DOMAIN_MAX": high = try color(Array(rest), line: line)
    case "LUT_1D_INPUT_RANGE", "LUT_3D_INPUT_RANGE":
      let ends = try numbers(Array(rest), count: 2, line: line)
      (low, high) = (SIMD3(repeating: ends[0]), SIMD3(repeating: ends[1]))
    default:
      guard !(first.first?.isLetter ?? false) else {
        throw Mistake(line: line, problem: "\"\(first)\" is no word of a .cube file", remedy: nil)
      }
      rows.append(try color([first] + rest, line: line))
      let most = (sizes.tones ?? 0) + (sizes.cube.map { $0 * $0 * $0 } ?? 0)
      guard rows.count <= most else {
        let problem = most == 0 ? "colours come before any size" : "there are more than \(most) colours"
        throw Mistake(line: line, problem: problem, remedy: "say LUT_3D_SIZE first, and the size that it has")
      }
    }
  }

  private func size(_ words: ArraySlice<Substring>, _ range: ClosedRange<Int>, line: Int) throws(Mistake) -> Int {
    guard words.count == 1, let size = words.first.flatMap({ Int($0) }), range.contains(size) else {
      throw Mistake(
        line: line, problem: "the size is \"\(words.joined(separator: " ").prefix(40))\"",
        remedy: "it is a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return size
  }

  private func color(_ words: [Substring], line: Int) throws(Mistake) -> SIMD3<Float> {
    let numbers = try numbers(words, count: 3, line: line)
    return [numbers[0], numbers[1], numbers[2]]
  }

  private func numbers(_ words: [Substring], count: Int, line: Int) throws(Mistake) -> [Float] {
    let numbers = words.compactMap { Float($0) }.filter(\.isFinite)
    guard words.count == count, numbers.count == count else {
      throw Mistake(
        line: line, problem: "\"\(words.joined(separator: " ").prefix(40))\" stands where \(count) numbers should",
        remedy: nil)
    }
    return numbers
  }

  private mutating func settle(line: Int) throws(Mistake) {
    let wanted = (sizes.tones ?? 0) + (sizes.cube.map { $0 * $0 * $0 } ?? 0)
    guard wanted > 0 else {
      throw Mistake(line: 1, problem: "it has no size", remedy: "a .cube file says LUT_3D_SIZE or LUT_1D_SIZE")
    }
    guard rows.count == wanted else {
      throw Mistake(line: line, problem: "\(rows.count) colours came, and its size asks for \(wanted)", remedy: nil)
    }
    guard (0..<3).allSatisfy({ low[$0] < high[$0] }) else {
      throw Mistake(line: 1, problem: "its domain ends before it begins", remedy: nil)
    }
    if let count = sizes.tones { tones = Tones(steps: Array(rows.prefix(count)), low: low, high: high) }
    if let size = sizes.cube {
      // After tones, colours are from 0 to 1.
      let (low, high): (SIMD3<Float>, SIMD3<Float>) = tones == nil ? (low, high) : ([0, 0, 0], [1, 1, 1])
      cube = ColorCube(
        size: size, corners: rows.suffix(size * size * size).map { SIMD4($0, 0) }, low: low, high: high)
    }
    rows = []
  }
}
