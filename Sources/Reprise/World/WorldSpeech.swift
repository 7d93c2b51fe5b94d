import Figures
import Graph
import Media
import Recipe
import World

/// What figures say: the voices that say it, and the mouths that go along.
struct WorldSpeech {
  /// Said by a figure, from a time on.
  struct Line {
    let figure: Figure
    let start: Time
    let parameters: SoundParameters
    let mouths: [SoundMeasure.Mouth]
  }

  let lines: [Line]

  /// - Parameter measure: Speaks a text.
  init(_ scene: World.Scene, measure: (SoundParameters) throws -> SoundMeasure) throws {
    var lines: [Line] = []
    for figure in scene.figures {
      let actor = Actor(figure, deeds: scene.deeds, in: scene)
      for line in actor.lines {
        let parameters = Self.parameters(of: line.text, by: figure, among: scene.figures)
        let mouths = try measure(parameters).mouths
        lines.append(Line(figure: figure, start: line.range.start, parameters: parameters, mouths: mouths))
      }
    }
    self.lines = lines
  }

  /// How a figure's mouth is at a time; nil while it says nothing.
  func mouth(of figure: Figure) -> @Sendable (Time) -> Lips? {
    let spoken = lines.filter { $0.figure.name == figure.name }.flatMap { line in
      line.mouths.map {
        ($0.range.shifted(by: line.start), Lips(openness: $0.openness, width: Self.width(of: $0.shape)))
      }
    }.sorted { $0.0.start < $1.0.start }
    return { time in
      let next = spoken.partitioningIndex { $0.0.start > time }
      guard next > 0, spoken[next - 1].0.contains(time) else { return nil }
      return spoken[next - 1].1
    }
  }

  /// Lips are drawn wide for an E, and round for an O.
  private static func width(of viseme: String) -> Double {
    switch viseme {
    case "E", "ih", "SS": 0.8
    case "oh", "CH", "RR": 0.35
    case "ou": 0.2
    default: 0.5
    }
  }

  /// A voice that the figure is given, or one that fits it; two people do not sound alike.
  private static func parameters(of text: String, by figure: Figure, among all: [Figure]) -> SoundParameters {
    let people = all.filter { $0.kind == .person }
    let number = people.firstIndex { $0.name == figure.name } ?? 0
    let (voice, pitch): (String, Double) =
      switch figure.kind {
      case .robot: ("kal16", 1)
      case .child: ("slt", 1.3)
      case .person: (["rms", "slt", "awb"][number % 3], 1)
      case .dog, .cat, .horse, .bird: ("slt", 1.5)
      }
    return [
      "text": .text(text), "voice": .text(figure.voice ?? voice), "rate": .number(1), "pitch": .number(pitch),
    ]
  }
}
