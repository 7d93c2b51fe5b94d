import Media
import Pixels
import Plan

/// Texts whose pieces move: each piece is a part of one picture, put where it is at that instant.
extension LayerReader {
  func painters(for text: MovingText, at time: Time, of layer: Layer) throws -> [Painter] {
    let scale = LayerReader.scale(of: layer)
    let plain = try footage.pieces(text.plain, by: text.motion.by, scale: scale)
    let sung = try text.sung.map { try footage.pieces($0, by: text.motion.by, scale: scale) }
    let ground = Affine.scale(1 / scale, 1 / scale).then(layer.transform).onWholePixels(if: layer.isStill)
    var painters: [Painter] = []
    for (index, piece) in plain.pieces.enumerated() {
      let state = piece.number.map { text.motion.state(of: $0, at: time) } ?? .rest
      let opacity = Opacity(state.opacity)
      guard !opacity.isClear, state.scale > 0 else { continue }
      let (left, right) = piece.area.split(at: piece.isLetters ? state.sung : 0, fromRight: piece.isRightToLeft)
      let transform = piece.transform(state, scale).then(ground)
      for (pieces, area) in [(plain, right), (sung, left)] {
        guard let pieces, index < pieces.pieces.count, let area else { continue }
        let shown = layer.shownPart(of: area, through: transform)
        let cel = Cel(
          pieces.frame, crop: shown, transform: transform, resampling: layer.resampling, reading: Reading(light),
          clip: output)
        if !cel.bounds.isEmpty { painters.append(Painter(cel, opacity: opacity, clip: output)) }
      }
    }
    return painters
  }
}

extension TextPieces.Piece {
  /// From the picture to the text's box, in the picture's pixels.
  fileprivate func transform(_ state: TextMotion.State, _ scale: Double) -> Affine {
    let (middleX, middleY) = ((area.left + area.right) / 2, (area.top + area.bottom) / 2)
    return Affine.translation(-middleX, -middleY).then(.scale(state.scale, state.scale))
      .then(.translation(middleX - area.left + x, middleY - area.top + y + state.y * scale))
  }
}

extension Rectangle {
  /// The part that has been sung, and the rest; nil where nothing is.
  fileprivate func split(at share: Double, fromRight: Bool) -> (sung: Rectangle?, rest: Rectangle?) {
    guard share > 0 else { return (nil, self) }
    guard share < 1 else { return (self, nil) }
    var (first, second) = (self, self)
    let edge = fromRight ? right - (right - left) * share : left + (right - left) * share
    (first.right, second.left) = (edge, edge)
    return fromRight ? (second, first) : (first, second)
  }
}

extension Layer {
  /// What a crop leaves of a part of a picture.
  fileprivate func shownPart(of area: Rectangle, through toOutput: Affine) -> Rectangle {
    guard crop != Crop(box), let back = toOutput.inverse else { return area }
    let toPicture = transform.then(back)
    let (a, b) = (toPicture(crop.x, crop.y), toPicture(crop.x + crop.width, crop.y + crop.height))
    return Rectangle(
      left: max(area.left, min(a.x, b.x)), top: max(area.top, min(a.y, b.y)),
      right: min(area.right, max(a.x, b.x)), bottom: min(area.bottom, max(a.y, b.y)))
  }
}
