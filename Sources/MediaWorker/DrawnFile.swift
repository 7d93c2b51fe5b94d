package import Codec
internal import Draw
package import Media

/// A file that holds a drawing, read by this process.
package final class DrawnFile: Recording {
  package let path: String
  fileprivate let picture: SVGPicture

  init(_ input: InputFile) throws(CodecError) {
    path = input.path
    do {
      picture = try SVGPicture(input.head(SVGLimits.bytes + 1))
    } catch {
      throw CodecError(error, path)
    }
  }

  package func profile() -> MediaProfile { MediaProfile(drawing: picture.size, at: path) }

  package func pictures() -> any PictureSource { DrawnPictures(self) }

  package func sound(in layout: ChannelLayout) throws -> any SoundSource {
    throw CodecError(.noAudio, path, "has no sound", remedy: "use it as a picture")
  }

  package func drawing(scale: Double) throws -> Frame {
    do {
      return try picture.draw(scale: scale)
    } catch {
      throw CodecError(error, path)
    }
  }
}

/// A drawing in its own size, or as close to it as drawings are made, at any time.
private final class DrawnPictures: PictureSource {
  private let file: DrawnFile

  init(_ file: DrawnFile) { self.file = file }

  func frame(at time: Time) throws -> Frame {
    try file.drawing(scale: min(1, SVGPicture.largestScale(of: file.picture.size)))
  }
}

extension InputFile {
  /// What it holds, read by this process.
  ///
  /// - Parameter profile: That of this very file, as it is now, if it is known.
  package func opened(profile: MediaProfile? = nil) throws -> any Recording {
    guard !(profile?.info.isDrawing ?? SVGPicture.isOne(beginning: head(SVGPicture.headBytes))) else {
      return try DrawnFile(self)
    }
    return try profile.map { MediaFile(self, profile: $0) } ?? MediaFile(self)
  }
}

extension CodecError {
  fileprivate init(_ error: SVGError, _ path: String) {
    let code: Code =
      switch error.code {
      case .damaged: .damaged
      case .refused: .refused
      case .tooLarge: .tooLarge
      case .failed: .failed
      }
    self.init(code, path, error.clause, remedy: error.remedy)
  }
}
