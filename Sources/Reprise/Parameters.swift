import Draw
import Graph
import Media

// Typed reading of a node's parameters, or of a table among them. They were checked before the node was made.
extension [String: Setting] {
  func text(_ name: String) -> String {
    guard case .text(let text)? = self[name] else { return "" }
    return text
  }

  func number(_ name: String) -> Double? {
    guard case .number(let number)? = self[name] else { return nil }
    return number
  }

  func numbers(_ name: String) -> [Double] {
    list(name).compactMap { if case .number(let number) = $0 { number } else { nil } }
  }

  func list(_ name: String) -> [Setting] {
    guard case .list(let settings)? = self[name] else { return [] }
    return settings
  }

  func color(_ name: String) -> TextStyle.Color? {
    guard case .color(let color)? = self[name] else { return nil }
    let bytes = color.bytes
    return TextStyle.Color(red: bytes[0], green: bytes[1], blue: bytes[2], alpha: bytes[3])
  }

  func record(_ name: String) -> [String: Setting]? {
    guard case .record(let members)? = self[name] else { return nil }
    return members
  }
}
