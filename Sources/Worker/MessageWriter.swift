/// Builds one message to the worker.
struct MessageWriter {
  private(set) var bytes: [UInt8]
  private let kinds: [String: UInt16]

  init(_ type: Wire.FromHost, kinds: [String: UInt16] = [:]) {
    self.bytes = [type.rawValue]
    self.kinds = kinds
  }

  mutating func put(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func put(_ number: Double) { put(number.bitPattern) }

  mutating func put(count: Int) { put(UInt32(clamping: count)) }

  mutating func put(_ text: String) { put(Array(text.utf8)) }

  mutating func put(_ text: [UInt8]) {
    put(count: text.count)
    bytes += text
  }

  mutating func put(_ texts: [String]) {
    put(count: texts.count)
    for text in texts { put(text) }
  }

  mutating func put(_ values: [Value]) {
    put(count: values.count)
    for value in values { put(value) }
  }

  mutating func put(_ value: Value) {
    switch value {
    case .nil: put(tag: .nil)
    case .boolean(let value): put(tag: value ? .true : .false)
    case .integer(let value): put(tag: .integer); put(value)
    case .number(let value): put(tag: .number); put(value)
    case .string(let value): put(tag: .string); put(value)
    case .table(let value): put(tag: .table); put(value)
    case .handle(let value): put(tag: .handle); put(value)
    case .function(let value): put(tag: .function); put(value.number); put(count: value.line)
    }
  }

  private mutating func put(tag: Wire.Tag) { bytes.append(tag.rawValue) }

  private mutating func put(_ table: Table) {
    put(table.array)
    put(count: table.fields.count)
    for field in table.fields {
      put(field.key)
      put(field.value)
    }
  }

  private mutating func put(_ handle: Handle) {
    guard let kind = kinds[handle.kind] else { preconditionFailure("'\(handle.kind)' is no kind of the vocabulary") }
    put(kind)
    put(handle.id)
  }

  mutating func put(_ vocabulary: Vocabulary) {
    put(vocabulary.functions)
    put(UInt16(clamping: vocabulary.kinds.count))
    for kind in vocabulary.kinds { put(kind) }
  }

  private mutating func put(_ kind: Vocabulary.Kind) {
    put(kind.name)
    put(kind.methods)
    put(kind.properties)
    let bits = Vocabulary.Operator.allCases.enumerated().map { kind.operators.contains($1) ? UInt16(1) << $0 : 0 }
    put(bits.reduce(0, |))
  }
}
