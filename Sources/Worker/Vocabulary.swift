/// What a recipe finds in its environment besides Lua's own: each name becomes a call to the host.
package struct Vocabulary: Hashable, Sendable {
  /// An operator of a kind, by Lua's word for its event.
  package enum Operator: String, Hashable, Sendable, CaseIterable {
    // The order is the protocol's.
    case concat, call, add, sub, mul, div, unm, len
    /// Every element, by name or number; methods and properties of the kind are then not looked at.
    case index
    case mod, pow, idiv, eq, lt, le
    /// What Lua's function of that name does when a handle comes first.
    case select

    /// The operation that a call names: `clip:__concat`.
    package func operation(on kind: String) -> String { "\(kind):__\(rawValue)" }
  }

  /// One kind of handle. `tostring` and `type` give its name.
  package struct Kind: Hashable, Sendable {
    package var name: String
    package var methods: [String]
    package var properties: [String]
    package var operators: Set<Operator>

    package init(name: String, methods: [String] = [], properties: [String] = [], operators: Set<Operator> = []) {
      self.name = name
      self.methods = methods
      self.properties = properties
      self.operators = operators
    }
  }

  /// Global functions. With a dot, the first part is a global table: `param.text`.
  package var functions: [String]
  package var kinds: [Kind]

  package init(functions: [String] = [], kinds: [Kind] = []) {
    self.functions = functions
    self.kinds = kinds
  }
}
