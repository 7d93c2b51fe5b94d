import Graph
import Media
import Pixels
import Plan

extension LayerReader {
  /// One picture going over into another.
  func reveal(_ first: Cel, _ second: Cel, _ veil: Veil) throws -> Cel {
    switch veil {
    case .even(let weight): return Cel(from: first, to: second, weight: Opacity(weight))
    case .box(let size, let transform):
      let box = Cel(.color(.white), in: Rectangle(size), transform: transform, clip: output)
      return Cel(from: first, to: second, through: .alpha(box))
    case .field(let field, let edge): return Cel(from: first, to: second, through: .field(field, edge))
    case .light(let matte, let edge):
      return Cel(from: first, to: second, through: .light(try cel(of: matte).coded(from: light), edge))
    }
  }
}
