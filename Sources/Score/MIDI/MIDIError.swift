/// Why some bytes are no Standard MIDI File that can be played.
package struct MIDIError: Error, Hashable, Sendable {
  package enum Code: String, Hashable, Sendable {
    /// Not a MIDI file, or one that breaks its format's rules.
    case syntax
    /// It ends too early.
    case truncated
    /// A kind of file that is not played.
    case unsupported
    /// More than is read: bytes, notes, or time.
    case tooLarge
  }

  package let code: Code
  /// The byte of the file that it is about.
  package let offset: Int
  package let came: String
  package let wanted: String?
  package let remedy: String?

  init(_ code: Code, at offset: Int, _ came: String, wanted: String? = nil, remedy: String? = nil) {
    (self.code, self.offset, self.came, self.wanted, self.remedy) = (code, offset, came, wanted, remedy)
  }
}
