package import Graph
package import Media

/// What the core draws with; the shell hands it in. Any thread may ask; what comes back belongs to the asker.
package protocol Footage: Sendable {
  /// A reader of a video's pictures, at its start.
  func pictures(of asset: Digest) throws -> any PictureSource
  /// A reader of a file's sound, at its start, in at most as many channels.
  func sound(of asset: Digest, in layout: ChannelLayout) throws -> any SoundSource
  /// A reader of what a node makes sound.
  func sound(of node: Node, in layout: ChannelLayout) throws -> any SoundSource
  /// A still picture.
  func still(_ asset: Digest) throws -> Frame
  /// What a still picture is drawn by; nil for one that is decoded.
  func artwork(_ asset: Digest) -> Artwork?
  /// A table of colours.
  func table(_ asset: Digest) throws -> CubeFile
  /// How the stored pictures of an asset are to be turned.
  func orientation(of asset: Digest) -> Orientation
  /// A text of a node, drawn `scale` times as large.
  func text(_ node: Node, scale: Double) throws -> TextPicture
  /// The pieces of such a text, each for itself: `character`, `word` or `line`.
  func pieces(_ node: Node, by piece: String, scale: Double) throws -> TextPieces
  /// Subtitles of a node at an instant of its clock, likewise. Their box is the node's; the scale is at most `largestScale`
  /// for its size.
  func subtitles(_ node: Node, at time: Time, scale: Double) throws -> TextPicture
  /// A shape of a node, likewise.
  func shape(_ node: Node, scale: Double) throws -> TextPicture
}

extension Footage {
  /// Footage of files alone.
  package func sound(of node: Node, in layout: ChannelLayout) throws -> any SoundSource {
    try sound(of: node.digest("asset") ?? node.identity, in: layout)
  }

  /// Footage without drawings.
  package func artwork(_ asset: Digest) -> Artwork? { nil }
  /// Footage without subtitles.
  package func subtitles(_ node: Node, at time: Time, scale: Double) throws -> TextPicture {
    preconditionFailure("there are no subtitles here")
  }
}

/// A picture that is drawn at whatever scale it is shown.
package struct Artwork: Sendable {
  /// How many times its own size it is drawn at most; what is shown larger is stretched.
  package let largestScale: Double
  package let draw: @Sendable (_ scale: Double) throws -> Frame

  package init(largestScale: Double, draw: @escaping @Sendable (_ scale: Double) throws -> Frame) {
    (self.largestScale, self.draw) = (largestScale, draw)
  }
}

extension Size {
  /// How many times its own size what is drawn over all of it is drawn at most: 8K and a little more. What is shown larger
  /// is stretched from there.
  package var largestScale: Double {
    let (width, height) = (Double(self.width), Double(self.height))
    return min(16_384 / max(width, height), (Double(1 << 25) / (width * height)).squareRoot())
  }
}

/// A text as a picture.
package struct TextPicture: Sendable {
  package let frame: Frame
  /// Where the picture's left top corner lies, from that of the text's box, in the picture's pixels.
  package let x: Double
  package let y: Double

  package init(frame: Frame, x: Double, y: Double) {
    (self.frame, self.x, self.y) = (frame, x, y)
  }
}
