/// A Lua table as data.
package struct Table: Hashable, Sendable {
  /// One entry besides the array: its key is a boolean, an integer, a number or a string.
  package struct Field: Hashable, Sendable {
    package var key: Value
    package var value: Value

    package init(key: Value, value: Value) {
      self.key = key
      self.value = value
    }
  }

  /// The values at 1, 2, ... up to the first that is missing.
  package var array: [Value]
  /// The other entries in the stated order: booleans, numbers by value, strings by their bytes.
  package var fields: [Field]

  package init(array: [Value] = [], fields: [Field] = []) {
    self.array = array
    self.fields = fields
  }

  /// The value at a string key; nil if there is none.
  package subscript(name: String) -> Value? {
    fields.first { $0.key == .string(name) }?.value
  }
}
