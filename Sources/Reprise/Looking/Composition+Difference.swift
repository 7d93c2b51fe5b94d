import Codec
import Pixels

extension Composition {
  /// Compares the pictures of this video with another's.
  ///
  /// - Parameters:
  ///   - size: That they are drawn in; this canvas's if left out. Both canvases must have its shape.
  ///   - path: Where a picture goes of the moments that differ most: this one's, the other's, and their difference, four
  ///     times as strong. Ends in `.png`; nothing is written where nothing differs.
  public func compare(
    with other: Composition, size: Size? = nil, picture path: String? = nil,
    progress: (RenderProgress) -> Void = { _ in }, isCancelled: () -> Bool = { false }
  ) throws(RepriseError) -> PictureComparison {
    do {
      if let path { try OutputFormat.checkPicture(path) }
      let comparer = try PictureComparer(self, other, size: size)
      let comparison = try comparer.run(progress: progress, isCancelled: isCancelled)
      if let path, !comparison.stretches.isEmpty {
        try board(of: comparison, comparer).writePNG(to: path)
      }
      return comparison
    } catch {
      throw RepriseError(error)
    }
  }

  /// Moments in a picture: six, and fewer of large pictures, so that it stays one that can be looked at.
  private static func mostMoments(at size: Size) -> Int { min(6, max(1, 16_000_000 / size.area)) }
  private static let strength: UInt8 = 4

  /// The worst picture of each stretch, the worst first to be chosen, in the order in which they show.
  private func board(of comparison: PictureComparison, _ comparer: PictureComparer) throws -> Frame {
    let moments = comparison.stretches.sorted { $0.leastSimilarity < $1.leastSimilarity }
      .prefix(Self.mostMoments(at: comparison.size))
    let cells = try moments.sorted { $0.worst < $1.worst }.flatMap { moment in
      let (a, b) = try comparer.pictures(frameRate.frame(at: moment.worst))
      let time = moment.worst.caption
      let number = "\((moment.leastSimilarity * 1000).rounded() / 1000)"
      return [
        PictureBoard.Cell(picture: a, caption: "A  \(time)"), PictureBoard.Cell(picture: b, caption: "B  \(time)"),
        PictureBoard.Cell(
          picture: OutputPicture.difference(a, b, strength: Self.strength),
          caption: "difference × \(Self.strength)   SSIM \(number)"),
      ]
    }
    return try PictureBoard(cells, columns: 3).draw()
  }
}
