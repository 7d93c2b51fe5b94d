import Media

/// Puts many small pictures on one, in rows as they come.
struct PieceSheet {
  private static let gap = 2

  private let width: Int
  private var drawn: [(picture: DrawnText, piece: DrawnPieces.Piece)] = []
  private var column = 0
  private var row = 0
  private var rowHeight = 0

  /// - Parameter width: At least; a wider picture widens it.
  init(width: Int) { self.width = width }

  mutating func add(_ picture: DrawnText, _ part: DrawnPieces.Piece.Part, isRightToLeft: Bool = false) {
    let size = picture.frame.size
    if column > 0, column + size.width > width {
      (column, row, rowHeight) = (0, row + rowHeight + Self.gap, 0)
    }
    drawn.append(
      (
        picture,
        DrawnPieces.Piece(
          part: part, column: column, row: row, width: size.width, height: size.height, x: picture.x, y: picture.y,
          isRightToLeft: isRightToLeft)
      ))
    (column, rowHeight) = (column + size.width + Self.gap, max(rowHeight, size.height))
  }

  /// The picture of all.
  func finished() throws(DrawError) -> DrawnPieces {
    let pieces = drawn.map(\.piece)
    let size = Size(
      width: pieces.map { $0.column + $0.width }.max() ?? 1, height: pieces.map { $0.row + $0.height }.max() ?? 1)
    let (side, area) = (TextStyle.Limits.pictureSide, TextStyle.Limits.pictureArea)
    guard size.height <= side, size.width <= side, size.area <= area else {
      throw .pictureTooLarge(
        width: Double(size.width), height: Double(size.height), sideLimit: side, areaLimit: area)
    }
    let storage = FrameStorage(size: size, format: .rgba8)
    let plane = storage.planes[0]
    plane.base.initializeMemory(as: UInt8.self, repeating: 0, count: plane.bytesPerRow * size.height)
    for (picture, piece) in drawn { Self.copy(picture.frame, to: piece, of: plane) }
    let frame = Frame(size: size, format: .rgba8, color: .srgb, alpha: .premultiplied, storage: storage)
    return DrawnPieces(frame: frame, pieces: pieces)
  }

  private static func copy(_ frame: Frame, to piece: DrawnPieces.Piece, of plane: FrameStorage.Plane) {
    frame.withPlane(0) { bytes, bytesPerRow in
      guard let source = bytes.baseAddress else { return }
      for line in 0..<piece.height {
        let target = plane.base + (piece.row + line) * plane.bytesPerRow + piece.column * 4
        target.copyMemory(from: source + line * bytesPerRow, byteCount: piece.width * 4)
      }
    }
  }
}
