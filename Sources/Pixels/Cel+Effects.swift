package import Media

extension Cel {
  /// What of a picture lets another through.
  package enum Matte: Sendable { case alpha, luma }

  /// As much of the cel as a matte lets through; where the matte is not, nothing, or with `isInverted` everything.
  package func masked(by matte: Cel, _ kind: Matte, isInverted: Bool) -> Cel {
    guard matte.rows != nil else { return isInverted ? self : Cel(nil) }
    return Cel(MaskedRows(self, matte, kind, isInverted: isInverted))
  }

  /// Under a gaussian of such standard deviations, in pixels of the output.
  ///
  /// - Parameter canvas: Beyond it, its edge goes on.
  package func blurred(across: Double, down: Double, in canvas: Area) -> Cel {
    guard across > 0.05 || down > 0.05 else { return self }
    return Cel(BlurRows(self, across: across, down: down, in: canvas))
  }
}
