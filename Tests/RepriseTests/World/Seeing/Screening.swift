import Foundation

/// A video as it was decoded: what a viewer gets of it.
struct Screening {
  struct Size {
    var width: Int
    var height: Int
    static let small = Size(width: 96, height: 54)
    static let middle = Size(width: 160, height: 90)
    static let large = Size(width: 320, height: 180)
    static let full = Size(width: 640, height: 360)
  }

  let size: Size
  let fps: Int
  let start: Double
  private let bytes: [UInt8]

  /// - Parameter data: Red, green and blue of all pixels, picture after picture.
  init(_ data: Data, _ size: Size, fps: Int, from start: Double) {
    (self.size, self.fps, self.start, bytes) = (size, fps, start, [UInt8](data))
  }

  var count: Int { bytes.count / (3 * size.width * size.height) }

  /// The shutter opens when a picture begins and is open for half of it; what moves is seen in the middle of that.
  func time(of picture: Int) -> Double { start + (Double(picture) + 0.25) / Double(fps) }

  /// All pictures in which a colour is seen, in order.
  ///
  /// - Parameters:
  ///   - columns: Where to look, as parts of the picture's width.
  ///   - rows: The same of its height, from above.
  func track(
    _ paint: Paint, depth: Double = 0, camera: Pinhole = Pinhole(), in columns: ClosedRange<Double> = 0...1,
    rows: ClosedRange<Double> = 0...1
  ) -> [Sighting] {
    (0..<count).map { sighting(paint, in: $0, depth, camera, columns, rows) }.filter(\.isSeen)
  }

  /// In the first picture.
  func begin(_ paint: Paint, depth: Double = 0, camera: Pinhole = Pinhole()) -> Sighting {
    sighting(paint, in: 0, depth, camera)
  }

  /// In the last picture.
  func end(_ paint: Paint, depth: Double = 0, camera: Pinhole = Pinhole()) -> Sighting {
    sighting(paint, in: count - 1, depth, camera)
  }

  private func sighting(
    _ paint: Paint, in picture: Int, _ depth: Double, _ camera: Pinhole, _ columns: ClosedRange<Double> = 0...1,
    _ rows: ClosedRange<Double> = 0...1
  ) -> Sighting {
    var spot = Spot(columns: size.width)
    forPixels(of: picture) { column, row, red, green, blue in
      guard columns.contains((Double(column) + 0.5) / Double(size.width)),
        rows.contains((Double(row) + 0.5) / Double(size.height))
      else { return }
      spot.add(paint.part(red: red, green: green, blue: blue), column, row)
    }
    return Sighting(spot, at: time(of: picture), in: size, depth: depth, camera)
  }

  /// The mean green, 0 to 255, of a part of a picture: columns and rows as parts of its width and height.
  func brightness(in picture: Int, _ columns: Range<Double>, _ rows: Range<Double>) -> Double {
    let first = picture * bytes.count / count
    return mean(columns, rows) { Int(bytes[first + $0]) }
  }

  /// How far the last picture is from the first in a part of it: by how much their greens differ on average, 0 to 255.
  func change(in columns: Range<Double>, _ rows: Range<Double>) -> Double {
    let last = bytes.count - bytes.count / count
    return mean(columns, rows) { abs(Int(bytes[$0]) - Int(bytes[last + $0])) }
  }

  /// - Parameter value: Of a pixel, by where its green is in its picture.
  private func mean(_ columns: Range<Double>, _ rows: Range<Double>, of value: (Int) -> Int) -> Double {
    func span(_ parts: Range<Double>, of length: Int) -> Range<Int> {
      Int(parts.lowerBound * Double(length))..<Int(parts.upperBound * Double(length))
    }
    let places = span(rows, of: size.height).flatMap { row in
      span(columns, of: size.width).map { 3 * (row * size.width + $0) + 1 }
    }
    return Double(places.reduce(0) { $0 + value($1) }) / Double(places.count)
  }

  private func forPixels(of picture: Int, _ body: (Int, Int, Int, Int, Int) -> Void) {
    guard (0..<count).contains(picture) else { return }
    bytes.withUnsafeBufferPointer { bytes in
      var at = picture * 3 * size.width * size.height
      for row in 0..<size.height {
        for column in 0..<size.width {
          body(column, row, Int(bytes[at]), Int(bytes[at + 1]), Int(bytes[at + 2]))
          at += 3
        }
      }
    }
  }
}
