import Graph
import Media
import Worker

extension Session: Host {
  func respond(to call: Call, in evaluation: Evaluation) throws -> [Datum] {
    if Tracer.answers(call) { return [try trace(call)] }
    var word: Word?
    do {
      try chain.tally.beginCall()
      defer { chain.tally.endCall() }
      guard !Session.isJoin(call) else { return [.clip(try sequence(try operands(of: call), at: call.place))] }
      if call.operation.hasPrefix("progress:") { return [try compute(call)] }
      let (found, receiver, given) = try addressed(call)
      word = found
      try checkIsInTime(found)
      // A scene has names of its own, further down.
      if found.name == "world" { return [.clip(try world(given, at: call.place))] }
      var reader = ArgumentReader(found, in: evaluation, clip: clip, progress: progress) {
        self.whole(of: $0, found, receiver)
      }
      let arguments = try reader.read(given)
      if let kind = Param.Kind(word: found.name) { return [try declareParam(kind, arguments, at: call.place)] }
      return try answer(found, receiver: receiver, arguments, at: call.place, in: evaluation)
    } catch let error as RecipeError {
      throw error.located(at: call.place, in: word?.name ?? "..")
    }
  }

  /// Calls a function of a recipe; what goes wrong in it is the recipe's mistake.
  func invoke(_ function: FunctionReference, _ arguments: [Datum], in evaluation: Evaluation, of recipe: String) throws
    -> [Datum]
  {
    do {
      return try evaluation.invoke(function, arguments)
    } catch {
      throw chain.mistake(error, in: recipe)
    }
  }

  /// What a percentage of a length is of: across and down the clip where it is cropped, else the canvas; of what is
  /// neither, the canvas's shorter side.
  private func whole(of parameter: Parameter, _ word: Word, _ receiver: Int) -> Double? {
    guard let size = word.node == .crop ? size(of: receiver) : fixedCanvas().size else { return nil }
    return switch parameter.name {
    case "x", "width": Double(size.width)
    case "y", "height": Double(size.height)
    default: Double(min(size.width, size.height))
    }
  }

  /// Refuses what counts only until the recipe returns, in a function of time that runs later.
  private func checkIsInTime(_ word: Word) throws(RecipeError) {
    guard hasReturned, word.isDeclaration else { return }
    throw RecipeError(.runtime, "it comes too late", remedy: "say it outside of functions of time")
  }

  /// `a .. b`
  private static func isJoin(_ call: Call) -> Bool {
    call.operation == Vocabulary.Operator.concat.operation(on: "clip")
  }

  private func operands(of call: Call) throws(RecipeError) -> [Int] {
    var clips: [Int] = []
    for datum in call.arguments {
      guard let clip = clip(datum) else {
        throw RecipeError(
          .wrongType, "\(datum.words) stands beside ..", wanted: "a clip", remedy: datum.remedyForClip)
      }
      clips.append(clip)
    }
    return clips
  }

  /// The word that a call names, the clip that it is said of, and the rest of its arguments.
  private func addressed(_ call: Call) throws(RecipeError) -> (word: Word, receiver: Int, given: [Datum]) {
    if let word = Language.word(call.operation, .function) { return (word, -1, call.arguments) }
    let isMethod = call.operation.hasPrefix("clip:")
    let name = String(call.operation.dropFirst("clip:".count))
    guard let word = Language.word(name, isMethod ? .method : .property) else {
      throw RecipeError(.unknownName, "there is no word \"\(call.operation)\"")
    }
    guard let clip = call.arguments.first.flatMap(clip) else {
      throw RecipeError(
        .wrongType, "\(call.arguments.first?.words ?? "nothing") stands before it", wanted: "a clip",
        remedy: "write clip:\(name)(…) with a colon", operation: name)
    }
    return (word, clip, Array(call.arguments.dropFirst()))
  }

  func unknown(_ name: String, on kind: String?, at place: Place) -> String {
    let message = message(forUnknown: name, on: kind)
    chain.unknownNames.insert(message)
    return message
  }

  private func message(forUnknown name: String, on kind: String?) -> String {
    let owner = kind.map { $0 == "clip" ? "a clip" : $0 }
    let came = owner.map { "\($0) has no \"\(name)\"" } ?? "there is no \"\(name)\""
    if kind == nil, Language.word(name, .method) != nil { return "\(came); write clip:\(name)(…)" }
    if kind == nil, ShaderWord.named[name] != nil { return "\(came) outside of shade(function(p, t) … end)" }
    let inside = kind == nil && tracer != nil ? ShaderWord.all.map(\.name) : []
    let remedy =
      Suggestion.remedy(for: name, among: inside) ?? Suggestion.remedy(for: name, among: Session.names(on: kind))
    return remedy.map { "\(came); \($0)" } ?? came
  }

  /// What could have been meant: the words of a clip, of a namespace, or the globals.
  private static func names(on kind: String?) -> [String] {
    switch kind {
    case "clip": Language.words.filter { $0.form != .function }.map(\.name)
    case let space?:
      Language.words.map(\.name).filter { $0.hasPrefix(space + ".") }.map { String($0.dropFirst(space.count + 1)) }
        + (StandardNames.members[space] ?? [])
    case nil:
      Language.words.filter { $0.form == .function }.map { String($0.name.prefix { $0 != "." }) }
        + StandardNames.globals
    }
  }
}

extension Word {
  fileprivate var isDeclaration: Bool { ["canvas", "part", "remix"].contains(name) || name.hasPrefix("param.") }
}

extension Param.Kind {
  fileprivate init?(word: String) {
    guard word.hasPrefix("param.") else { return nil }
    self.init(rawValue: String(word.dropFirst("param.".count)))
  }
}
