package import Media

/// Size, rate and ground of a video, what colours count in it, and how loud it is.
package struct Canvas: Hashable, Sendable {
  package var size: Size
  package var frameRate: FrameRate
  package var background: Color
  package var light: Light
  package var sound: ChannelLayout
  /// Nil leaves the sound as it was mixed.
  package var loudness: Loudness?

  /// What the whole of the sound comes to.
  package struct Loudness: Hashable, Sendable {
    /// In LUFS, by EBU R 128.
    package var target: Double
    /// Of the true peak, in dB below full scale.
    package var ceiling: Double

    package init(target: Double, ceiling: Double) { (self.target, self.ceiling) = (target, ceiling) }
  }

  package init(
    size: Size, frameRate: FrameRate, background: Color = .black, light: Light = .coded,
    sound: ChannelLayout = .stereo, loudness: Loudness? = nil
  ) {
    (self.size, self.frameRate, self.background, self.light) = (size, frameRate, background, light)
    (self.sound, self.loudness) = (sound, loudness)
  }

  package var json: CanonicalJSON {
    var members: [String: CanonicalJSON] = [
      "width": .number(Double(size.width)), "height": .number(Double(size.height)),
      "fps": .string("\(frameRate)"), "background": .string(background.hexadecimal),
    ]
    // Graphs that never heard of it keep their text.
    if light != .coded { members["light"] = .string(light.rawValue) }
    if sound != .stereo { members["sound"] = .string(sound.rawValue) }
    if let loudness {
      (members["loudness"], members["ceiling"]) = (.number(loudness.target), .number(loudness.ceiling))
    }
    return .object(members)
  }
}
