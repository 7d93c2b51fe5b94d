/// What a server answered.
package struct HTTPResponse: Sendable {
  /// As the server wrote it; 0 if that was no number.
  package var status: Int
  /// In the order in which they came.
  package var fields: [(name: String, value: String)]
  /// Empty if the body went to a file.
  package var body: [UInt8]
  /// Of the body, wherever it went.
  package var byteCount: Int

  package var isSuccess: Bool { (200...299).contains(status) }

  /// The first value of a header, whatever the case of its name.
  package subscript(name: String) -> String? { fields.first { $0.name == name.lowercased() }?.value }

  /// The type of the body without its parameters, in small letters: `audio/wav`.
  package var type: String? {
    self["content-type"]?.prefix { $0 != ";" }.split(separator: " ").joined().lowercased()
  }
}
