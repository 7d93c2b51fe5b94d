package import Confinement

/// What a worker says.
enum WorkerMessage {
  case call(Call, MessageReader.Defect?)
  case unknown(name: String, owner: String?, Place)
  case returned([Value], MessageReader.Defect?)
  case results([Value], MessageReader.Defect?)
  case samples([[Double]])
  case failed(ScriptError, Wire.ErrorKind, failure: Int)
  case tripped(Trip.Limit, Place?)
  case broken(String)
  case ready(Protection)
}

extension WorkerMessage {
  /// What the recipe was doing, where the message says it.
  var place: Place? {
    switch self {
    case .call(let call, _): call.place
    case .unknown(_, _, let place): place
    case .failed(let error, _, _): error.place
    case .tripped(_, let place): place
    case .returned, .results, .samples, .broken, .ready: nil
    }
  }

  /// What every message begins with.
  struct Usage {
    var fuel: UInt64
    var memory: UInt64
  }

  static func read(
    _ bytes: [UInt8], chunk: String, kinds: [String]
  ) throws(WorkerFailure) -> (message: WorkerMessage, usage: Usage) {
    var reader = MessageReader(bytes, kinds: kinds)
    guard let type = Wire.FromWorker(rawValue: try reader.number()) else { throw .nonsense("a message of no type") }
    let usage = Usage(fuel: try reader.number(), memory: try reader.number())
    let message = try body(type, &reader, chunk)
    guard reader.isAtEnd else { throw .nonsense("a message that goes on after its end") }
    return (message, usage)
  }

  private static func body(
    _ type: Wire.FromWorker, _ reader: inout MessageReader, _ chunk: String
  ) throws(WorkerFailure) -> WorkerMessage {
    switch type {
    case .call: return try call(&reader, chunk)
    case .unknown: return try unknown(&reader, chunk)
    case .returned: return .returned(try reader.values { "result \($0 + 1)" }, reader.defect)
    case .results: return .results(try reader.values { "result \($0 + 1)" }, reader.defect)
    case .samples: return .samples(try samples(&reader))
    case .error: return try failed(&reader, chunk)
    case .broken: return .broken(try reader.text())
    case .ready: return .ready(Protection(rawValue: try reader.number()))
    case .tripped:
      guard let limit = Wire.limit(try reader.number()) else { throw .nonsense("a limit of no name") }
      let place = try place(&reader, chunk)
      return .tripped(limit, place.line > 0 ? place : nil)
    }
  }

  private static func place(_ reader: inout MessageReader, _ chunk: String) throws(WorkerFailure) -> Place {
    Place(chunk: chunk, line: Int(try reader.number(UInt32.self)))
  }

  private static func call(_ reader: inout MessageReader, _ chunk: String) throws(WorkerFailure) -> WorkerMessage {
    let operation = try reader.text()
    let place = try place(&reader, chunk)
    // The receiver of a method is no argument to those who read the message.
    let first = operation.contains(":") && !operation.contains(":__") ? 0 : 1
    let arguments = try reader.values { "argument \($0 + first)" }
    return .call(Call(operation: operation, arguments: arguments, place: place), reader.defect)
  }

  private static func unknown(_ reader: inout MessageReader, _ chunk: String) throws(WorkerFailure) -> WorkerMessage {
    let (name, owner) = (try reader.text(), try reader.text())
    return .unknown(name: name, owner: owner.isEmpty ? nil : owner, try place(&reader, chunk))
  }

  private static func samples(_ reader: inout MessageReader) throws(WorkerFailure) -> [[Double]] {
    let components = Int(try reader.number(UInt8.self))
    let count = try reader.count(ofSize: max(components, 1) * 8)
    guard components <= Wire.components, components > 0 || count == 0 else { throw .nonsense("samples of no size") }
    var samples: [[Double]] = []
    for _ in 0..<count {
      var sample: [Double] = []
      for _ in 0..<components { sample.append(try finite(&reader)) }
      samples.append(sample)
    }
    return samples
  }

  private static func finite(_ reader: inout MessageReader) throws(WorkerFailure) -> Double {
    let number = try reader.float()
    guard number.isFinite else { throw .nonsense("a sample that is not finite") }
    return number == 0 ? 0 : number
  }

  private static func failed(_ reader: inout MessageReader, _ chunk: String) throws(WorkerFailure) -> WorkerMessage {
    guard let kind = Wire.ErrorKind(rawValue: try reader.number()) else { throw .nonsense("an error of no kind") }
    let failure = Int(try reader.number(UInt32.self))
    var error = ScriptError(place: try place(&reader, chunk), message: try reader.text())
    for _ in 0..<(try reader.count(ofSize: 8)) {
      let line = Int(try reader.number(UInt32.self))
      error.traceback.append(ScriptError.Frame(line: line, function: try reader.text()))
    }
    return .failed(error, kind, failure: failure)
  }
}
