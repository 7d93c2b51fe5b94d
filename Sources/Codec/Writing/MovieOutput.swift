import CFFmpeg
import Glibc

/// Where libavformat's bytes go: into a file, or, to learn how long things will be, nowhere.
final class MovieOutput {
  /// So that a movie is written in few and large pieces.
  private static let bufferSize: Int32 = 1 << 20

  private let file: AtomicFile?
  private let expected: Int64?
  private var context: UnsafeMutablePointer<AVIOContext>?
  private var position: Int64 = 0
  private var written: Int64 = 0
  private(set) var length: Int64 = 0
  /// What the system said when the file took no more.
  private(set) var failure: OpenFile.Failure?

  /// - Parameters:
  ///   - file: Nil to count only.
  ///   - expected: How many bytes will come, for error messages.
  init(_ file: AtomicFile?, expecting expected: Int64? = nil) throws(CodecError) {
    (self.file, self.expected) = (file, expected)
    let buffer = av_malloc(Int(Self.bufferSize))?.assumingMemoryBound(to: UInt8.self)
    // Safe because the context lives no longer than `self`, which frees it.
    let this = Unmanaged.passUnretained(self).toOpaque()
    context = avio_alloc_context(
      buffer, Self.bufferSize, 1, this, nil,
      { this, bytes, count in MovieOutput.from(this)?.write(.init(start: bytes, count: Int(count))) ?? -EIO },
      { this, offset, origin in MovieOutput.from(this)?.seek(to: offset, from: origin) ?? -Int64(EIO) })
    guard context != nil else {
      av_free(buffer)
      throw .encoding("out of memory")
    }
  }

  deinit {
    av_free(context?.pointee.buffer)
    avio_context_free(&context)
  }

  /// For an `AVFormatContext` to write to, no longer than this object lives.
  var pointer: UnsafeMutablePointer<AVIOContext>? { context }

  /// Where the next byte goes, buffered ones counted.
  var offset: Int64 { avio_seek(context, 0, SEEK_CUR) }

  /// Writes bytes that are none of the muxer's, and whatever is still buffered.
  func finish(with bytes: [UInt8]) throws(CodecError) {
    avio_write(context, bytes, Int32(bytes.count))
    avio_flush(context)
    guard failure == nil else { throw error(FFmpegError("ending the file", code: -EIO)) }
  }

  /// What to tell of a failure: what the system said, or else what libavformat did.
  func error(_ cause: FFmpegError) -> CodecError {
    let place = file?.path ?? "assembling the video"
    guard let failure else { return CodecError(.failed, place, "the file cannot be written", cause: cause) }
    return .unwritable(place, failure, progress: expected.map { "wrote \(written) of \($0) bytes" })
  }

  /// Whether the bytes go nowhere.
  var isDraft: Bool { file == nil }

  private static func from(_ this: UnsafeMutableRawPointer?) -> MovieOutput? {
    this.map { Unmanaged<MovieOutput>.fromOpaque($0).takeUnretainedValue() }
  }

  private func write(_ bytes: UnsafeRawBufferPointer) -> Int32 {
    failure = failure ?? file?.file.write(bytes, at: position)
    if let failure { return -failure.code }
    position += Int64(bytes.count)
    written += Int64(bytes.count)
    length = max(length, position)
    return Int32(bytes.count)
  }

  private func seek(to offset: Int64, from origin: Int32) -> Int64 {
    switch origin {
    case SEEK_SET: position = offset
    case AVSEEK_SIZE: return length
    default: return -Int64(EINVAL)
    }
    return position
  }
}
