import CAss
import Media

/// libass with some fonts, and the scripts that it plays. Belongs to one thread at a time.
final class SubtitleStage {
  let faces: [Subtitles.Face]
  private let library: OpaquePointer
  private let renderer: OpaquePointer
  /// The last used is last.
  private var tracks: [(subtitles: Subtitles, track: SubtitleTrack)] = []
  private var frame = Size(width: 0, height: 0)
  private var canvas = Size(width: 0, height: 0)
  /// What libass drew last.
  private var last: (subtitles: Subtitles, drawn: DrawnText)?

  /// A line of captions has few that show at once; effects have some dozens.
  private static let mostTracks = 48

  init(_ faces: [Subtitles.Face]) throws(DrawError) {
    guard let library = ass_library_init() else { throw Self.outOfMemory }
    ass_set_message_cb(library, { _, _, _, _ in }, nil)
    guard let renderer = ass_renderer_init(library) else {
      ass_library_done(library)
      throw Self.outOfMemory
    }
    (self.faces, self.library, self.renderer) = (faces, library, renderer)
    for (index, face) in faces.enumerated() {
      let name = "f\(index)"
      let font = try RenamedFont(face.file, face: face.index, name: name)
      // Safe because libass copies the bytes.
      font.bytes.withUnsafeBytes { bytes in
        ass_add_font(library, name, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
      }
    }
    // No fonts but these, whatever this machine has.
    ass_set_fonts(renderer, nil, "f0", Int32(ASS_FONTPROVIDER_NONE.rawValue), nil, 0)
    ass_set_cache_limits(renderer, 2000, 64)
    ass_set_pixel_aspect(renderer, 1)
  }

  deinit {
    tracks = []
    ass_renderer_done(renderer)
    ass_library_done(library)
  }

  private static let outOfMemory = DrawError.failed(operation: "captions", reason: "out of memory")

  /// - Parameter frame: The size at which the canvas is shown.
  func draw(_ subtitles: Subtitles, at milliseconds: Int, frame: Size) throws(DrawError) -> DrawnText {
    fit(subtitles.canvas, frame)
    let track = try track(of: subtitles, reaching: milliseconds)
    let before = track.advance(to: milliseconds)
    for start in before { _ = ass_render_frame(renderer, track.pointer, Int64(start), nil) }
    var change: Int32 = 0
    let images = ass_render_frame(renderer, track.pointer, Int64(milliseconds), &change)
    if let last, change == 0, before.isEmpty, last.subtitles == subtitles { return last.drawn }
    let drawn = SubtitleImages(images).drawn
    last = (subtitles, drawn)
    return drawn
  }

  private func fit(_ canvas: Size, _ frame: Size) {
    guard (canvas, frame) != (self.canvas, self.frame) else { return }
    (self.canvas, self.frame, last, tracks) = (canvas, frame, nil, [])
    ass_set_storage_size(renderer, Int32(canvas.width), Int32(canvas.height))
    ass_set_frame_size(renderer, Int32(frame.width), Int32(frame.height))
  }

  private func track(of subtitles: Subtitles, reaching time: Int) throws(DrawError) -> SubtitleTrack {
    if let index = tracks.lastIndex(where: { $0.track.reaches(time) && $0.subtitles == subtitles }) {
      tracks.append(tracks.remove(at: index))
      return tracks[tracks.count - 1].track
    }
    guard let track = SubtitleTrack(subtitles.script, library) else { throw Self.outOfMemory }
    if tracks.count >= Self.mostTracks { tracks.removeFirst() }
    tracks.append((subtitles, track))
    return track
  }
}
