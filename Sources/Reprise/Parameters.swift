import Draw
import Graph
import Media

// A node's parameters, or a table among them, by name.
extension [String: Setting] {
  func text(_ name: String) -> String { self[name]?.text ?? "" }
  func number(_ name: String) -> Double? { self[name]?.number }
  func numbers(_ name: String) -> [Double] { list(name).compactMap(\.number) }
  func list(_ name: String) -> [Setting] { self[name]?.list ?? [] }
  func record(_ name: String) -> [String: Setting]? { self[name]?.record }

  func color(_ name: String) -> TextStyle.Color? {
    guard let bytes = self[name]?.color?.bytes else { return nil }
    return TextStyle.Color(red: bytes[0], green: bytes[1], blue: bytes[2], alpha: bytes[3])
  }
}
