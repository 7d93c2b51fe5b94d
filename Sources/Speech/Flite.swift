internal import CFlite
import Glibc

/// flite with its voices. One thread at a time.
struct Flite {
  private var voices: [Voice: UnsafeMutablePointer<cst_voice>] = [:]

  init() { flite_init() }

  /// Speaks words in one go.
  ///
  /// - Throws: `.failed` if flite gives no sound.
  mutating func speak(
    _ tokens: ArraySlice<Script.Token>, _ voice: Voice, rate: Double, pitch: Double
  ) throws(SpeechError) -> SpokenSentence {
    let voice = try registered(voice)
    let noise = FixedNoise()
    defer { noise.end() }
    return try SpokenSentence(tokens, voice, rate: rate, pitch: pitch)
  }

  /// Loads all voices that are installed, so that nothing has to be read from files later.
  mutating func loadVoices() {
    for voice in Voice.allCases { _ = try? registered(voice) }
  }

  private mutating func registered(_ voice: Voice) throws(SpeechError) -> UnsafeMutablePointer<cst_voice> {
    if let known = voices[voice] { return known }
    guard let new = voice.load() else {
      throw .failed(reason: "the voice \(voice.rawValue) is not on this machine; install libflite1")
    }
    voices[voice] = new
    return new
  }
}

extension Voice {
  /// A voice's library takes milliseconds to load, so that a program links none, and has those that it uses.
  fileprivate func load() -> UnsafeMutablePointer<cst_voice>? {
    guard let library = dlopen("libflite_cmu_us_\(rawValue).so.1", RTLD_NOW),
      let register = dlsym(library, "register_cmu_us_\(rawValue)")
    else { return nil }
    return flite_voice_of(register)
  }
}
