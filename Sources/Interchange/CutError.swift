/// Why a cut cannot be told, or told from a file.
package struct CutError: Error, Hashable, Sendable {
  package enum Code: String, Hashable, Sendable {
    /// No JSON, or no OpenTimelineIO.
    case syntax
    /// A kind of object, or a version of it, that is not known.
    case schema
    case missing
    case wrongType
    case outOfRange
    case tooLarge
  }

  package let code: Code
  /// Where in the file, as a path: `tracks.children[0].source_range`; empty for all of it.
  package let place: String
  package let came: String
  package let wanted: String?
  package let remedy: String?

  package init(_ code: Code, at place: String = "", _ came: String, wanted: String? = nil, remedy: String? = nil) {
    (self.code, self.place, self.came, self.wanted, self.remedy) = (code, place, came, wanted, remedy)
  }
}
