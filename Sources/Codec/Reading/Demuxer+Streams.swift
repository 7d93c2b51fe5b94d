import CFFmpeg

extension Demuxer {
  /// The stream of pictures to read, if there is one. Covers, thumbnails and chapter pictures do not count.
  var pictureStream: Int? {
    let unfit = AV_DISPOSITION_ATTACHED_PIC | AV_DISPOSITION_TIMED_THUMBNAILS
    return best(AVMEDIA_TYPE_VIDEO) { stream in stream.disposition & unfit == 0 }
  }

  var soundStream: Int? {
    best(AVMEDIA_TYPE_AUDIO) { _ in true }
  }

  /// FFmpeg's choice if it fits, otherwise the first that does.
  private func best(_ type: AVMediaType, _ isFit: (AVStream) -> Bool) -> Int? {
    let fits = (0..<streamCount).filter { index in
      guard let stream = stream(index)?.pointee, let parameters = stream.codecpar else { return false }
      return parameters.pointee.codec_type == type && isFit(stream)
    }
    let chosen = Int(av_find_best_stream(context, type, -1, -1, nil, 0))
    return fits.contains(chosen) ? chosen : fits.first
  }
}
