package import Media

/// Size, rate and ground of a video.
package struct Canvas: Hashable, Sendable {
  package var size: Size
  package var frameRate: FrameRate
  package var background: Color

  package init(size: Size, frameRate: FrameRate, background: Color = .black) {
    (self.size, self.frameRate, self.background) = (size, frameRate, background)
  }

  package var json: CanonicalJSON {
    .object([
      "width": .number(Double(size.width)), "height": .number(Double(size.height)),
      "fps": .string("\(frameRate)"), "background": .string(background.hexadecimal),
    ])
  }
}
