import CFFmpeg

/// Which kinds of file are read, and how a file's kind is told: by its content, never by trust in its name.
enum ContainerFormat {
  /// By FFmpeg's first name for each. What is missing here on purpose: all that opens other files or addresses, devices,
  /// subtitles, text art, and game formats that nobody fuzzes.
  static let allowed: Set<String> = [
    // Pictures and sound together.
    "mov", "matroska", "avi", "mpegts", "mpeg", "flv", "ogg", "asf", "mxf", "dv", "nut", "ivf", "yuv4mpegpipe", "gxf",
    // Sound.
    "wav", "w64", "aiff", "au", "caf", "flac", "mp3", "aac", "ac3", "eac3", "dts", "truehd", "amr", "ape", "wv", "tta",
    // Bare streams of pictures.
    "h264", "hevc", "mpegvideo", "m4v", "mjpeg", "av1", "obu", "vc1", "dnxhd",
    // Still and short pictures.
    "gif", "apng", "png_pipe", "jpeg_pipe", "webp_pipe", "bmp_pipe", "tiff_pipe", "jpegxl_pipe", "j2k_pipe", "exr_pipe",
    "dpx_pipe", "qoi_pipe", "psd_pipe", "sgi_pipe", "sunrast_pipe", "pcx_pipe", "pam_pipe", "pbm_pipe", "pgm_pipe",
    "ppm_pipe",
  ]

  /// Whether a format holds one picture.
  static func isStill(_ name: String) -> Bool { name.hasSuffix("_pipe") }

  /// Formats without an index, whose demuxers guess where a time is, and formats whose pictures build on all before them.
  static let restarts: Set<String> = [
    "mp3", "aac", "ac3", "eac3", "dts", "truehd", "amr", "h264", "hevc", "mpegvideo", "m4v", "mjpeg", "av1", "obu",
    "vc1",
    "dnxhd", "gif", "apng",
  ]

  /// Formats whose header says all that is needed to decode, and whose packets name both of their stamps.
  static let describesStreams: Set<String> = ["mov"]

  /// The formats of broadcasting, in which several pictures may share one time stamp, and a packet that is damaged
  /// vanishes without a word.
  static let sharesStamps: Set<String> = ["mpeg", "mpegts"]

  /// Formats without stamps whose made-up ones add up rounded lengths, and so drift; their frames must be counted.
  static let drifts: Set<String> = ["ac3", "eac3", "dts", "truehd"]

  /// Text that sends its reader elsewhere, by how it begins.
  private static let pointers: [(opening: String, name: String)] = [
    ("#extm3u", "an HLS playlist"), ("ffconcat", "a concat script"), ("v=0", "an SDP session"),
    ("[playlist]", "a playlist"), ("<smil", "a SMIL playlist"), ("<asx", "an ASX playlist"),
    ("[reference]", "a playlist"),
  ]

  private static let remedy = "give a video, sound or picture file"

  /// - Throws: `.refused` for what points elsewhere, `.notMedia` for what we do not read.
  static func detect(_ file: InputFile, _ stream: ByteStream) throws(CodecError) -> UnsafePointer<AVInputFormat> {
    let head = file.head(4096)
    if let name = pointer(in: head) {
      throw CodecError(
        .refused, file.path, "is \(name), which points to other files", remedy: "give the media file itself")
    }
    guard !isText(head) || isPictureInText(head) else {
      throw CodecError(.notMedia, file.path, "is text, not media", remedy: remedy)
    }
    // Without the name first: with it, a picture would be taken for the first of a numbered series.
    for name in ["", safeName(file.path)] {
      var format: UnsafePointer<AVInputFormat>?
      let score = av_probe_input_buffer2(stream.context, &format, name, nil, 0, 0)
      if score >= 0, let format, allowed.contains(self.name(of: format)) { return format }
      avio_seek(stream.context, 0, SEEK_SET)
    }
    throw CodecError(.notMedia, file.path, "is not in a media format that is read here", remedy: remedy)
  }

  /// `mov` for `mov,mp4,m4a,3gp,3g2,mj2`.
  static func name(of format: UnsafePointer<AVInputFormat>) -> String {
    String(String(cString: format.pointee.name).prefix { $0 != "," })
  }

  /// A name that keeps only the ending, which breaks ties between formats that look alike; no demuxer sees the path.
  static func safeName(_ path: String) -> String {
    guard let dot = path.lastIndex(of: ".") else { return "media" }
    let ending = path[path.index(after: dot)...]
    let isPlain = ending.utf8.count <= 8 && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return isPlain ? "media.\(ending)" : "media"
  }

  private static func pointer(in head: [UInt8]) -> String? {
    let text = String(decoding: head, as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }.lowercased()
    if text.hasPrefix("<"), isText(head), text.contains("<mpd") { return "a DASH manifest" }
    return pointers.first { text.hasPrefix($0.opening) }?.name
  }

  /// Raw video and portable anymaps open with text, and a plain picture may go on like it.
  private static func isPictureInText(_ head: [UInt8]) -> Bool {
    head.starts(with: "YUV4MPEG2".utf8)
      || head.first == UInt8(ascii: "P") && (0x31...0x37).contains(head.dropFirst().first ?? 0)
  }

  /// Valid UTF-8 without control characters; the end of the head may cut a character in two.
  private static func isText(_ head: [UInt8]) -> Bool {
    let hasControls = head.contains { $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1B }
    return !hasControls && (0...3).contains { String(validating: head.dropLast($0), as: UTF8.self) != nil }
  }
}
