import Graph
import Recipe
import Worker

/// A param that a recipe declares.
public struct ParamDescription: Hashable, Sendable {
  /// What a setting calls it; with a path, `old/line`, if it is inherited.
  public let name: String
  /// `text`, `number`, `toggle`, `choice`, `color`, `seconds`, `video`, `image` or `audio`.
  public let kind: String
  /// The value that reproduces the recipe, as JSON.
  public let preset: String
  public let hint: String?
  public let line: Int
  /// JSON Schema (2020-12) of the value.
  public let schema: String

  init(_ param: Param) {
    (name, kind, hint, line) = (param.path, param.kind.rawValue, param.hint, param.place.line)
    (preset, schema) = (param.preset.json.text, param.schema.text)
  }
}

/// A clip that a remix may take hold of.
public struct PartDescription: Hashable, Sendable {
  /// What an edit calls it; with a path, `old/card`, if it is inherited.
  public let name: String
  public let line: Int
  /// Nil if the clip has no end of its own.
  public let seconds: Double?
}

extension Composition {
  /// JSON Schema (2020-12) of an object with all params, as `--params` files have them.
  public var paramsSchema: String {
    let properties = params.map { "\(CanonicalJSON.string($0.name).text):\($0.schema)" }.joined(separator: ",")
    return #"{"$schema":"https://json-schema.org/draft/2020-12/schema","additionalProperties":false,"properties":{"#
      + properties + #"},"type":"object"}"#
  }
}
