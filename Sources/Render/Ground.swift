import Media
import Pixels

/// What lies below all painters, and how it gets into a picture without working pixels where it can.
enum Ground {
  case color(Color)
  /// A picture of the output's size, format and colours.
  case frame(Frame)
  /// Two such pictures, and how far the second has come, by their codes.
  case dissolve(Frame, Frame, Opacity)
  /// Opaque everywhere.
  case painter(Painter)

  /// Whether `write` can.
  func canWrite(_ area: Area) -> Bool {
    guard case .painter(let painter) = self else { return true }
    return painter.canCopy(area)
  }

  /// Straight into the picture, code by code.
  ///
  /// - Precondition: `canWrite`, and an even area.
  func write(_ area: Area, into picture: OutputPicture, _ light: Light) {
    switch self {
    case .color(let color): picture.fill(color, in: light, area: area)
    case .frame(let frame): picture.copy(from: frame, area: area)
    case .dissolve(let a, let b, let weight): picture.mix(a, b, weight: weight, area: area)
    case .painter(let painter): painter.copy(into: picture, area: area)
    }
  }

  /// Into working pixels, so that others can be painted over it. Painters count by themselves.
  func fill(_ band: Band, _ light: Light) {
    switch self {
    case .color(let color): band.fill(color.counted(in: light))
    case .frame(let frame): band.load(frame, in: light)
    case .dissolve(let a, let b, let weight):
      let other = Band(area: band.area)
      band.load(a)
      other.load(b)
      band.mix(other, weight: weight)
    case .painter(let painter): painter.paint(over: band)
    }
  }
}
