import Graph
import Media

/// What a word was called with, checked against its entry in the language.
struct Arguments {
  var values: [String: Setting] = [:]
  var functions: [String: MovingFunction] = [:]
  var clips: [String: Int] = [:]
  /// What a remix sets and edits, by path.
  var settings: [String: ParamSetting] = [:]
  var edits: [String: PartChange] = [:]
  /// The clips of a word that takes a list of them.
  var list: [Int] = []

  func number(_ name: String) -> Double? {
    guard case .number(let number)? = values[name] else { return nil }
    return number
  }

  func time(_ name: String) -> Time? {
    guard case .time(let time)? = values[name] else { return nil }
    return time
  }

  func text(_ name: String) -> String? {
    guard case .text(let text)? = values[name] else { return nil }
    return text
  }

  func texts(_ name: String) -> [String] {
    guard case .list(let texts)? = values[name] else { return [] }
    return texts.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  func numbers(_ name: String) -> [Double] {
    guard case .list(let numbers)? = values[name] else { return [] }
    return numbers.compactMap { if case .number(let number) = $0 { number } else { nil } }
  }

  func points(_ name: String) -> [(Double, Double)] {
    guard case .list(let points)? = values[name] else { return [] }
    return points.compactMap { point in
      guard case .list(let pair) = point, case .number(let x)? = pair.first, case .number(let y)? = pair.last else {
        return nil
      }
      return (x, y)
    }
  }

  func color(_ name: String) -> Color? {
    guard case .color(let color)? = values[name] else { return nil }
    return color
  }

  func has(_ name: String) -> Bool {
    values[name] != nil || functions[name] != nil || clips[name] != nil
  }
}
