/// How long an exchange may take, and how much may come back.
package struct HTTPLimits: Hashable, Sendable {
  /// Until there is a connection: finding the address and greetings of TLS included.
  package var connecting: Duration
  /// Without a byte in either direction. A server that thinks before it answers is silent, too.
  package var silence: Duration
  /// For everything together.
  package var whole: Duration
  /// Of an answer's body.
  package var byteCount: Int

  package init(
    connecting: Duration = .seconds(10), silence: Duration = .seconds(60), whole: Duration = .seconds(300),
    byteCount: Int = 16 << 20
  ) {
    (self.connecting, self.silence, self.whole, self.byteCount) = (connecting, silence, whole, byteCount)
  }

  /// All lines before an answer's body, in bytes.
  static let headBytes = 64 << 10
  /// Of an answer that says what went wrong, this much is read.
  static let complaintBytes = 64 << 10
}
