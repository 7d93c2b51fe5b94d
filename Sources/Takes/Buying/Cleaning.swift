// What servers say is cleaned once, where it comes in: no secrets, no control characters, bounded.

extension Fault {
  func cleaned(by redaction: Redaction) -> Fault {
    switch self {
    case .busy, .unknown: self
    case .unreachable(let reason): .unreachable(redaction.clean(reason))
    case .lost(let reason): .lost(redaction.clean(reason))
    case .refused(let reason): .refused(redaction.clean(reason))
    case .rejected(let reason): .rejected(redaction.clean(reason))
    case .spoilt(let reason): .spoilt(redaction.clean(reason))
    }
  }
}

extension Report {
  func cleaned(by redaction: Redaction) -> Report {
    switch standing {
    case .failed(let reason): Report(.failed(redaction.clean(reason)), again: again)
    case .refused(let reason): Report(.refused(redaction.clean(reason)), again: again)
    case .done(let receipt): Report(.done(receipt.cleaned(by: redaction)), again: again)
    case .queued, .running, .expired, .cancelled: self
    }
  }
}

extension Receipt {
  func cleaned(by redaction: Redaction) -> Receipt {
    let told = provenance.sorted { $0.key < $1.key }.prefix(50).map { name, value in
      (redaction.clean(name, atMost: 100), redaction.clean(value, atMost: 1000))
    }
    return Receipt(
      cost: cost, model: model.map { redaction.clean($0) }, version: version.map { redaction.clean($0) },
      work: work.map { min(max($0, .zero), .seconds(1_000_000_000)) },
      provenance: Dictionary(told) { first, _ in first })
  }
}
