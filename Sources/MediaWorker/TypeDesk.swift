import Draw
import FoundationEssentials
import Media

/// A worker's view of a post's fonts: sets and draws the texts that the host sends.
final class TypeDesk {
  private let fonts: [FontFile]
  private let places = SharedPlaces()
  private var typesetter: Typesetter?
  private let painter = SubtitlePainter()
  private var subtitles: [Int: Subtitles] = [:]
  /// Captions that were handed over last.
  private var last: Frame?

  init(fonts: [FontFile]) { self.fonts = fonts }

  func answer(_ bytes: [UInt8]) -> [UInt8] {
    let reply: TypeReply
    do {
      reply = try answer(to: JSONDecoder().decode(TypeRequest.self, from: Data(bytes)))
    } catch {
      reply = .failed(error as? DrawError ?? .failed(operation: "typesetting", reason: "\(error)"))
    }
    return (try? [UInt8](JSONEncoder().encode(reply))) ?? []
  }

  private func answer(to request: TypeRequest) throws -> TypeReply {
    switch request {
    case .measure(let text, let style): return .measured(try setter().measure(text, style))
    case .draw(let text, let style, let scale, let place):
      let drawn = try setter().draw(text, style, scale: scale)
      return try put(drawn.frame, at: place) ?? .drawn(PictureShape(drawn.frame), x: drawn.x, y: drawn.y)
    case .drawPieces(let text, let style, let piece, let scale, let place):
      let drawn = try setter().draw(text, style, by: piece, scale: scale)
      return try put(drawn.frame, at: place) ?? .drawnPieces(PictureShape(drawn.frame), drawn.pieces)
    case .learn(let number, let script):
      subtitles[number] = script
      return .done
    case .show(let number, let time, let scale, let place): return try show(number, at: time, scale: scale, place)
    }
  }

  private func setter() throws -> Typesetter {
    let setter = try typesetter ?? Typesetter(library: FontLibrary(files: fonts))
    typesetter = setter
    return setter
  }

  private func show(_ number: Int, at time: Int, scale: Double, _ place: SharedPlace) throws -> TypeReply {
    guard let script = subtitles[number] else {
      throw DrawError.failed(operation: "captions", reason: "nobody knows number \(number)")
    }
    let drawn = try painter.draw(script, at: time, scale: scale)
    if drawn.frame === last { return .same }
    if let reply = try put(drawn.frame, at: place) { return reply }
    last = drawn.frame
    return .drawn(PictureShape(drawn.frame), x: drawn.x, y: drawn.y)
  }

  /// Nil once the picture lies there; what it needs if there is no room.
  private func put(_ frame: Frame, at place: SharedPlace) throws -> TypeReply? {
    let needed = UInt64(FrameLayout(size: frame.size, format: frame.format).byteCount)
    guard needed <= place.length else { return .needs(needed) }
    guard places.put(frame, at: place) else { throw DrawError.failed(operation: "drawing", reason: "no room") }
    return nil
  }
}
