package import Takes

extension Fault {
  /// What an error means for what may have been bought.
  package init(_ error: BackendError) {
    switch error {
    case .refused(let reason): self = .refused(reason)
    case .expired: self = .unknown
    // Said before anything is done: RFC 9110, sections 15.5.9 and 15.6.4; RFC 8470, section 5.2; RFC 6585, section 4.
    case .status(let status, _, let pause) where [408, 425, 429, 503].contains(status): self = .busy(after: pause)
    case .unreachable, .timedOut(.connecting, _, _): self = .unreachable("\(error)")
    case .nonsense, .tooLarge: self = .spoilt("\(error)")
    default: self = error.mayHaveBeenDone ? .lost("\(error)") : .rejected("\(error)")
    }
  }
}
