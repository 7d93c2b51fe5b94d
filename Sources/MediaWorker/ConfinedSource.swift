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
  func worker(_ memory: SharedFrames? = nil) throws -> Conversation<Reply> {
    let memory = try memory ?? SharedFrames(limit: 0)
    let opening = Opening.media(path: input.path, size: input.size, limits: input.limits)
    let terms = Conversation<Reply>.Terms(required: required, wallClock: input.limits.wallClock) { [input] in
      CodecError($0, input)
    }
    return try Conversation(nursery, giving: [memory.descriptor, input.descriptor], opening, on: terms)
  }
}

extension CodecError {
  /// What is said of a file over which a worker came to grief.
  fileprivate init(_ grief: Conversation<Reply>.Grief, _ input: InputFile) {
    let remedy = "convert it with another program first"
    switch grief {
    case .tooSlow:
      let seconds = input.limits.wallClock / .seconds(1)
      self.init(
        .tooLarge, input.path, "takes longer to read than \(seconds) s",
        remedy: "convert it to a file with an index, such as an mp4")
    case .nonsense(let what):
      self.init(.damaged, input.path, "the process that read it sent what it should not: \(what)", remedy: remedy)
    case .ended(let how):
      self.init(.damaged, input.path, "the process that read it ended unexpectedly: \(how)", remedy: remedy)
    }
  }
}
