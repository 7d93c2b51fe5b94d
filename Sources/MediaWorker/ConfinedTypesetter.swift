package import Codec
package import Confinement
package import Draw
internal import FoundationEssentials
internal import Media
internal import Synchronization

/// Sets texts in fonts that strangers made, and draws captions, which only a worker looks into. Any thread may call; calls take turns.
package final class ConfinedTypesetter: TextSetting, SubtitleSetting {
  private let nursery: Nursery
  private let fonts: [FontFile]
  private let limits: MediaLimits
  private let required: Protection
  private let memory: SharedFrames
  private let worker = Mutex<Conversation<TypeReply>?>(nil)
  private let play = Mutex(Play())

  /// Captions that the worker knows, by number, and what it handed over last.
  private struct Play {
    var numbers: [Subtitles: Int] = [:]
    var last: DrawnText?
  }

  package init(
    fonts: [FontFile], nursery: Nursery, limits: MediaLimits, required: Protection
  ) throws(WorkerFailure) {
    (self.fonts, self.nursery, self.limits, self.required) = (fonts, nursery, limits, required)
    memory = try SharedFrames(limit: limits.memory)
  }

  package func measure(_ text: String, _ style: TextStyle) throws -> TypesetText {
    guard case .measured(let text) = try ask(.measure(text, style)), text.isPlausible(fonts.map(\.path)) else {
      throw refuse("no measure")
    }
    return text
  }

  package func draw(_ text: String, _ style: TextStyle, scale: Double) throws -> DrawnText {
    try drawn {
      .draw(text, style, scale: scale, $0)
    } reading: {
      $0.drawn(in: $1)
    }
  }

  package func draw(_ subtitles: Subtitles, at milliseconds: Int, scale: Double) throws -> DrawnText {
    try play.withLock { play in
      let number = play.numbers[subtitles] ?? play.numbers.count
      if play.numbers[subtitles] == nil {
        guard case .done = try ask(.learn(number, subtitles)) else { throw refuse("no assent") }
        play.numbers[subtitles] = number
      }
      let last = play.last
      let drawn = try drawn {
        .show(number, at: milliseconds, scale: scale, $0)
      } reading: { reply, slot in
        if case .same = reply { last } else { reply.drawn(in: slot) }
      }
      play.last = drawn
      return drawn
    }
  }

  package func draw(_ text: String, _ style: TextStyle, by piece: TextPiece, scale: Double) throws -> DrawnPieces {
    try drawn {
      .drawPieces(text, style, by: piece, scale: scale, $0)
    } reading: { reply, slot in
      guard case .drawnPieces(let shape, let pieces) = reply, let frame = slot.frame(shape) else { return nil }
      guard pieces.count < 10_000, pieces.allSatisfy({ $0.isPlausible(in: frame) }) else { return nil }
      return DrawnPieces(frame: frame, pieces: pieces)
    }
  }

  /// Has the worker draw into a slot that is large enough.
  ///
  /// - Parameter read: Nil for a reply that cannot be.
  private func drawn<Drawn>(
    _ request: (SharedPlace) -> TypeRequest, reading read: (TypeReply, Slot) -> Drawn?
  ) throws -> Drawn {
    var byteCount: UInt64 = 1 << 20
    while let slot = memory.take(byteCount) {
      let reply = try ask(request(slot.place))
      if case .needs(let count) = reply, count > slot.place.length {
        byteCount = count
        continue
      }
      guard let drawn = read(reply, slot) else { throw refuse("no picture") }
      return drawn
    }
    throw DrawError.failed(operation: "drawing", reason: "there is no room for \(byteCount >> 20) MiB")
  }

  private func ask(_ request: TypeRequest) throws -> TypeReply {
    let message = try [UInt8](JSONEncoder().encode(request))
    return try worker.withLock { worker in
      let conversation = try worker ?? start()
      worker = conversation
      return try conversation.ask(message)
    }
  }

  private func start() throws -> Conversation<TypeReply> {
    let terms = Conversation<TypeReply>.Terms(required: required, wallClock: limits.wallClock) { DrawError($0) }
    return try Conversation(nursery, giving: [memory.descriptor], .type(fonts: fonts, limits: limits), on: terms)
  }

  private func refuse(_ what: String) -> any Error {
    worker.withLock { $0?.refuse(what) } ?? DrawError(.nonsense(what))
  }
}

extension TypeReply {
  /// A text that lies in a slot; nil if it cannot.
  fileprivate func drawn(in slot: Slot) -> DrawnText? {
    guard case .drawn(let shape, let x, let y) = self, x.magnitude < 1 << 24, y.magnitude < 1 << 24 else { return nil }
    return slot.frame(shape).map { DrawnText(frame: $0, x: x, y: y) }
  }
}

extension TypesetText {
  /// Whether a text can measure that, in these fonts.
  fileprivate func isPlausible(_ files: [String]) -> Bool {
    let lengths = [width, height, overflow.left, overflow.top, overflow.right, overflow.bottom]
    let texts = warnings + missing + fonts.flatMap { [$0.family, $0.style, $0.postScriptName] }
    return lengths.allSatisfy { (0...1e7).contains($0) } && pieces.values.allSatisfy { (0...1 << 20).contains($0) }
      && fonts.allSatisfy { files.contains($0.file) && $0.index >= 0 }
      && stretches.allSatisfy { 0 <= $0.start && $0.start <= $0.end && fonts.indices.contains($0.font) }
      && stretches.allSatisfy { $0.end < 1 << 24 } && texts.count < 10_000 && texts.allSatisfy { $0.utf8.count <= 4096 }
  }
}

extension DrawnPieces.Piece {
  /// Whether it lies in a picture.
  fileprivate func isPlausible(in frame: Frame) -> Bool {
    let sides = 0...(1 << 16)
    return [column, row, width, height].allSatisfy(sides.contains) && x.magnitude < 1 << 24 && y.magnitude < 1 << 24
      && column + width <= frame.size.width && row + height <= frame.size.height
  }
}

extension DrawError {
  fileprivate init(_ grief: Conversation<TypeReply>.Grief) {
    self = .failed(operation: "typesetting", reason: grief.reason("sets texts"))
  }
}
