package import Media

/// One step in the making of a video: what is done, with which parameters, to which other nodes. It never changes.
package struct Node: Hashable, Sendable {
  package let kind: NodeKind
  package let version: Int
  package let parameters: [String: Setting]
  /// Places of the inputs in the graph's list; each smaller than the node's own.
  package let inputs: [Int]
  /// How long it plays.
  package let duration: Time
  /// Its picture, in pixels of its own; nil if it has only sound.
  package let size: Size?
  package let hasSound: Bool

  package init(
    _ kind: NodeKind, version: Int? = nil, parameters: [String: Setting] = [:], inputs: [Int] = [], duration: Time,
    size: Size?, hasSound: Bool
  ) {
    (self.kind, self.version, self.parameters, self.inputs) = (kind, version ?? kind.version, parameters, inputs)
    (self.duration, self.size, self.hasSound) = (duration, size, hasSound)
  }

  /// What it is, without what follows from it: duration and size come of the kind, the parameters and the inputs.
  var json: CanonicalJSON {
    guard !inputs.isEmpty, case .object(var members) = said else { return said }
    members["of"] = .array(inputs.map { .number(Double($0)) })
    return .object(members)
  }

  /// What a source is known by, however much of it is used.
  package var identity: Digest {
    let members = parameters.mapValues(\.json).merging(["kind": .string("\(kind.rawValue) \(version)")]) { $1 }
    return Digest(of: CanonicalJSON.object(members).text.utf8)
  }

  /// What it says, without what it reads.
  package var said: CanonicalJSON {
    var members = parameters.mapValues(\.json)
    members["kind"] = .string(kind.rawValue)
    members["version"] = .number(Double(version))
    if kind.isSource || inputs.isEmpty { members["seconds"] = .number(duration.seconds) }
    return .object(members)
  }
}
