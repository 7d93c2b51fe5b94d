import Media

extension Orientation {
  /// From the pixels of a stored picture to those of the upright one.
  func upright(from size: Size) -> Affine {
    let (w, h) = (Double(size.width), Double(size.height))
    return switch self {
    case .up: .identity
    case .upMirrored: Affine(a: -1, d: 1, tx: w)
    case .down: Affine(a: -1, d: -1, tx: w, ty: h)
    case .downMirrored: Affine(a: 1, d: -1, ty: h)
    case .leftMirrored: Affine(a: 0, b: 1, c: 1, d: 0)
    case .right: Affine(a: 0, b: 1, c: -1, d: 0, tx: h)
    case .rightMirrored: Affine(a: 0, b: -1, c: -1, d: 0, tx: h, ty: w)
    case .left: Affine(a: 0, b: -1, c: 1, d: 0, ty: w)
    }
  }
}
