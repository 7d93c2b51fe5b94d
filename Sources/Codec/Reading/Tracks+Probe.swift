import Media

extension PictureTrack {
  init(_ probe: PictureProbe, zero: Time, container: String) {
    self.init(
      index: probe.index, codec: probe.codecID, decoder: probe.decoder,
      clock: PictureClock(
        timeBase: probe.timeBase, origin: probe.origin, rate: probe.grid ?? probe.rate, start: probe.start - zero),
      delay: probe.delay, isSteady: ContainerFormat.sharesStamps.contains(container) && !probe.isVariableRate,
      isStill: ContainerFormat.isStill(container), restarts: ContainerFormat.restarts.contains(container),
      sharesStamps: ContainerFormat.sharesStamps.contains(container))
  }
}

extension SoundTrack {
  /// Blocks of Vorbis differ in length, but all are multiples of this.
  private static let vorbisStep: Int64 = 64

  init(_ probe: SoundProbe, zero: Time, container: String) {
    let rate = Int64(probe.sampleRate)
    func samples(_ time: Time) -> Int64 {
      time.flicks.scaled(by: rate, over: Time.flicksPerSecond, rounding: .toNearestOrAwayFromZero)
    }
    let isExact = probe.tick == Time(ticks: 1, rate: rate)
    self.init(
      index: probe.index, sampleRate: probe.sampleRate, gridOrigin: samples(probe.firstEnd - zero),
      gridStep: probe.codec == "vorbis" ? Self.vorbisStep : max(1, probe.frameSize),
      roundingError: isExact ? 0 : samples(probe.tick) + 1, zero: zero, start: probe.start - zero,
      restarts: ContainerFormat.restarts.contains(container),
      countsFrames: ContainerFormat.drifts.contains(container))
  }
}

extension VideoInfo {
  /// All but the length, which is to be measured.
  init(_ probe: PictureProbe, zero: Time) {
    self.init(
      codec: probe.codec, codedSize: probe.size,
      displaySize: probe.orientation.upright(probe.aspect.squared(probe.size)), orientation: probe.orientation,
      pixelAspect: probe.aspect, frameRate: probe.rate, isVariableRate: probe.isVariableRate, format: probe.format,
      color: probe.color, hasAlpha: probe.hasAlpha, start: probe.start - zero, duration: .zero, isStill: false)
  }
}

extension AudioInfo {
  /// All but the length, which is to be measured.
  init(_ probe: SoundProbe, zero: Time) {
    self.init(
      codec: probe.codec, sampleRate: probe.sampleRate, channelCount: probe.channelCount, start: probe.start - zero,
      duration: .zero)
  }
}
