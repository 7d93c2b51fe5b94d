import Graph
package import Media

/// How the pieces of a text move, and how far it has been sung. A pure function of the text's own time.
package struct TextMotion: Hashable, Sendable {
  /// Where a piece is, seen from its place in the text at rest.
  package struct State: Hashable, Sendable {
    /// In the text's own pixels; downwards.
    package var y: Double
    /// About its middle.
    package var scale: Double
    package var opacity: Double
    /// How much of it has been sung, from where it is read first.
    package var sung: Double

    package static let rest = State()

    package init(y: Double = 0, scale: Double = 1, opacity: Double = 1, sung: Double = 0) {
      (self.y, self.scale, self.opacity, self.sung) = (y, scale, opacity, sung)
    }
  }

  private enum Effect: String { case typewriter, fade, rise, pop, wave }

  /// Pieces of which sort: `character`, `word` or `line`.
  package let by: String
  private let effect: Effect?
  private let each: Time
  private let seconds: Time
  private let easing: Easing
  /// In the text's own pixels.
  private let reach: Double
  /// When each word begins to be sung, and when the last is over; empty if none is.
  private let times: [Time]
  private let sweeps: Bool
  /// From when on nothing moves any more; nil for one that moves for good.
  package let end: Time?

  /// Nil for a text that stands still.
  init?(_ node: Node) {
    let (animation, karaoke) = (node.record("animation"), node.record("karaoke"))
    guard animation != nil || karaoke != nil else { return nil }
    by = animation?["by"]?.text ?? "word"
    effect = animation?["effect"]?.text.flatMap(Effect.init)
    each = animation?["each"]?.time ?? .zero
    seconds = max(animation?["seconds"]?.time ?? .zero, Time(flicks: 1))
    easing = animation?["ease"]?.text.flatMap(Easing.init) ?? .linear
    reach = (animation?["reach"]?.number ?? 0) * (node.number("size") ?? 0)
    times = karaoke?["times"]?.list?.compactMap(\.time) ?? []
    sweeps = karaoke?["sweep"] == .flag(true)
    let count = Int64(animation?["pieces"]?.number ?? 1)
    let arrival = effect == nil ? .zero : each * max(0, count - 1) + (effect == .typewriter ? .zero : seconds)
    end = effect == .wave ? nil : max(arrival, times.last ?? .zero)
  }

  package func state(of piece: Int, at time: Time) -> State {
    var state = State()
    move(&state, time - each * Int64(piece))
    state.sung = sung(piece, at: time)
    return state
  }

  /// - Parameter time: Since the piece's turn came.
  private func move(_ state: inout State, _ time: Time) {
    let progress = min(max(time.seconds / seconds.seconds, 0), 1)
    let eased = easing(progress)
    switch effect {
    case .typewriter: state.opacity = time >= .zero ? 1 : 0
    case .fade: state.opacity = min(max(eased, 0), 1)
    case .rise: (state.y, state.opacity) = ((1 - eased) * reach, min(1, progress * 2))
    case .pop: (state.scale, state.opacity) = (max(eased, 0), progress > 0 ? 1 : 0)
    case .wave:
      let turn = (time.seconds / seconds.seconds).truncatingRemainder(dividingBy: 1)
      state.y = -reach * Elementary.sin(turn * 2 * .pi)
    case nil: break
    }
  }

  private func sung(_ word: Int, at time: Time) -> Double {
    guard word + 1 < times.count, time >= times[word] else { return 0 }
    let length = times[word + 1] - times[word]
    guard sweeps, length > .zero else { return 1 }
    return min(1, (time - times[word]).seconds / length.seconds)
  }
}
