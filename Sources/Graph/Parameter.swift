/// One thing that a word of the language takes: by place, by name, or both.
package struct Parameter: Hashable, Sendable {
  package let name: String
  package let type: ParameterType
  /// What it is when it is left out; nil if it must be given, unless it is optional.
  package let preset: Setting?
  package let isOptional: Bool
  package let summary: String

  /// A parameter that must be given.
  package init(_ name: String, _ type: ParameterType, _ summary: String) {
    self.init(name: name, type: type, preset: nil, isOptional: false, summary: summary)
  }

  /// A parameter with a value of its own.
  package init(_ name: String, _ type: ParameterType, preset: Setting, _ summary: String) {
    self.init(name: name, type: type, preset: preset, isOptional: true, summary: summary)
  }

  /// A parameter that may be absent.
  package init(optional name: String, _ type: ParameterType, _ summary: String) {
    self.init(name: name, type: type, preset: nil, isOptional: true, summary: summary)
  }

  private init(name: String, type: ParameterType, preset: Setting?, isOptional: Bool, summary: String) {
    (self.name, self.type, self.preset) = (name, type, preset)
    (self.isOptional, self.summary) = (isOptional, summary)
  }
}
