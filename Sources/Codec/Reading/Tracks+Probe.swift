import Media

extension PictureTrack {
  init(_ probe: PictureProbe, zero: Time, container: String) {
    self.init(
      index: probe.index, codec: probe.codecID, decoder: probe.decoder,
      clock: PictureClock(
        timeBase: probe.timeBase, origin: probe.origin, rate: probe.grid ?? probe.rate, start: probe.start - zero),
      delay: probe.delay, restarts: ContainerFormat.restarts.contains(container),
      sharesStamps: ContainerFormat.sharesStamps.contains(container))
  }
}

extension SoundTrack {
  init(_ probe: SoundProbe, zero: Time, container: String) {
    let rate = Int64(probe.sampleRate)
    let end = (probe.firstEnd - zero).flicks.scaled(
      by: rate, over: Time.flicksPerSecond, rounding: .toNearestOrAwayFromZero)
    self.init(
      index: probe.index, sampleRate: probe.sampleRate, gridOrigin: end, frameSize: probe.frameSize, zero: zero,
      start: probe.start - zero, restarts: ContainerFormat.restarts.contains(container))
  }
}

extension VideoInfo {
  /// All but the length.
  init(_ probe: PictureProbe, zero: Time) {
    self.init(
      codec: probe.codec, codedSize: probe.size,
      displaySize: probe.orientation.upright(probe.aspect.squared(probe.size)), orientation: probe.orientation,
      pixelAspect: probe.aspect, frameRate: probe.rate, isVariableRate: probe.isVariableRate, format: probe.format,
      color: probe.color, hasAlpha: probe.hasAlpha, start: probe.start - zero, duration: .zero, isStill: false)
  }

  func lasting(_ duration: Time, isStill: Bool) -> VideoInfo {
    VideoInfo(
      codec: codec, codedSize: codedSize, displaySize: displaySize, orientation: orientation, pixelAspect: pixelAspect,
      frameRate: frameRate, isVariableRate: isVariableRate && !isStill, format: format, color: color, hasAlpha: hasAlpha,
      start: start, duration: duration, isStill: isStill)
  }
}

extension AudioInfo {
  /// All but the length.
  init(_ probe: SoundProbe, zero: Time) {
    self.init(
      codec: probe.codec, sampleRate: probe.sampleRate, channelCount: probe.channelCount, start: probe.start - zero,
      duration: .zero)
  }

  func lasting(_ duration: Time) -> AudioInfo {
    AudioInfo(codec: codec, sampleRate: sampleRate, channelCount: channelCount, start: start, duration: duration)
  }
}
