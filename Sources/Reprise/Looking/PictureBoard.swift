import Codec
import Draw
import Pixels

/// Pictures of one size side by side, in rows, with a line of text under each.
struct PictureBoard {
  struct Cell {
    let picture: Frame
    let caption: String
  }

  private let cells: [Cell]
  private let columns: Int
  private let cell: Size
  private static let (margin, gap, captionHeight) = (24, 16, 32)
  private static let ground = Color(rgba: 0x1618_1cff)
  private static let style = TextStyle(size: 17, weight: 500, color: .init(red: 0xe4, green: 0xe4, blue: 0xe4))

  /// - Precondition: there is a cell, and all pictures have one size.
  init(_ cells: [Cell], columns: Int) {
    (self.cells, self.columns) = (cells, max(1, min(columns, cells.count)))
    cell = cells.first?.picture.size ?? Size(width: 1, height: 1)
  }

  var size: Size { PictureBoard.size(of: cell, columns: columns, count: cells.count) }

  static func size(of cell: Size, columns: Int, count: Int) -> Size {
    let rows = (count + columns - 1) / columns
    return Size(
      width: 2 * margin + columns * (cell.width + gap) - gap,
      height: 2 * margin + rows * (cell.height + captionHeight + gap) - gap)
  }

  /// An opaque picture of all of them.
  func draw() throws -> Frame {
    let typesetter = try Typesetter(library: InstalledFonts.library())
    let painters = try cells.indices.flatMap { try self.painters(of: $0, typesetter) }
    let picture = OutputPicture(from: FramePool(size: size, format: .rgba8))
    let band = Band(area: Area(columns: 0..<0, rows: 0..<0))
    for top in stride(from: 0, to: size.height, by: 16) {
      band.move(to: Area(columns: 0..<size.width, rows: top..<min(top + 16, size.height)))
      band.fill(PictureBoard.ground)
      for painter in painters { painter.paint(over: band) }
      band.store(into: picture)
    }
    return picture.finished()
  }

  private func painters(of index: Int, _ typesetter: Typesetter) throws -> [Painter] {
    let x = PictureBoard.margin + index % columns * (cell.width + PictureBoard.gap)
    let y = PictureBoard.margin + index / columns * (cell.height + PictureBoard.captionHeight + PictureBoard.gap)
    let (clip, content) = (Area(size), cells[index])
    let picture = Painter(content.picture, transform: .translation(Double(x), Double(y)), clip: clip)
    let width = try typesetter.measure(content.caption, PictureBoard.style).width
    let text = try typesetter.draw(content.caption, PictureBoard.style)
    let left = x + Int((Double(cell.width) - width) / 2) + text.x
    let place = Affine.translation(Double(left), Double(y + cell.height + 6 + text.y))
    return [picture, Painter(text.frame, transform: place, clip: clip)]
  }
}

extension Time {
  /// `0:04.50`: what a picture of a video is found by.
  var caption: String {
    let hundredths = flicks.scaled(by: 100, over: Time.flicksPerSecond, rounding: .toNearestOrAwayFromZero)
    func padded(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(hundredths / 6000):\(padded(hundredths / 100 % 60)).\(padded(hundredths % 100))"
  }
}
