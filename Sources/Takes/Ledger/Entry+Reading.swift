internal import Graph
internal import Journal

extension Entry {
  /// Reads a line.
  ///
  /// - Parameter known: A request that was read before, by its digest: most are written twice.
  /// - Throws: `.malformed` with what is wrong with it.
  init(line: some Sequence<UInt8>, known: (Digest) -> Request? = { _ in nil }) throws(TakeError) {
    let line = Array(line)
    var cursor = LineCursor(line, try Entry.place(in: line))
    try cursor.mark("{")
    let (step, tail) = try Step.read(&cursor, known)
    try cursor.mark("}")
    guard step.word == tail.word else { throw cursor.mistake("is a step with the fields of another") }
    self.init(ticket: tail.ticket, when: tail.when, step: step)
  }

  /// Where the entry stands in a line whose sum is right.
  private static func place(in line: [UInt8]) throws(TakeError) -> Range<Int> {
    let end = line.count - Form.middle.count - Form.sumLength - Form.tail.count
    guard end >= Form.head.count, line.starts(with: Form.head), line[end...].starts(with: Form.middle),
      line.suffix(Form.tail.count).elementsEqual(Form.tail),
      let sum = UInt64(hexadecimal: line[(end + Form.middle.count)...].prefix(Form.sumLength)),
      sum == Digest(of: line[Form.head.count..<end]).beginning
    else { throw TakeError(.malformed, "line", "its sum does not match it") }
    return Form.head.count..<end
  }

  /// The last fields of every entry.
  fileprivate struct Tail {
    let word: Step.Word
    let ticket: Ticket.ID
    /// Of a take alone.
    let type: String?
    let when: Moment

    init(_ cursor: inout LineCursor) throws(TakeError) {
      try cursor.need("step")
      word = try cursor.word()
      try cursor.need("ticket")
      ticket = try cursor.reading { Ticket.ID($0) }
      type = try cursor.textIfAny("type")
      try cursor.need("when")
      when = try cursor.reading { Moment($0) }
    }
  }
}

extension Entry.Step {
  /// The first field tells which step it is.
  fileprivate static func read(
    _ cursor: inout LineCursor, _ known: (Digest) -> Request?
  ) throws(TakeError) -> (Entry.Step, Entry.Tail) {
    if cursor.has("purpose") {
      let purpose = try Purpose(&cursor)
      let (quote, request) = (try cursor.money("quote"), try Request(&cursor, known))
      return (.opened(request, quote: quote, purpose), try Entry.Tail(&cursor))
    }
    if cursor.has("job") { return (.accepted(try cursor.reading { JobID($0) }), try Entry.Tail(&cursor)) }
    if cursor.has("bytes") {
      let (take, tail) = try Take.read(&cursor, known)
      return (.took(take), tail)
    }
    if cursor.has("cost") {
      let cost: Money = try cursor.reading { Money($0) }
      return (.closed(try Ending(&cursor), cost: cost), try Entry.Tail(&cursor))
    }
    let tail = try Entry.Tail(&cursor)
    return (tail.word == .sending ? .sending : .turnedAway, tail)
  }
}

extension Take {
  fileprivate static func read(
    _ cursor: inout LineCursor, _ known: (Digest) -> Request?
  ) throws(TakeError) -> (Take, Entry.Tail) {
    let byteCount = try cursor.whole(0...1 << 52)
    let cost = try cursor.money("cost")
    try cursor.need("number")
    let number = try cursor.whole(1...Int(Int32.max))
    try cursor.need("object")
    let object = try cursor.digest()
    try cursor.need("purpose")
    let purpose = try Purpose(&cursor)
    let (receipt, request) = (try Receipt(&cursor), try Request(&cursor, known))
    let tail = try Entry.Tail(&cursor)
    let take = Take(
      request: request, number: number, object: object, byteCount: byteCount, type: tail.type, ticket: tail.ticket,
      cost: cost, receipt: receipt, purpose: purpose, when: tail.when)
    return (take, tail)
  }
}

extension Purpose {
  fileprivate init(_ cursor: inout LineCursor) throws(TakeError) {
    try cursor.mark("{")
    author = try cursor.textIfAny("author")
    post = try cursor.textIfAny("post")
    run = try cursor.textIfAny("run")
    try cursor.mark("}")
  }
}

extension Receipt {
  fileprivate init(_ cursor: inout LineCursor) throws(TakeError) {
    try cursor.need("receipt")
    try cursor.mark("{")
    cost = cursor.has("cost") ? try cursor.reading { Money($0) } : nil
    work = cursor.has("milliseconds") ? .milliseconds(try cursor.whole(0...1 << 50)) : nil
    model = try cursor.textIfAny("model")
    try cursor.need("provenance")
    provenance = try cursor.members { cursor throws(TakeError) in try cursor.text() }
    version = try cursor.textIfAny("version")
    try cursor.mark("}")
  }
}

extension Ending {
  fileprivate init(_ cursor: inout LineCursor) throws(TakeError) {
    try cursor.need("ending")
    let word: Word = try cursor.word()
    switch word {
    case .took:
      try cursor.need("number")
      self = .took(try cursor.whole(1...Int(Int32.max)))
    case .failed: self = .failed(try cursor.reason())
    case .refused: self = .refused(try cursor.reason())
    case .abandoned: self = .abandoned(try cursor.reason())
    case .expired: self = .expired
    case .cancelled: self = .cancelled
    }
  }
}

extension LineCursor {
  fileprivate mutating func textIfAny(_ name: StaticString) throws(TakeError) -> String? {
    has(name) ? try text() : nil
  }

  fileprivate mutating func reason() throws(TakeError) -> String {
    try need("reason")
    return try text()
  }

  fileprivate mutating func money(_ name: StaticString) throws(TakeError) -> Money {
    try need(name)
    return try reading { Money($0) }
  }
}
