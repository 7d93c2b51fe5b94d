import Graph
import Media
import Pixels
import Plan

extension LayerReader {
  /// What is done to a picture that lies on the output.
  func finish(_ cel: Cel, _ step: Step) throws -> Cel {
    let others = try step.others.map(cel(of:))
    func length(_ value: Double) -> Double { value * step.scale }
    switch step.effect {
    case .mask(let matte, let isInverted, let feather):
      guard let other = others.first?.blurred(across: length(feather), down: length(feather), in: output) else {
        return cel
      }
      return cel.masked(by: other, matte == .luma ? .luma : .alpha, isInverted: isInverted)
    case .blur(let x, let y): return cel.blurred(across: length(x), down: length(y), in: output)
    }
  }
}
