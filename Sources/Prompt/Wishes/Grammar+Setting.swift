internal import World

/// Where and when it is, how it looks, and what the camera does: words that may stand anywhere.
extension Grammar {
  /// Takes the word if it says something of the whole.
  mutating func takeSetting(_ lexeme: Lexeme) -> Bool {
    // "a lamp on the stage" has a noun that is a thing too only where an adjective or an article waits for it.
    guard !lexeme.isNoun || relation != nil else { return false }
    for sense in lexeme.senses {
      switch sense {
      case .place(let word) where !lexeme.isNoun: take(word, lexeme)
      case .time(let name) where setting.time == nil && !lexeme.isNoun: setting.time = name
      case .weather(let name) where !lexeme.isNoun:
        if !setting.weathers.contains(name) { setting.weathers.append(name) }
      case .shot(let name) where !lexeme.isNoun: take(shot: name, lexeme)
      case .look(let name) where isLook(lexeme): setting.look = name
      default: continue
      }
      index += 1
      relation = nil
      note(lexeme, sense.kindOfSetting)
      return true
    }
    return false
  }

  /// "clay" and "paper" are materials before a noun.
  private func isLook(_ lexeme: Lexeme) -> Bool {
    guard !lexeme.isNoun else { return false }
    return !lexeme.isAdjective || index + 1 >= lexemes.count || !lexemes[index + 1].isNounOrAdjective
  }

  /// What is in, on or over the water of a place is there.
  private mutating func take(_ word: PlaceWord, _ lexeme: Lexeme) {
    let wet: [Relation] = [.on, .inside, .into, .under, .above, .over, .across]
    if let relation, word.water != nil, wet.contains(relation), word.place != .beach {
      let water = Mention(noun: .water, text: lexeme.text, offset: lexeme.offset)
      clause.phrases.append(.init(relation: relation, mentions: [water], isBeforeVerb: clause.verb == nil))
    }
    if setting.place == nil || lexeme.text != "water" { setting.place = word }
    joint = nil
  }

  private mutating func take(shot name: String, _ lexeme: Lexeme) {
    let moment = clause.moment.flatMap { $0.kind == .at ? $0.seconds : nil }
    setting.shots.append(.init(name: name, moment: moment, shot: setting.starts.count - 1))
    isShotOpen = isShown
  }

  /// Whether a noun follows that the shot shows: "close-up of the ball", "follows the dog".
  private var isShown: Bool {
    for lexeme in lexemes[(index + 1)...].prefix(2) {
      guard case .phrase(let senses) = lexeme.kind else { return false }
      if lexeme.text == "of" || lexeme.text == "on" || lexeme.text == "around" || lexeme.text == "at" { return true }
      for case .article(let isDefinite) in senses where isDefinite { return true }
      for case .pronoun in senses { return true }
    }
    return false
  }
}

extension Sense {
  fileprivate var kindOfSetting: String {
    switch self {
    case .place(let word): "place: \(word.name)"
    case .time(let name): "time of day: \(name)"
    case .weather(let name): "weather: \(name)"
    case .shot(let name): "camera: \(name)"
    case .look(let name): "look: \(name)"
    default: ""
    }
  }
}
