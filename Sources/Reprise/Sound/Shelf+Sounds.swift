import Graph
import Media
import Recipe
import Score
import Speech

extension Shelf {
  /// What is known of a sound that is made.
  func measure(_ kind: NodeKind, _ sound: SoundParameters) throws(RecipeError) -> SoundMeasure {
    do {
      return try made.measure(kind, sound, bytes(of:))
    } catch {
      throw RecipeError(making: error)
    }
  }

  /// What is to be heard in a clip.
  func listen(to graph: Graph, _ question: ListeningQuestion) throws(RecipeError) -> [[Double]] {
    do {
      return try Ears(shelf: self, cache: cache).answer(question, about: graph)
    } catch {
      throw RecipeError(.asset, "it cannot be heard: \(RepriseError(error).came)")
    }
  }

  func sound(of node: Node, in layout: ChannelLayout) throws -> any SoundSource {
    guard node.kind.isMadeSound else { return try sound(of: node.digest("asset") ?? node.identity, in: layout) }
    return try made.source(node.kind, node.parameters, bytes(of:))
  }
}

extension RecipeError {
  /// What was wrong with a sound that was to be made.
  fileprivate init(making error: any Error) {
    switch error {
    case let error as SpeechError:
      let parts = "\(error)".split(separator: "; ", maxSplits: 1)
      let came = parts[0].hasPrefix("speech: ") ? parts[0].dropFirst("speech: ".count) : parts[0]
      self.init(.outOfRange, String(came), remedy: parts.count > 1 ? String(parts[1]) : nil)
    case let error as MusicError: self.init(.outOfRange, error.came, wanted: error.wanted, remedy: error.remedy)
    case let error as MIDIError:
      self.init(.asset, "byte \(error.offset): \(error.came)", wanted: error.wanted, remedy: error.remedy)
    case let error as RecipeError: self = error
    default: self.init(.asset, "it cannot be made: \(RepriseError(error).came)")
    }
  }
}
