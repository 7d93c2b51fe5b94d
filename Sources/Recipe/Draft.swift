import Graph
import Media
import Worker

/// A clip while its recipe runs: a node whose end may still be open and whose functions of time are not yet sampled.
struct Draft {
  var kind: NodeKind
  var parameters: [String: Setting] = [:]
  /// Parameters that are functions of time, still in the worker.
  var functions: [String: MovingFunction] = [:]
  var inputs: [Int] = []
  /// Nil where the clip has no end of its own.
  var duration: Time?
  var picture: Picture
  var hasSound: Bool
  var place: Place
  /// Whether it is the beginning of an open clip that goes on: what it reads ends where a transition's second clip does.
  var isHead = false
  /// How deep a walk from here to the sources goes.
  var depth = 0

  /// A clip of nothing: what becomes of a part that a remix leaves out. Joins drop it, and what is done to it gives it
  /// again.
  static func empty(at place: Place) -> Draft {
    Draft(kind: .sequence, duration: .zero, picture: .none, hasSound: false, place: place)
  }

  var isEmpty: Bool { kind == .sequence && inputs.isEmpty }

  enum Picture: Equatable {
    case none
    case pixels(Size)
    /// As large as the canvas, whatever that will be.
    case canvas
  }
}

/// A function of time that stands for a parameter.
struct MovingFunction {
  /// Of the recipe that it came from.
  var evaluation: Evaluation
  var reference: FunctionReference
  /// Which of the function's results it is.
  var component: Int
  var range: ClosedRange<Double>
}
