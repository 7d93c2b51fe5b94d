/// Something that works at the other end of a channel.
package protocol Runner: AnyObject {
  /// How it ended, after the channel was closed from its side.
  func ending() -> String
  /// Ends it, whatever it is doing, and leaves nothing behind.
  func end()
}
