package import Worker

/// A mistake in a recipe, in words that help: where, what was being done, what came, what was wanted, what to do.
package struct RecipeError: Error, Hashable, Sendable {
  /// What sort of mistake it is, for programs.
  package enum Code: String, Sendable {
    case syntax, runtime, unknownName, missing, wrongType, outOfRange, asset, canvas, param, part, noEnd, result, limit
    /// A post that there is not, or that does not fit.
    case post
    /// Something that its owner does not allow.
    case refused
    /// A value that the caller set for a param, and that does not fit.
    case setting
  }

  package let code: Code
  package var place: Place?
  /// The word of the language that refused, such as `crop`.
  package var operation: String?
  /// What came, as a clause: `width 2000 px is more than the clip's 1920 px`.
  package let came: String
  package var wanted: String?
  /// What to write instead, as a clause: `use at most 1920`.
  package var remedy: String?
  /// The recipe's own calls that led here, innermost first.
  package var traceback: [Place] = []

  package init(
    _ code: Code, _ came: String, wanted: String? = nil, remedy: String? = nil, operation: String? = nil,
    place: Place? = nil
  ) {
    (self.code, self.came, self.wanted, self.remedy) = (code, came, wanted, remedy)
    (self.operation, self.place) = (operation, place)
  }

  /// With a place, and the word that refused, unless it has a place already.
  func located(at place: Place, in operation: String? = nil) -> RecipeError {
    guard self.place == nil else { return self }
    var error = self
    (error.place, error.operation) = (place, self.operation ?? operation)
    return error
  }

  /// One line without the place: `crop: width 2000 px is more than the clip's 1920 px; use at most 1920`.
  package var message: String {
    var text = operation.map { "\($0): " } ?? ""
    text += came
    if let wanted { text += "; wanted \(wanted)" }
    if let remedy { text += "; \(remedy)" }
    return text
  }
}

extension RecipeError: HostError {
  /// No recipe may go on once it has taken all that it is given.
  package var isFinal: Bool { code == .limit }
}

extension RecipeError: CustomStringConvertible {
  package var description: String {
    place.map { "\($0): \(message)" } ?? message
  }
}
