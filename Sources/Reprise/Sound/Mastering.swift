import Codec
import Graph
import Loudness
import Media
import Plan
import Render
import Store
import Synchronization

/// Makes a video's sound as loud as its canvas says: the whole is listened to once, and gets one gain, and a limiter if
/// peaks would pass the ceiling.
final class Mastering: Sendable {
  private let composition: Composition
  private let plan: Plan
  private let wanted: Canvas.Loudness
  /// What decides what becomes of samples.
  let key: String
  /// What was mixed, where nothing is kept: it is listened to more than once.
  private let spool = Mutex<SpoolCache?>(nil)

  /// - Returns: Nil if the canvas asks for nothing, or there is nothing to hear.
  init?(_ composition: Composition) {
    guard let wanted = composition.graph.canvas.loudness, composition.hasSound else { return nil }
    (self.composition, self.wanted) = (composition, wanted)
    plan = Plan(composition.graph)
    let whole = Digest(of: SoundKeys(plan).text.utf8)
    key = "master 1 \(wanted.target) \(wanted.ceiling) \(whole)"
  }

  /// The whole mix: what comes before and after a part has a say in how loud its ends are.
  func mixed() throws -> MixedSound {
    let keys = SoundKeys(plan)
    return MixedSound(plan, composition.shelf, cache: try composition.cache ?? spooled()) { keys.entry(for: $0) }
  }

  private func spooled() throws -> SpoolCache {
    try spool.withLock { spool in
      let known = try spool ?? SpoolCache(before: nil, keepingSamples: true, in: LocalFile.temporaryFolder)
      spool = known
      return known
    }
  }

  /// Listens, unless it is known what comes of it.
  ///
  /// - Returns: Nil for silence, which stays as it is.
  func master(isCancelled: () -> Bool = { false }) throws -> Master? {
    let entry = CacheKey(.track, Digest(of: "settings of \(key)".utf8))
    if let known = composition.cache?.bytes(for: entry).flatMap(MasterSettings.Record.init) {
      return known.settings.map(master)
    }
    let settings = try self.settings(isCancelled)
    composition.cache?.keep(MasterSettings.Record(settings: settings).bytes, for: entry)
    return settings.map(master)
  }

  private func master(_ settings: MasterSettings) -> Master {
    Master(
      gain: settings.gain, ceiling: settings.isLimited ? wanted.ceiling : nil, in: composition.graph.canvas.sound)
  }

  /// What a limiter takes away is made up for, as far as it can be: each time the gain grows by what was missing.
  private func settings(_ isCancelled: () -> Bool) throws -> MasterSettings? {
    let heard = try loudness(nil, isCancelled)
    guard let integrated = heard.integrated, let truePeak = heard.truePeak else { return nil }
    // The meter speaks in hundredths, far above what the last bits of its arithmetic come to.
    var settings = MasterSettings(gain: Mastering.hundredths(wanted.target - integrated), isLimited: false)
    settings.isLimited = truePeak + settings.gain > wanted.ceiling
    guard settings.isLimited else { return settings }
    for _ in 0..<Mastering.mostTries {
      let missing = wanted.target - (try loudness(master(settings), isCancelled).integrated ?? wanted.target)
      guard abs(missing) > 0.05 else { break }
      settings.gain = Mastering.hundredths(settings.gain + min(missing, Mastering.mostStep))
    }
    return settings
  }

  private static let mostTries = 5
  /// In dB: what stands out far above all else is not followed to where nothing is left of it.
  private static let mostStep = 6.0

  private static func hundredths(_ number: Double) -> Double { (number * 100).rounded() / 100 }

  private func loudness(_ master: Master?, _ isCancelled: () -> Bool) throws -> Loudness {
    // A limiter has seen to the peaks.
    let meter = try LoudnessMeter(channelCount: composition.graph.canvas.sound.channelCount, wantsPeak: master == nil)
    try mixed().write(plan.samples, through: master, to: meter, isCancelled: isCancelled)
    return try meter.measured()
  }
}

extension LoudnessMeter: SoundSink {
  package func write(_ block: AudioBlock) throws { try add(block) }
}
