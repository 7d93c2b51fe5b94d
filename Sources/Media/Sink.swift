/// Takes pictures in order, for instance to encode them.
package protocol PictureSink: AnyObject {
  func write(_ frame: Frame) throws
}

/// Takes sound in order.
package protocol SoundSink: AnyObject {
  func write(_ block: AudioBlock) throws
}
