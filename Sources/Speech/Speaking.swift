/// What turns texts into sound. Any thread may ask; calls take turns.
package protocol Speaking: AnyObject, Sendable {
  /// The names that an `Utterance` may give as its voice.
  var voices: [String] { get }
  /// A text as sound, with the times of its words.
  ///
  /// - Throws: `SpeechError` for a voice that there is not, a text that it cannot say, or numbers outside their ranges.
  func utter(_ request: Utterance) throws -> Speech
}
