import CFFmpeg
import Media

/// Takes a file apart into the packets of its streams.
///
/// It opens nothing but the file it is given: formats are an allow-list, opening further files is denied, and there are
/// no protocols. It belongs to one thread at a time.
final class Demuxer {
  let context: UnsafeMutablePointer<AVFormatContext>
  let formatName: String
  /// How large a picture of it may be.
  let mostPixels: Int64
  private let bytes: ByteStream
  private var picked: [Int] = []

  /// - Parameter isKnown: Whether the file was looked into before, so that what its header says of the streams will do.
  init(_ file: InputFile, isKnown: Bool = false) throws(CodecError) {
    FFmpeg.prepare()
    mostPixels = file.limits.pixels(ofFileWith: file.size)
    do {
      bytes = try ByteStream(file)
    } catch {
      throw CodecError(.failed, file.path, "cannot be read", cause: error)
    }
    let format = try ContainerFormat.detect(file, bytes)
    formatName = ContainerFormat.name(of: format)
    context = try Self.open(file, format, bytes)
    if ContainerFormat.describesStreams.contains(formatName), isKnown || headerSaysAll { return }
    // Decodes the first pictures, which takes a while. A failure leaves the streams as the header gives them; whether
    // they are enough is seen when they are decoded.
    avformat_find_stream_info(context, nil)
  }

  deinit {
    var context: UnsafeMutablePointer<AVFormatContext>? = context
    avformat_close_input(&context)
  }

  private static func open(
    _ file: InputFile, _ format: UnsafePointer<AVInputFormat>, _ bytes: ByteStream
  ) throws(CodecError) -> UnsafeMutablePointer<AVFormatContext> {
    var made = avformat_alloc_context()
    guard let context = made else { throw CodecError(.failed, file.path, "cannot be opened: out of memory") }
    context.pointee.pb = bytes.context
    context.pointee.io_open = { _, _, _, _, _ in -EACCES }
    context.pointee.max_streams = Int32(clamping: file.limits.streams)
    var options: OpaquePointer?
    av_dict_set(&options, "format_whitelist", String(cString: format.pointee.name), 0)
    av_dict_set(&options, "protocol_whitelist", "", 0)
    defer { av_dict_free(&options) }
    let result = avformat_open_input(&made, ContainerFormat.safeName(file.path), format, &options)
    guard result >= 0, let opened = made else {
      let cause = FFmpegError("opening", code: result)
      throw MissingIndex.isTheReason(file)
        ? CodecError(
          .damaged, file.path, "was cut off before its index (moov) was written", remedy: MissingIndex.remedy)
        : CodecError(.damaged, file.path, "is too damaged to open", cause: cause)
    }
    return opened
  }

  /// Whether the header gives the rates of all streams, which is what else is found by looking at packets.
  private var headerSaysAll: Bool {
    (0..<streamCount).allSatisfy { index in
      guard let stream = stream(index)?.pointee, let parameters = stream.codecpar?.pointee else { return false }
      switch parameters.codec_type {
      case AVMEDIA_TYPE_VIDEO:
        return parameters.width > 0 && stream.r_frame_rate.isRunning && stream.avg_frame_rate.isRunning
      case AVMEDIA_TYPE_AUDIO: return parameters.sample_rate > 0
      default: return true
      }
    }
  }

  var streamCount: Int { Int(context.pointee.nb_streams) }

  func stream(_ index: Int) -> UnsafeMutablePointer<AVStream>? {
    guard (0..<streamCount).contains(index) else { return nil }
    return context.pointee.streams[index]
  }

  /// From now on only packets of these streams are read.
  func pick(_ picked: [Int]) {
    self.picked = picked
    for index in 0..<streamCount {
      stream(index)?.pointee.discard = picked.contains(index) ? AVDISCARD_DEFAULT : AVDISCARD_ALL
    }
  }

  /// Reads the next packet of any picked stream.
  ///
  /// - Returns: False at the end; whatever stops the demuxer for good counts as the end.
  func read(into packet: PacketBox) -> Bool {
    repeat {
      packet.clear()
      guard av_read_frame(context, packet.pointer) >= 0 else { return false }
      // What was read ahead to learn about the streams comes whether it is picked or not.
    } while !picked.contains(Int(packet.pointer.pointee.stream_index))
    return true
  }

  /// Goes to a place from which the stream can be decoded up to `ticks` of its clock, as far as the file's index knows.
  func seek(stream index: Int, to ticks: Int64) -> Bool {
    av_seek_frame(context, Int32(index), ticks, AVSEEK_FLAG_BACKWARD) >= 0
  }
}
