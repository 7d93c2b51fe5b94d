package import Media

extension Cel {
  /// The same picture for whoever looks at codes.
  package func coded(from light: Light) -> Cel {
    guard light == .linear else { return self }
    return Cel(PointRows(self) { pixels, _, columns in pixels.countCodes(columns.count) })
  }

  /// A picture in codes, to be put together in some light.
  package func counted(in light: Light) -> Cel {
    guard light == .linear else { return self }
    return Cel(PointRows(self) { pixels, _, columns in pixels.countLight(columns.count) })
  }
}
