/// Gives a name to clips one after another: in as many steps as it takes, since Lua takes no call and no chain of any length.
struct Statement {
  let name: String
  let longest: Int
  private(set) var lines: [String] = []
  private var waiting: [String] = []

  init(name: String, longest: Int) {
    (self.name, self.longest) = (name, longest)
  }

  /// Adds a clip, and what it goes over into as links of a chain.
  mutating func add(_ chain: [String]) {
    waiting.append(Statement.joined(chain.prefix(longest)))
    var rest = chain.dropFirst(longest)
    if waiting.count == longest || !rest.isEmpty { finish() }
    while !rest.isEmpty {
      lines.append("\(name) = \(Statement.joined([name] + rest.prefix(longest)))")
      rest = rest.dropFirst(longest)
    }
  }

  /// Says what waits.
  mutating func finish() {
    guard !waiting.isEmpty else { return }
    let clips = lines.isEmpty ? waiting : [name] + waiting
    lines.append("\(lines.isEmpty ? "local " : "")\(name) = \(Statement.sequence(clips))")
    waiting = []
  }

  private static func sequence(_ clips: [String]) -> String {
    clips.count == 1 ? clips[0] : "sequence(\n  \(clips.joined(separator: ",\n  "))\n)"
  }

  private static func joined(_ chain: some Sequence<String>) -> String { chain.joined(separator: "\n    ") }
}
