import CFFmpeg

extension MediaFile {
  /// A sentence that travels with a file, such as `synopsis`; nil if there is none.
  ///
  /// - Parameter name: In libavformat's spelling; upper and lower case count as the same.
  package static func tag(_ name: String, of input: InputFile) throws(CodecError) -> String? {
    let demuxer = try Demuxer(input)
    // The text is the demuxer's.
    defer { withExtendedLifetime(demuxer) {} }
    guard let entry = av_dict_get(demuxer.context.pointee.metadata, name, nil, 0), let value = entry.pointee.value
    else { return nil }
    return String(validatingCString: value)
  }
}
