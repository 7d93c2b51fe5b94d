import Graph
import Media

/// What mixing a second of a clip's sound takes, in units of `Work`, at most: all clips of a stack are heard at once, and one
/// that is used in several places is mixed for each.
struct SoundLoad {
  let units: Int

  init(_ graph: Graph) {
    var units: [Int] = []
    for node in graph.nodes {
      let inputs = node.inputs.map { units[$0] }
      let heard = node.kind == .sequence ? inputs.max() ?? 0 : inputs.reduce(0, +)
      units.append(node.hasSound ? min(heard + node.mixingUnits, Int(Int32.max)) : 0)
    }
    self.units = units[graph.root]
  }
}

extension Node {
  /// For a second of its own work, as measured.
  fileprivate var mixingUnits: Int {
    switch kind {
    case .video, .audio: 200
    case .speech, .music, .midi: 900
    case .foley: 2000
    case .reverb: 1000
    case .pitch: 2000
    case .speed: 2000
    case .filter, .eq, .compress, .limit, .echo, .duck: 400
    default: 50
    }
  }
}
