package import Graph
package import Worker

/// A param that a recipe declares: what others may turn.
package struct Param: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case text, number, toggle, choice, color, seconds, video, image, audio

    /// Whether its values are names of files.
    var isFile: Bool { self == .video || self == .image || self == .audio }
  }

  package let name: String
  package let kind: Kind
  package let preset: ParamSetting
  package var minimum: Double?
  package var maximum: Double?
  package var step: Double?
  package var options: [String] = []
  package var hint: String?
  package let place: Place
  /// Through which posts an inherited param is reached, `old/`; empty for the recipe's own.
  package var origin = ""

  package init(name: String, kind: Kind, preset: ParamSetting, place: Place) {
    (self.name, self.kind, self.preset, self.place) = (name, kind, preset, place)
  }

  /// What an edit or a setting calls it: `line`, `old/line`.
  package var path: String { origin + name }
  package var isInherited: Bool { !origin.isEmpty }

  /// The JSON Schema (2020-12) of its value.
  package var schema: CanonicalJSON {
    var members: [String: CanonicalJSON] = ["default": preset.json, "title": .string(name)]
    switch kind {
    case .text: members["type"] = .string("string")
    case .number, .seconds: members["type"] = .string("number")
    case .toggle: members["type"] = .string("boolean")
    case .choice:
      members["type"] = .string("string")
      members["enum"] = .array(options.map(CanonicalJSON.string))
    case .color: (members["type"], members["format"]) = (.string("string"), .string("color"))
    case .video, .image, .audio: (members["type"], members["format"]) = (.string("string"), .string(kind.rawValue))
    }
    members["maxLength"] = kind == .text ? maximum.map(CanonicalJSON.number) : nil
    members["minimum"] = kind == .text ? nil : minimum.map(CanonicalJSON.number)
    members["maximum"] = kind == .text ? nil : maximum.map(CanonicalJSON.number)
    members["multipleOf"] = schemaStep.map(CanonicalJSON.number)
    members["description"] = hint.map(CanonicalJSON.string)
    return .object(members)
  }

  /// JSON Schema counts steps from zero, a param from its least: said only where both are the same.
  private var schemaStep: Double? {
    guard let step, (minimum ?? 0).remainder(dividingBy: step) == 0 else { return nil }
    return step
  }
}

/// A value for a param, as it comes from outside.
package enum ParamSetting: Hashable, Sendable {
  case text(String)
  case number(Double)
  case flag(Bool)
  /// From a command line: a number or a flag where the param is one.
  case word(String)

  package var json: CanonicalJSON {
    switch self {
    case .text(let text), .word(let text): .string(text)
    case .number(let number): .number(number)
    case .flag(let flag): .boolean(flag)
    }
  }
}
