package import Media

/// Size, rate and ground of a video, and what colours count in it.
package struct Canvas: Hashable, Sendable {
  package var size: Size
  package var frameRate: FrameRate
  package var background: Color
  package var light: Light

  package init(size: Size, frameRate: FrameRate, background: Color = .black, light: Light = .coded) {
    (self.size, self.frameRate, self.background, self.light) = (size, frameRate, background, light)
  }

  package var json: CanonicalJSON {
    var members: [String: CanonicalJSON] = [
      "width": .number(Double(size.width)), "height": .number(Double(size.height)),
      "fps": .string("\(frameRate)"), "background": .string(background.hexadecimal),
    ]
    // Graphs that never heard of it keep their text.
    if light != .coded { members["light"] = .string(light.rawValue) }
    return .object(members)
  }
}
