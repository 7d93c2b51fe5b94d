import CFFmpeg

/// FFmpeg's view of an input file: the only way by which a demuxer gets at bytes.
final class ByteStream {
  let context: UnsafeMutablePointer<AVIOContext>
  private let source: Source

  private static let bufferSize = 64 << 10

  init(_ file: InputFile) throws(FFmpegError) {
    let source = Source(file)
    guard let buffer = av_malloc(Self.bufferSize) else {
      throw FFmpegError("allocating a buffer", code: FFmpegError.outOfMemory)
    }
    // Safe because `source` lives as long as this object, which outlives the context.
    let opaque = Unmanaged.passUnretained(source).toOpaque()
    let made = avio_alloc_context(
      buffer.assumingMemoryBound(to: UInt8.self), Int32(Self.bufferSize), 0, opaque,
      { opaque, bytes, count in ByteStream.source(opaque).read(into: bytes, count: count) }, nil,
      { opaque, offset, whence in ByteStream.source(opaque).seek(to: offset, whence: whence) })
    guard let made else {
      av_free(buffer)
      throw FFmpegError("allocating a stream", code: FFmpegError.outOfMemory)
    }
    self.source = source
    self.context = made
  }

  deinit {
    // FFmpeg may have put a buffer of another size in the place of ours.
    av_freep(&context.pointee.buffer)
    var context: UnsafeMutablePointer<AVIOContext>? = context
    avio_context_free(&context)
  }

  private static func source(_ opaque: UnsafeMutableRawPointer?) -> Source {
    guard let opaque else { preconditionFailure("FFmpeg hands back what it was given") }
    return Unmanaged<Source>.fromOpaque(opaque).takeUnretainedValue()
  }

  /// A place in the file.
  private final class Source {
    let file: InputFile
    var position: Int64 = 0

    init(_ file: InputFile) { self.file = file }

    func read(into bytes: UnsafeMutablePointer<UInt8>?, count: Int32) -> Int32 {
      let got = file.read(into: UnsafeMutableRawBufferPointer(start: bytes, count: Int(count)), at: position)
      guard got != 0 else { return FFmpegError.endOfFile }
      if got > 0 { position += Int64(got) }
      return Int32(got)
    }

    func seek(to offset: Int64, whence: Int32) -> Int64 {
      let base: Int64
      switch whence & ~AVSEEK_FORCE {
      case AVSEEK_SIZE: return file.size
      case SEEK_SET: base = 0
      case SEEK_CUR: base = position
      case SEEK_END: base = file.size
      default: return Int64(-EINVAL)
      }
      let (sum, overflow) = base.addingReportingOverflow(offset)
      guard !overflow, sum >= 0 else { return Int64(-EINVAL) }
      position = sum
      return sum
    }
  }
}
