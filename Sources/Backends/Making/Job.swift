internal import Takes

/// What a back end says of something it was asked for.
package struct Job: Hashable, Sendable {
  package enum State: Hashable, Sendable {
    /// With how many are before it, if that is known.
    case queued(place: Int?)
    /// From 0 to 1, if that is known.
    case running(progress: Double?)
    /// Until when it can be had, in seconds since 1970, if that is known.
    case done(until: Int64?)
    case failed(reason: String)
    /// The back end will not make it.
    case refused(reason: String)
    /// It is there no longer, or never was.
    case expired
    case cancelled
  }

  /// The back end's name for it: what `JobID` takes.
  package let id: String
  package let state: State
  /// After how long the server wants to be asked again, if it says.
  package let askAgain: Duration?
  /// Who makes it, if the back end says.
  package let model: String?
  /// The words it was asked for with, if the back end repeats them.
  package let prompt: String?
  /// When it was asked for, in seconds since 1970, if the back end says.
  package let created: Int64?

  init(
    _ id: String, _ state: State, askAgain: Duration? = nil, model: String? = nil, prompt: String? = nil,
    created: Int64? = nil
  ) {
    (self.id, self.state, self.askAgain) = (id, state, askAgain)
    (self.model, self.prompt, self.created) = (model, prompt, created)
  }

  /// A name that can be kept, asked for and shown; nil for any other.
  static func id(_ text: String?) -> String? { text.flatMap { JobID($0) }?.text }
}
