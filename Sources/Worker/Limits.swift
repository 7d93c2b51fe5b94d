/// How much an evaluation may take. Reaching one ends the evaluation at once; a recipe cannot catch it.
package struct Limits: Hashable, Sendable {
  /// Units of work: about one instruction of Lua's machine each. Allocated bytes, steps of a pattern, a sort or an
  /// iteration, caught errors and calls to the host cost too, and so do instructions once there are strings of many
  /// kilobytes. The same recipe costs the same everywhere. Default 100 million, about a
  /// second.
  package var fuel: UInt64 = 100_000_000
  /// Bytes of the arena, besides 2 MiB for the Lua stack; under 4 GiB. Nothing is collected. Default 256 MiB.
  package var memory: Int = 256 << 20
  /// Bytes of a string. Default 256 KiB.
  package var stringBytes: Int = 256 << 10
  /// Bytes of one block of memory: a table's array (16 bytes an element) or its nodes (24 bytes each, a power of two of
  /// them). Default 1 MiB.
  package var blockBytes: Int = 1 << 20
  /// Bytes of one message either way: a call's arguments, a reply, the values that the recipe returns. From 64 KiB to
  /// 16 MiB, default 1 MiB. Too much data in a call is an error at its line.
  package var messageBytes: Int = 1 << 20
  /// Bytes of the source. Default 128 KiB. More is a syntax error.
  package var sourceBytes: Int = 128 << 10
  /// Time that the host may spend waiting for the worker, all waits together; what the host itself does is not counted.
  /// Not deterministic, so a failure by it says nothing about the recipe. Default 10 s.
  package var wallClock: Duration = .seconds(10)

  package init() {}
}
