import Graph
import Recipe
import Testing
import Worker

/// What no parameter takes is refused by every parameter of every word, at its line and by its name.
@Suite struct HostileValueTests {
  struct Attempt: CustomTestStringConvertible, Sendable {
    let parameter: String
    let source: String
    var testDescription: String { source }
  }

  private static let attempts: [Attempt] = Language.words.flatMap { word in
    word.parameters.flatMap { parameter in
      hostile(parameter.type).map { value in
        Attempt(parameter: parameter.name, source: source(word, parameter.name, value))
      }
    }
  }

  @Test(arguments: attempts) func aValueThatCannotBeIsRefusedByName(attempt: Attempt) throws {
    let error = try mistake(in: attempt.source)
    #expect(error.place?.line == 1, "\(error)")
    #expect(error.message.contains(attempt.parameter), "\(error)")
  }

  /// A call of a word in which one value is hostile and all others could be.
  private static func source(_ word: Word, _ name: String, _ value: String) -> String {
    let others = word.parameters.filter { $0.name != name && !$0.isOptional }
    let fields = (others.map { "\($0.name) = \(plain($0.type))" } + ["\(name) = \(value)"]).joined(separator: ", ")
    guard word.form == .method else { return "return \(word.name) { \(fields) }" }
    let receiver = ["animate", "karaoke"].contains(word.name) ? "text 'a b'" : "video 'a.mp4'"
    return "return \(receiver):\(word.name) { \(fields) }"
  }

  /// Values that no parameter of a type takes, as Lua says them.
  private static func hostile(_ type: ParameterType) -> [String] {
    let numbers = ["0/0", "1/0", "-1/0", "'quite'", "{}", "true", "solid 'red'"]
    switch type {
    case .number(let range, _): return numbers + beyond(range) + ["function() end"]
    case .integer(let range, _):
      return numbers + beyond(Double(range.lowerBound)...Double(range.upperBound)) + ["1.5", "function() end"]
    case .curve(let range, _): return numbers + beyond(range) + ["{ { 0, 0/0 } }"]
    case .time(let range): return numbers + beyond(range) + ["function() end"]
    case .flag: return ["1", "'yes'", "{}", "solid 'red'"]
    case .text, .asset: return ["true", "0/0", "{}", "function() end", "solid 'red'"]
    case .choice, .color, .weight: return ["true", "0/0", "{}", "function() end", "solid 'red'", "''"]
    case .runs: return ["true", "{}", "{ {} }", "function() end", "solid 'red'", "{ { 'a', colour = 'red' } }"]
    case .clip: return ["true", "0/0", "'red'", "{}", "function() end"]
    case .colors, .texts, .numbers, .points: return ["true", "0/0", "'red'", "{}", "{ {} }", "{ 0/0, 0/0 }"]
    case .paint: return ["true", "0/0", "{}", "{ 'red', 'blue', angle = 0/0 }", "'nocolor'"]
    case .record: return ["0/0", "'red'", "{ nothing = 1 }"]
    case .passage: return ["true", "0/0", "{}", "'quite'", "solid 'red'"]
    case .shader: return ["true", "0/0", "{}", "'quite'", "solid 'red'"]
    case .namedClips: return ["true", "0/0", "'red'", "{ 'red' }", "{ depth = 1 }", "function() end", "solid 'red'"]
    case .words: return ["true", "0/0", "'red'", "{ 'gizmo' }", "{ gizmo = 1 }", "{ gizmo = { shape = 'bokx' } }"]
    case .clips, .post, .settings, .edits: return []
    }
  }

  private static func beyond(_ range: ClosedRange<Double>) -> [String] {
    [range.lowerBound - 1, range.upperBound + 1].filter { abs($0) < 1e15 }.map(\.description)
  }

  /// A value that could be.
  private static func plain(_ type: ParameterType) -> String {
    switch type {
    case .clip: "video 'a.mp4'"
    case .clips: "{}"
    case .shader: "function(p) return vec3(p.x, 0, 0) end"
    case .number(let range, _), .curve(let range, _): min(max(1, range.lowerBound), range.upperBound).description
    case .integer(let range, _): min(max(1, range.lowerBound), range.upperBound).description
    case .time: "1"
    case .flag: "true"
    case .text, .runs: "'x'"
    case .choice(let names), .passage(let names): "'\(names[0])'"
    case .color, .paint: "'red'"
    case .colors: "{ 'red', 'blue' }"
    case .texts: "{ 'a', 'b' }"
    case .numbers(let count, let range):
      "{ \(Array(repeating: range.lowerBound.description, count: max(1, count.lowerBound)).joined(separator: ", ")) }"
    case .points: "{ { 0, 0 }, { 1, 0 }, { 1, 1 } }"
    case .weight: "400"
    case .asset(let kind): kind == .audio ? "'song.mp3'" : kind == .image ? "'logo.png'" : "'a.mp4'"
    case .record, .settings, .edits, .namedClips, .words: "{}"
    case .post: "'x'"
    }
  }
}
