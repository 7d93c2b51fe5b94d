import Media

extension MediaInfo {
  /// Whether a file can be like that: for what comes from a process that may have been taken over.
  package var isPlausible: Bool {
    let texts = warnings + [container, video?.codec ?? "", audio?.codec ?? ""]
    return warnings.count <= 100 && texts.allSatisfy { $0.utf8.count <= 4096 } && Self.isLength(duration ?? .zero)
      && video?.isPlausible != false && audio?.isPlausible != false
  }

  fileprivate static func isLength(_ time: Time) -> Bool { (Time.zero...Time.limit).contains(time) }
  fileprivate static func isInstant(_ time: Time) -> Bool { (-Time.limit...Time.limit).contains(time) }
}

extension VideoInfo {
  fileprivate var isPlausible: Bool {
    let sides = [codedSize.width, codedSize.height, displaySize.width, displaySize.height]
    let bits = if case .yuv(_, let bits, _) = format { bits } else { 8 }
    return sides.allSatisfy { (1...1 << 20).contains($0) } && (8...16).contains(bits)
      && MediaInfo.isInstant(start) && MediaInfo.isLength(duration)
  }
}

extension AudioInfo {
  fileprivate var isPlausible: Bool {
    (1...768_000).contains(sampleRate) && (1...64).contains(channelCount) && MediaInfo.isInstant(start)
      && MediaInfo.isLength(duration)
  }
}
