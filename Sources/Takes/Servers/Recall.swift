/// How a request is found again whose answer was lost on the way.
package enum Recall: Hashable, Sendable {
  /// The server honours idempotency keys: the same key within this time gives the same job.
  case key(lasting: Duration)
  /// The server lists its jobs by the key that came with them. One that was asked for stands there after at most this
  /// time, however long its request was on the way.
  case list(settling: Duration)
  /// It cannot be found. A person has to look.
  case nothing
}
