import Draw
import Media

/// One library for all tests; each test makes a typesetter of its own.
let library = Result { () throws(DrawError) in try FontLibrary() }

func typesetter() throws -> Typesetter { try Typesetter(library: library.get()) }

/// The bytes of a drawn text, R, G, B, A, row after row.
struct Picture: Equatable {
  let width: Int
  let height: Int
  /// Where the first pixel lies, seen from the logical box.
  let x: Int
  let y: Int
  let bytes: [UInt8]

  init(_ drawn: DrawnText) {
    (width, height, x, y) = (drawn.frame.size.width, drawn.frame.size.height, drawn.x, drawn.y)
    let size = drawn.frame.size
    bytes = drawn.frame.withPlane(0) { plane, bytesPerRow in
      (0..<size.height).flatMap { plane[($0 * bytesPerRow)..<($0 * bytesPerRow + size.width * 4)] }
    }
  }

  struct Pixel: Equatable {
    var red: UInt8
    var green: UInt8
    var blue: UInt8
    var alpha: UInt8
  }

  var pixels: [Pixel] {
    stride(from: 0, to: bytes.count, by: 4).map {
      Pixel(red: bytes[$0], green: bytes[$0 + 1], blue: bytes[$0 + 2], alpha: bytes[$0 + 3])
    }
  }

  /// The rectangle that holds every pixel for which the claim is true, in the coordinates of the logical box.
  func bounds(where claim: (Pixel) -> Bool) -> (columns: ClosedRange<Int>, rows: ClosedRange<Int>)? {
    let hits = pixels.enumerated().filter { claim($0.element) }.map(\.offset)
    guard let top = hits.first, let bottom = hits.last else { return nil }
    let columns = hits.map { $0 % width }
    guard let left = columns.min(), let right = columns.max() else { return nil }
    return ((x + left)...(x + right), (y + top / width)...(y + bottom / width))
  }

  /// The sum of all alpha, in pixels fully covered.
  var coverage: Double { pixels.reduce(0) { $0 + Double($1.alpha) / 255 } }
}

extension TextStyle {
  static func red(size: Double) -> TextStyle {
    TextStyle(size: size, color: Color(red: 255, green: 0, blue: 0))
  }
}
