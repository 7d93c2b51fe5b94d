import CAss
import Media
import Synchronization

/// Draws subtitles with libass in this process.
package final class SubtitlePainter: SubtitleSetting, @unchecked Sendable {
  // Sendable because stages are touched inside the lock alone.
  private let stages = Mutex<[SubtitleStage]>([])
  /// A recipe has few sets of fonts at once, and each costs the fonts' bytes.
  private static let mostStages = 4

  package init() {}

  package func draw(_ subtitles: Subtitles, at milliseconds: Int, scale: Double) throws(DrawError) -> DrawnText {
    let frame = try Self.frame(subtitles.canvas, scale: scale)
    return try stages.withLock { (stages) throws(DrawError) in
      let index = stages.firstIndex { $0.faces == subtitles.faces }
      let known = index.map { stages.remove(at: $0) }
      let stage = if let known { known } else { try SubtitleStage(subtitles.faces) }
      if stages.count >= Self.mostStages { stages.removeFirst() }
      stages.append(stage)
      return try stage.draw(subtitles, at: milliseconds, frame: frame)
    }
  }

  private static func frame(_ canvas: Size, scale: Double) throws(DrawError) -> Size {
    try TextStyle.require("scale", scale, TextStyle.Limits.scale)
    func pixels(_ side: Int) -> Int { max(1, Int((Double(side) * scale - 1e-6).rounded(.up))) }
    let (width, height) = (pixels(canvas.width), pixels(canvas.height))
    let limits = (side: TextStyle.Limits.pictureSide, area: TextStyle.Limits.pictureArea)
    guard max(width, height) <= limits.side, width * height <= limits.area else {
      throw .pictureTooLarge(
        width: Double(width), height: Double(height), sideLimit: limits.side, areaLimit: limits.area)
    }
    return Size(width: width, height: height)
  }

  /// Which library draws, to the version.
  package static var library: String {
    let version = ass_library_version()
    return "libass \(String(version >> 28 & 0xF, radix: 16)).\(String(version >> 20 & 0xFF, radix: 16))."
      + String(version >> 12 & 0xFF, radix: 16)
  }
}
