internal import Graph
internal import Media

extension VideoOrder {
  /// The order as a program reads it. What is left to the program is not there.
  func json(key: String, output: String) -> CanonicalJSON {
    var members: [String: CanonicalJSON] = [
      "format": .string("reprise-order/1"), "key": .string(key), "output": .string(output), "prompt": .string(prompt),
    ]
    members["width"] = size.map { .number(Double($0.width)) }
    members["height"] = size.map { .number(Double($0.height)) }
    members["seconds"] = seconds.map { .number(Double($0)) }
    members["seed"] = seed.map { .number(Double($0)) }
    members["reference"] = reference?.json
    if !controls.isEmpty { members["controls"] = .object(controls.mapValues(\.json)) }
    if !settings.isEmpty { members["settings"] = .object(settings) }
    return .object(members)
  }
}

extension VideoOrder.Material {
  fileprivate var json: CanonicalJSON { .object(["path": .string(path), "type": .string(type)]) }
}
