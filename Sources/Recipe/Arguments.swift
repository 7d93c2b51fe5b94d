import Graph
import Media
import Prompt
import Worker

/// What a word was called with, checked against its entry in the language.
struct Arguments {
  var values: [String: Setting] = [:]
  var functions: [String: MovingFunction] = [:]
  var clips: [String: Int] = [:]
  /// What a remix sets and edits, by path.
  var settings: [String: ParamSetting] = [:]
  var edits: [String: PartChange] = [:]
  /// Clips by names of a back end's own.
  var namedClips: [String: Int] = [:]
  /// Words of a scene's own.
  var words = SceneTable()
  /// Functions that are called once: from clips to a clip, and from pixels to colours.
  var makers: [String: FunctionReference] = [:]
  /// The clips of a word that takes a list of them.
  var list: [Int] = []
  /// Parameters that nobody gave, and that have their presets.
  var presets: Set<String> = []

  func number(_ name: String) -> Double? { values[name]?.number }
  func time(_ name: String) -> Time? { values[name]?.time }
  func text(_ name: String) -> String? { values[name]?.text }
  func color(_ name: String) -> Color? { values[name]?.color }
  func texts(_ name: String) -> [String] { list(name).compactMap(\.text) }
  func numbers(_ name: String) -> [Double] { list(name).compactMap(\.number) }

  func points(_ name: String) -> [(Double, Double)] { values[name]?.points?.map { ($0.x, $0.y) } ?? [] }

  private func list(_ name: String) -> [Setting] { values[name]?.list ?? [] }

  func has(_ name: String) -> Bool {
    values[name] != nil || functions[name] != nil || clips[name] != nil || makers[name] != nil
  }
}
