package import Confinement

/// Takes one message of the worker's apart. It trusts nothing: lengths, counts and depth are checked before use.
struct MessageReader {
  /// Something in the values that is no data for a host, and where it is.
  struct Defect: CustomStringConvertible {
    var path: String
    var problem: String
    var description: String { "\(path) \(problem)" }
  }

  private let bytes: [UInt8]
  private var next = 0
  private let kinds: [String]
  private var path: [String] = []
  private(set) var defect: Defect?

  init(_ bytes: [UInt8], kinds: [String]) {
    self.bytes = bytes
    self.kinds = kinds
  }

  var isAtEnd: Bool { next == bytes.count }
  private var rest: Int { bytes.count - next }

  mutating func number<N: FixedWidthInteger>(_: N.Type = N.self) throws(WorkerFailure) -> N {
    let size = MemoryLayout<N>.size
    guard rest >= size else { throw .nonsense("a message that ends too soon") }
    defer { next += size }
    return bytes[next..<next + size].reversed().reduce(0) { $0 << 8 | N(truncatingIfNeeded: $1) }
  }

  mutating func float() throws(WorkerFailure) -> Double { Double(bitPattern: try number()) }

  /// A count of things of at least `size` bytes each.
  mutating func count(ofSize size: Int) throws(WorkerFailure) -> Int {
    let count = Int(try number(UInt32.self))
    guard count <= rest / size else { throw .nonsense("a count of \(count) in \(rest) bytes") }
    return count
  }

  private mutating func rawText() throws(WorkerFailure) -> ArraySlice<UInt8> {
    let length = try count(ofSize: 1)
    defer { next += length }
    return bytes[next..<next + length]
  }

  /// A text for people; what is not UTF-8 in it is replaced.
  mutating func text() throws(WorkerFailure) -> String { String(decoding: try rawText(), as: UTF8.self) }

  mutating func values(named name: (Int) -> String) throws(WorkerFailure) -> [Value] {
    var values: [Value] = []
    for index in 0..<(try count(ofSize: 1)) {
      path = [name(index)]
      values.append(try value())
    }
    return values
  }

  private mutating func value() throws(WorkerFailure) -> Value {
    guard let tag = Wire.Tag(rawValue: try number()) else { throw .nonsense("a value of no type") }
    switch tag {
    case .nil: return .nil
    case .false: return .boolean(false)
    case .true: return .boolean(true)
    case .integer: return .integer(try number())
    case .number: return .number(checked(try float()))
    case .string: return .string(try string())
    case .table: return .table(try table())
    case .handle: return .handle(try handle())
    case .function: return .function(try function())
    }
  }

  private mutating func checked(_ number: Double) -> Double {
    if !number.isFinite { note("is \(number.isNaN ? "nan" : "\(number)"), not a finite number") }
    return number == 0 ? 0 : number
  }

  private mutating func string() throws(WorkerFailure) -> String {
    let raw = try rawText()
    if let string = String(validating: raw, as: UTF8.self) { return string }
    note("is not UTF-8 text")
    return ""
  }

  private mutating func note(_ problem: String) {
    defect = defect ?? Defect(path: path.joined(), problem: problem)
  }

  private mutating func table() throws(WorkerFailure) -> Table {
    guard path.count <= Wire.depth else { throw .nonsense("tables nested too deeply") }
    var table = Table()
    for index in 0..<(try count(ofSize: 1)) {
      table.array.append(try value(under: "[\(index + 1)]"))
    }
    for _ in 0..<(try count(ofSize: 2)) {
      let key = try key()
      table.fields.append(Table.Field(key: key, value: try value(under: Self.step(key))))
    }
    return table
  }

  /// No table: keys inside keys would have no depth to count.
  private mutating func key() throws(WorkerFailure) -> Value {
    guard rest > 0, bytes[next] != Wire.Tag.table.rawValue else { throw .nonsense("a key that is a table") }
    return try value()
  }

  private mutating func value(under step: String) throws(WorkerFailure) -> Value {
    path.append(step)
    defer { path.removeLast() }
    return try value()
  }

  private static func step(_ key: Value) -> String {
    switch key {
    case .string(let name): ".\(name)"
    case .integer(let number): "[\(number)]"
    case .number(let number): "[\(number)]"
    case .boolean(let value): "[\(value)]"
    default: "[?]"
    }
  }

  private mutating func function() throws(WorkerFailure) -> FunctionReference {
    FunctionReference(number: try number(), line: Int(try number(UInt32.self)))
  }

  private mutating func handle() throws(WorkerFailure) -> Handle {
    let kind = Int(try number(UInt16.self))
    guard kind < kinds.count else { throw .nonsense("a handle of an unknown kind") }
    return Handle(kind: kinds[kind], id: try number())
  }
}
