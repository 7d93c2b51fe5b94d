internal import Takes

extension Job {
  /// What a server calls it.
  var name: JobID {
    get throws(Fault) {
      guard let name = JobID(id) else { throw .spoilt("the server calls it something that cannot be kept") }
      return name
    }
  }
}

extension Report {
  /// What servers say besides of a job that is done goes into the receipt: who made it, and the words as they were used.
  init(_ job: Job) {
    self.init(Standing(job), again: job.askAgain)
  }
}

extension Report.Standing {
  fileprivate init(_ job: Job) {
    switch job.state {
    case .queued(let place): self = .queued(place: place)
    case .running(let progress): self = .running(progress: progress)
    case .done: self = .done(Receipt(model: job.model, provenance: job.prompt.map { ["prompt": $0] } ?? [:]))
    case .failed(let reason): self = .failed(reason)
    case .refused(let reason): self = .refused(reason)
    case .expired: self = .expired
    case .cancelled: self = .cancelled
    }
  }
}
