import Codec

extension Frame {
  /// Writes a PNG, which appears whole or not at all.
  ///
  /// - Precondition: The picture is RGBA and not premultiplied, as `Composition.picture` gives it.
  public func write(png path: String) throws(RepriseError) {
    do {
      try writePNG(to: path)
    } catch {
      throw RepriseError(error)
    }
  }
}
