import Foundation

/// The camera of a recipe, which looks straight along −z: from places in a picture back to places in the world.
struct Pinhole {
  var x = 0.0
  var y = 1.1
  var z = 14.0
  /// From the top of the picture to the bottom, in degrees.
  var angle = 10.0

  /// Metres to a pixel at a depth.
  func scale(at depth: Double, height: Int) -> Double {
    2 * tan(angle / 2 * .pi / 180) * (z - depth) / Double(height)
  }

  /// - Parameter depth: The plane in which it moves, as z.
  func place(_ column: Double, _ row: Double, in size: Screening.Size, depth: Double) -> (x: Double, y: Double) {
    let scale = scale(at: depth, height: size.height)
    return (x + (column - Double(size.width) / 2) * scale, y - (row - Double(size.height) / 2) * scale)
  }
}
