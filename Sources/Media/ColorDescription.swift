/// What the numbers of a picture mean as colours (the code points of ITU-T H.273, by their names).
public struct ColorDescription: Hashable, Codable, Sendable {
  /// The weights that make luma of red, green and blue. `.rgb` for pictures that are RGB already.
  public enum Matrix: String, Hashable, Codable, Sendable { case rgb, bt601, bt709, bt2020 }
  /// `limited`: black is 16 and white 235 in 8 bits. `full`: 0 and 255.
  public enum Range: String, Hashable, Codable, Sendable { case limited, full }
  /// `bt601`: those of 525 lines (SMPTE 170M); `ebu`: those of 625.
  public enum Primaries: String, Hashable, Codable, Sendable, CaseIterable { case bt601, ebu, bt709, bt2020, displayP3 }
  public enum Transfer: String, Hashable, Codable, Sendable, CaseIterable { case bt709, srgb, linear, pq, hlg }
  /// Where a shared chroma sample sits among its luma samples.
  public enum Siting: String, Hashable, Codable, Sendable { case left, center, topLeft }

  public var matrix: Matrix
  public var range: Range
  public var primaries: Primaries
  public var transfer: Transfer
  public var siting: Siting

  public init(
    matrix: Matrix, range: Range, primaries: Primaries = .bt709, transfer: Transfer = .bt709, siting: Siting = .left
  ) {
    self.matrix = matrix
    self.range = range
    self.primaries = primaries
    self.transfer = transfer
    self.siting = siting
  }

  /// High-definition video: what the canvas is and what we write.
  public static let hd = ColorDescription(matrix: .bt709, range: .limited)
  /// Pictures from files and from our own drawing.
  public static let srgb = ColorDescription(matrix: .rgb, range: .full, transfer: .srgb)

  /// Whether its red, green and blue are those of the canvas, which makes no difference between the two curves of SDR.
  package var hasCanvasColors: Bool { primaries == .bt709 && (transfer == .bt709 || transfer == .srgb) }
  /// Whether its codes mean what those of the canvas mean.
  package var hasCanvasCodes: Bool { hasCanvasColors && matrix == .bt709 && range == .limited }
}
