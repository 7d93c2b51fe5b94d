import Confinement

/// The first that a worker says, before anything comes to it from outside: what keeps it in.
struct Greeting {
  let protection: Protection

  init(_ protection: Protection) { self.protection = protection }

  init?(_ bytes: [UInt8]) {
    guard var message = try? Message(bytes), message.type == 1, let value: UInt32 = try? message.number(),
      (try? message.end()) != nil
    else { return nil }
    protection = Protection(rawValue: value)
  }

  var bytes: [UInt8] {
    var message = Message(1)
    message.put(protection.rawValue)
    return message.bytes
  }
}
