internal import Graph

extension Entry {
  /// Reads a line.
  ///
  /// - Throws: `.malformed` with what is wrong with it.
  init(line: some RandomAccessCollection<UInt8>) throws(TakeError) {
    var members = try Members(Entry.json(in: line), of: "entry")
    ticket = try members.ticket("ticket")
    when = try members.moment("when")
    let word: Step.Word = try members.word("step")
    step = try Step(word, &members, of: ticket, at: when)
    try members.end()
  }

  private static func json(in line: some RandomAccessCollection<UInt8>) throws(TakeError) -> CanonicalJSON {
    let around = Form.middle.count + Form.sumLength + Form.tail.count
    let entry = line.dropFirst(Form.head.count).dropLast(around)
    let end = Form.middle + Form.sum(of: entry) + Form.tail
    guard line.starts(with: Form.head), line.count >= Form.head.count + around, line.suffix(around).elementsEqual(end)
    else { throw TakeError(.malformed, "line", "its sum does not match it") }
    do throws(CanonicalJSON.Mistake) {
      return try CanonicalJSON(parsing: Array(entry), atMost: Form.most)
    } catch {
      throw TakeError(.malformed, "line", error.problem)
    }
  }
}

extension Entry.Step {
  fileprivate init(
    _ word: Word, _ members: inout Members, of ticket: Ticket.ID, at when: Moment
  ) throws(TakeError) {
    switch word {
    case .opened:
      self = try .opened(
        Request(members.json("request")), quote: members.money("quote"), Purpose(members.json("purpose")))
    case .sending: self = .sending
    case .turnedAway: self = .turnedAway
    case .accepted: self = .accepted(try members.job("job"))
    case .took: self = .took(try Take(&members, ticket, when))
    case .closed: self = try .closed(Ending(&members), cost: members.money("cost"))
    }
  }
}

extension Purpose {
  fileprivate init(_ json: CanonicalJSON) throws(TakeError) {
    var members = try Members(json, of: "purpose")
    post = try members.textIfAny("post")
    author = try members.textIfAny("author")
    run = try members.textIfAny("run")
    try members.end()
  }
}

extension Take {
  fileprivate init(_ members: inout Members, _ ticket: Ticket.ID, _ when: Moment) throws(TakeError) {
    request = try Request(members.json("request"))
    number = try members.whole("number", 1...Int(Int32.max))
    object = try members.digest("object")
    byteCount = try members.whole("bytes", 0...1 << 52)
    type = try members.textIfAny("type")
    cost = try members.money("cost")
    purpose = try Purpose(members.json("purpose"))
    receipt = try Receipt(members.json("receipt"))
    (self.ticket, self.when) = (ticket, when)
  }
}

extension Receipt {
  fileprivate init(_ json: CanonicalJSON) throws(TakeError) {
    var members = try Members(json, of: "receipt")
    cost = try members.has("cost") ? members.money("cost") : nil
    model = try members.textIfAny("model")
    version = try members.textIfAny("version")
    work = try members.has("milliseconds") ? .milliseconds(members.whole("milliseconds", 0...1 << 50)) : nil
    provenance = try members.texts("provenance")
    try members.end()
  }
}

extension Ending {
  fileprivate init(_ members: inout Members) throws(TakeError) {
    let word: Word = try members.word("ending")
    switch word {
    case .took: self = .took(try members.whole("number", 1...Int(Int32.max)))
    case .failed: self = .failed(try members.text("reason"))
    case .refused: self = .refused(try members.text("reason"))
    case .abandoned: self = .abandoned(try members.text("reason"))
    case .expired: self = .expired
    case .cancelled: self = .cancelled
    }
  }
}
