import Worker

/// What a remix does to a part.
enum PartChange {
  /// By a function from clip to clip, in the remix's own worker.
  case edited(FunctionReference)
  case leftOut

  /// Where the function begins; nil for a part that is left out.
  var line: Int? {
    switch self {
    case .edited(let function): function.line
    case .leftOut: nil
    }
  }
}
