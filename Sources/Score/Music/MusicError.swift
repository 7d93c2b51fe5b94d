/// Why music cannot be made as it was asked for.
package struct MusicError: Error, Hashable, Sendable {
  package enum Code: String, Hashable, Sendable { case key, mood }

  package let code: Code
  package let came: String
  package let wanted: String?
  package let remedy: String?

  init(_ code: Code, _ came: String, wanted: String? = nil, remedy: String? = nil) {
    (self.code, self.came, self.wanted, self.remedy) = (code, came, wanted, remedy)
  }
}
