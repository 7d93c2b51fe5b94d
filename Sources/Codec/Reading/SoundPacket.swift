import Media

/// A packet of sound, and when it sounds on the file's clock.
struct SoundPacket {
  let box: PacketBox
  let range: TimeRange
}
