/// The other side of `Sources/CRecipeWorker/protocol.h`, where the fields are listed.
enum Wire {
  enum FromHost: UInt8 { case start = 1, reply, fail, invoke, sample, close }
  enum FromWorker: UInt8 { case call = 1, unknown, returned, results, samples, error, tripped, broken, ready }
  enum Tag: UInt8 { case `nil`, `false`, `true`, integer, number, string, table, handle, function }
  enum ErrorKind: UInt8 { case syntax = 1, runtime }

  /// Tables deeper than this do not pass, either way.
  static let depth = 32
  /// Samples asked for at once; they fit into the smallest message.
  static let samples = 1024
  /// What a call costs a recipe.
  static let fuelPerCall: UInt64 = 500
  /// Messages may always have this many bytes.
  static let leastMessage = 64 << 10
  /// And no more than these.
  static let mostMessage = 16 << 20
  /// Bytes that a worker may say it has taken: more than an arena and its stack can have.
  static let mostMemory: UInt64 = 8 << 30
  /// Numbers a sample.
  static let components = 4

  static func limit(_ code: UInt8) -> Trip.Limit? {
    let limits: [Trip.Limit] = [.fuel, .memory, .stringBytes, .blockBytes, .wallClock, .stack]
    return code >= 1 && Int(code) <= limits.count ? limits[Int(code) - 1] : nil
  }
}
