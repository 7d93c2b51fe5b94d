internal import CFlite

/// What flite made of some words.
struct SpokenSentence: ~Copyable {
  private let utterance: UnsafeMutablePointer<cst_utterance>
  private let wave: UnsafeMutablePointer<cst_wave>
  /// Freed after the utterance.
  private let accents: RaisedAccents?

  /// - Throws: `.failed` if there is no sound.
  init(
    _ tokens: ArraySlice<Script.Token>, _ voice: UnsafeMutablePointer<cst_voice>, rate: Double, pitch: Double
  ) throws(SpeechError) {
    guard let utterance = new_utterance() else { throw .failed(reason: "flite has no memory") }
    Self.put(tokens, into: utterance)
    let stretch = get_param_float(voice.pointee.features, "duration_stretch", 1)
    feat_set_float(utterance.pointee.features, lasting("duration_stretch"), stretch / Float(rate))
    let accents = voice.setPitch(pitch, of: utterance)
    // It frees the utterance if it fails.
    guard flite_do_synth(utterance, voice, utt_synth_tokens) != nil else { throw .failed(reason: "flite gave up") }
    guard let wave = val_wave(feat_val(utterance.pointee.features, "wave")), wave.pointee.num_channels == 1,
      wave.pointee.num_samples >= 0, wave.pointee.sample_rate > 0
    else {
      delete_utterance(utterance)
      throw .failed(reason: "flite gave no sound")
    }
    (self.utterance, self.wave) = (utterance, wave)
    self.accents = accents
  }

  deinit { delete_utterance(utterance) }

  private static func put(_ tokens: ArraySlice<Script.Token>, into utterance: UnsafeMutablePointer<cst_utterance>) {
    let relation = utt_relation_create(utterance, lasting("Token"))
    for token in tokens {
      let item = relation_append(relation, nil)
      item_set_string(item, lasting("name"), String(token.name))
      item_set_string(item, lasting("whitespace"), " ")
      item_set_string(item, lasting("prepunctuation"), String(token.before))
      item_set_string(item, lasting("punc"), String(token.after))
      item_set_int(item, lasting("word"), Int32(token.word))
    }
  }

  var sampleRate: Int { Int(wave.pointee.sample_rate) }

  // Safe because the wave holds that many samples, and lives as long as the utterance.
  var samples: UnsafeBufferPointer<Int16> {
    UnsafeBufferPointer(start: wave.pointee.samples, count: Int(wave.pointee.num_samples))
  }

  /// A phoneme, the place of its word, and the second at which it ends.
  struct Phoneme {
    let name: String
    let word: Int?
    let end: Double
  }

  /// In order.
  func phonemes() -> [Phoneme] {
    var phonemes: [Phoneme] = []
    var next = utt_relation(utterance, "Segment").flatMap { relation_head($0) }
    while let item = next {
      // Above a segment: its syllable, and the syllable's word, which flite made of a token.
      let word = item_parent(item_parent(item_as(item, "SylStructure")))
      let token = item_parent(item_as(word, "Token"))
      phonemes.append(
        Phoneme(
          name: String(cString: item_feat_string(item, "name")),
          word: token.map { Int(item_feat_int($0, "word")) }, end: Double(item_feat_float(item, "end"))))
      next = item_next(item)
    }
    return phonemes
  }
}

extension UnsafeMutablePointer<cst_voice> {
  /// Raises what the voice aims at, and how far it moves around that, so that intervals stay as they are.
  ///
  /// - Returns: What the utterance needs for as long as it lives.
  fileprivate func setPitch(_ pitch: Double, of utterance: UnsafeMutablePointer<cst_utterance>) -> RaisedAccents? {
    guard pitch != 1 else { return nil }
    // Voices by statistics keep these in their data, those from recordings among their features.
    let data = feat_present(pointee.features, "cg_db") != 0 ? val_cg_db(feat_val(pointee.features, "cg_db")) : nil
    let mean = get_param_float(pointee.features, "int_f0_target_mean", data?.pointee.f0_mean ?? 100)
    let spread = get_param_float(pointee.features, "int_f0_target_stddev", data?.pointee.f0_stddev ?? 12)
    feat_set_float(utterance.pointee.features, lasting("int_f0_target_mean"), mean * Float(pitch))
    feat_set_float(utterance.pointee.features, lasting("int_f0_target_stddev"), spread * Float(pitch))
    guard let data, let accents = RaisedAccents(of: data, by: pitch) else { return nil }
    feat_set(utterance.pointee.features, lasting("cg_db"), cg_db_val(accents.data))
    return accents
  }
}

/// A name that can be set: flite keeps where it lies, and not what it says.
private func lasting(_ name: StaticString) -> UnsafePointer<CChar> {
  // Safe because a static string lies in the program itself, and ends with a zero.
  UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
}
