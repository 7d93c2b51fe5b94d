import Graph
import Media
import Worker

/// What is to be heard in a clip, as numbers that a recipe may go by.
extension Session {
  func listen(_ word: Word, _ clip: Int, _ arguments: Arguments) throws -> Datum {
    let question = Session.question(word, arguments)
    guard drafts[clip].hasSound else { return question == .tempo ? .nil : .list([]) }
    let length = try checkedLength(of: clip, question)
    // Sound has no canvas, so none is fixed by it.
    let graph = try graph(of: clip, on: chain.canvas ?? Chain.presetCanvas)
    try chain.tally.add(.listening(length, SoundLoad(graph)))
    let heard = try stock.library.listen(to: graph, question)
    switch question {
    case .tempo: return heard.first?.first.map(Datum.number) ?? .nil
    case .bands: return .list(heard.map { .list($0.map(Datum.number)) })
    case .envelope, .onsets, .beats: return .list((heard.first ?? []).map(Datum.number))
    }
  }

  private static func question(_ word: Word, _ arguments: Arguments) -> ListeningQuestion {
    let rate = arguments.number("rate") ?? 30
    return switch word.name {
    case "envelope": .envelope(rate: rate)
    case "bands": .bands(Int(arguments.number("count") ?? 8), rate: rate)
    case "onsets": .onsets
    case "beats": .beats
    default: .tempo
    }
  }

  /// So many numbers a recipe may get at once: what a worker has room for.
  private static let mostNumbers = 200_000.0

  private func checkedLength(of clip: Int, _ question: ListeningQuestion) throws(RecipeError) -> Time {
    guard let length = drafts[clip].duration else {
      throw noEnd("the clip", drafts[clip], because: "listening to it would take for ever")
    }
    let rate: Double =
      switch question {
      case .envelope(let rate): rate
      case .bands(let count, let rate): rate * Double(count)
      default: 0
      }
    guard length.seconds * rate <= Session.mostNumbers else {
      throw RecipeError(
        .limit, "that is more than \(Int(Session.mostNumbers)) numbers", remedy: "ask for fewer a second")
    }
    return length
  }
}

extension Datum {
  static func list(_ values: [Datum]) -> Datum { .table(Table(array: values)) }

  /// A table by name.
  static func record(_ members: [String: Datum]) -> Datum {
    let fields = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return .table(Table(fields: fields.map { Table.Field(key: .string($0.key), value: $0.value) }))
  }
}
