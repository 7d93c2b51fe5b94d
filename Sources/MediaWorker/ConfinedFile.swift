package import Codec
internal import Draw
package import Media

/// A media file that only workers look into: each reader is a process of its own, which has the file, a channel, and memory
/// for pictures.
package final class ConfinedFile: Recording {
  private let source: ConfinedSource
  private let known: MediaProfile

  package var path: String { source.input.path }

  /// Has a worker look into the file.
  ///
  /// - Throws: `CodecError` as `MediaFile` does, and `.damaged` or `.tooLarge` if a worker comes to grief over it;
  ///   `WorkerFailure` if there is no worker to be had.
  package init(_ source: ConfinedSource) throws {
    self.source = source
    let worker = try source.worker()
    guard case .profile(let profile) = try worker.ask(Request.look.message()), profile.info.isPlausible else {
      throw worker.refuse("no profile")
    }
    known = profile
  }

  /// - Parameter profile: That of this very file, as it is now.
  package init(_ source: ConfinedSource, profile: MediaProfile) { (self.source, known) = (source, profile) }

  package func profile() -> MediaProfile { known }

  package func pictures() throws -> any PictureSource {
    guard let video = known.info.video else {
      throw CodecError(.noVideo, path, "has no pictures", remedy: "use it as sound")
    }
    return try ConfinedPictures(source, known, FrameLayout(size: video.codedSize, format: video.format))
  }

  package func sound(in layout: ChannelLayout) throws -> any SoundSource {
    guard let audio = known.info.audio else {
      throw CodecError(.noAudio, path, "has no sound", remedy: "use it as pictures")
    }
    return try ConfinedSound(source, known, audio.delivered(in: layout))
  }

  package func drawing(scale: Double) throws -> Frame {
    guard let size = known.info.video?.displaySize else { throw CodecError(.noVideo, path, "is no drawing") }
    let pixels = SVGPicture.pixels(of: size, scale: scale)
    let byteCount = UInt64(FrameLayout(size: pixels, format: .rgba8).byteCount)
    let memory = try SharedFrames(limit: source.input.limits.memory)
    guard let slot = memory.take(byteCount) else {
      throw CodecError(
        .tooLarge, path, "takes \(byteCount >> 20) MiB to draw, for which there is no room",
        remedy: "show it smaller")
    }
    let worker = try source.worker(memory)
    guard case .picture(let shape) = try worker.ask(Request.drawing(scale: scale, slot.place).message()),
      shape.size == pixels, let frame = slot.frame(shape)
    else { throw worker.refuse("no picture") }
    return frame
  }
}

extension ConfinedSource {
  /// A sentence that travels with the file, as `MediaFile.tag` reads it.
  package func tag(_ name: String) throws -> String? {
    let worker = try worker()
    guard case .text(let text) = try worker.ask(Request.tag(name).message()) else { throw worker.refuse("no text") }
    return text
  }

  /// The coded pictures, as `PictureGroups.read` gives them; a long unit comes in several pieces.
  package func groups(_ body: (PictureGroups.Unit) -> Void) throws {
    let worker = try worker()
    var reply = try worker.ask(Request.groups.message())
    while case .unit(let isFirst, let bytes) = reply {
      body(PictureGroups.Unit(isFirst: isFirst, bytes: bytes))
      reply = try worker.receive()
    }
    guard case .done = reply else { throw worker.refuse("no end") }
  }
}
