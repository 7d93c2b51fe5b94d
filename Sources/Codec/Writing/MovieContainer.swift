/// A file that holds pictures and sound side by side.
package enum MovieContainer: String, Hashable, Sendable {
  case mp4, mov, webm

  /// Whether it is made of the boxes of ISO/IEC 14496-12, which have an index that can stand first.
  var hasBoxes: Bool { self != .webm }

  /// The tag that holds a sentence which programs that copy the video keep.
  package var sentenceTag: String { self == .mov ? "comment" : "synopsis" }

  /// How many bytes, in Base64, the sentence may hold before it weighs on the index: some fifty recipes. QuickTime counts a
  /// sentence with 16 bits.
  package var longestSentence: Int { self == .mov ? 48_000 : 128 << 10 }
}
