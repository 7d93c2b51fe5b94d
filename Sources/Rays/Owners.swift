internal import World

/// The numbers of those who own props and skins, in the order in which the stage names them.
struct Owners {
  private(set) var names: [String] = []
  private var numbers: [String: UInt32] = [:]

  init(_ stage: Stage) {
    for name in stage.props.map(\.owner) + stage.skins.map(\.owner) where numbers[name] == nil {
      names.append(name)
      numbers[name] = UInt32(names.count)
    }
  }

  /// From 1 on.
  subscript(name: String) -> UInt32 { numbers[name] ?? 0 }
}
