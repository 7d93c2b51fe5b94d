/// A value of the table that describes a scene, as a recipe hands it over and as a prompt becomes it.
package indirect enum SceneValue: Hashable, Sendable {
  case number(Double)
  case text(String)
  case flag(Bool)
  case table(SceneTable)
}

/// What stands in braces: values by position, and values by name in the order in which they are written.
package struct SceneTable: Hashable, Sendable {
  package var list: [SceneValue]
  package var fields: [Field]

  package init(_ list: [SceneValue] = [], fields: [Field] = []) {
    (self.list, self.fields) = (list, fields)
  }

  package struct Field: Hashable, Sendable {
    package var key: String
    package var value: SceneValue

    package init(_ key: String, _ value: SceneValue) {
      (self.key, self.value) = (key, value)
    }
  }

  /// The value of a name; of two with the same name the first.
  package subscript(key: String) -> SceneValue? {
    get { fields.first { $0.key == key }?.value }
    set {
      let index = fields.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): fields[index].value = value
      case (let index?, nil): fields.remove(at: index)
      case (nil, let value?): fields.append(Field(key, value))
      case (nil, nil): break
      }
    }
  }
}

extension SceneValue: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(integerLiteral value: Int) { self = .number(Double(value)) }
  package init(stringLiteral value: String) { self = .text(value) }
}

extension SceneValue: ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral {
  package init(booleanLiteral value: Bool) { self = .flag(value) }
  package init(arrayLiteral elements: SceneValue...) { self = .table(SceneTable(elements)) }
}

extension SceneValue {
  /// What it is, as a message says it: `the text "abc"`, `the number 4`, `a table`.
  var words: String {
    switch self {
    case .number(let number) where !number.isFinite: "a number without an end"
    case .number(let number): "the number \(number.short)"
    case .text(let text) where text.count > 40: "the text \"\(text.prefix(40))…\""
    case .text(let text): "the text \"\(text)\""
    case .flag(let flag): "\(flag)"
    case .table: "a table"
    }
  }
}
