import CFFmpeg
import Media

/// A decoded picture that becomes a frame when somebody asks for it; most pictures on the way to a target never do.
final class Picture {
  let time: Time
  private let box: FrameBox
  private var made: Frame?

  init(time: Time, box: FrameBox) {
    self.time = time
    self.box = box
  }

  func frame(by maker: PictureMaker) throws(CodecError) -> Frame {
    if let made { return made }
    let frame = try maker.frame(of: box)
    made = frame
    return frame
  }

  /// The memory that it holds on to, in bytes.
  var byteCount: Int {
    let buffers = box.pointer.pointee.buf
    let all = [buffers.0, buffers.1, buffers.2, buffers.3]
    return all.reduce(0) { $0 + Int($1?.pointee.size ?? 0) }
  }
}
