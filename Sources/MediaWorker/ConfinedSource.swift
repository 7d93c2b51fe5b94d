package import Codec
package import Confinement

/// Where workers for a file come from, and what they are given.
package struct ConfinedSource: Sendable {
  let nursery: Nursery
  let input: InputFile
  let required: Protection

  /// - Parameter required: Without all of these nothing of the file is read.
  package init(_ input: InputFile, nursery: Nursery, required: Protection = []) {
    (self.input, self.nursery, self.required) = (input, nursery, required)
  }

  /// A worker of its own that stands at the beginning of the file.
  func worker(_ memory: SharedFrames? = nil) throws -> MediaProcess {
    try MediaProcess(self, memory: memory ?? SharedFrames(limit: 0))
  }
}
