/// Nouns with what stands before them: "three big red wooden boxes", "a tower of six blocks".
extension Grammar {
  /// The mention that begins here; nil, and nothing is taken, if there is none.
  mutating func mention() -> Mention? {
    var found = Mention(noun: .water)
    var (position, last) = (index, index)
    var hasBegun = false
    while position < lexemes.count {
      let lexeme = lexemes[position]
      if let noun = noun(lexeme, at: position, hasBegun: hasBegun, in: &found) {
        found.noun = noun
        (found.text, found.offset) = (lexeme.text, lexemes[index].offset)
        note(found, from: index, through: position)
        index = position + 1
        return found
      }
      guard qualify(&found, lexeme) else { return nil }
      hasBegun = true
      last = position
      position += 1
      if position - last > 1 || position - index > 12 { return nil }
    }
    return nil
  }

  private mutating func note(_ found: Mention, from start: Int, through end: Int) {
    let words = lexemes[start...end].map(\.text).joined(separator: " ")
    understood.append(.init(words: words, offset: lexemes[start].offset, meaning: found.meaning))
  }

  private func noun(_ lexeme: Lexeme, at position: Int, hasBegun: Bool, in found: inout Mention) -> Mention.Noun? {
    // "glass bottle", "orange ball": the first says how the second is.
    if lexeme.isAdjective, position + 1 < lexemes.count, lexemes[position + 1].isNounOrAdjective { return nil }
    for sense in lexeme.senses {
      switch sense {
      case .thing(let word, let isPlural):
        found.isPlural = isPlural
        return .thing(word)
      case .figure(let word, let isPlural):
        found.isPlural = isPlural
        return .figure(word)
      case .pronoun(let pronoun) where !hasBegun:
        found.isDefinite = true
        return .pronoun(pronoun)
      default: continue
      }
    }
    return nil
  }

  /// Takes what a word says of the noun to come; false if it says nothing of a noun.
  private func qualify(_ found: inout Mention, _ lexeme: Lexeme) -> Bool {
    if case .count(let value) = lexeme.kind {
      found.count = Int(min(value, 100_000))
      return true
    }
    for sense in lexeme.senses {
      switch sense {
      case .article(let isDefinite): found.isDefinite = found.isDefinite || isDefinite
      case .another: found.isAnother = true
      case .number(let value): found.count = Int(value)
      case .quality(let word): found.qualities.append(word)
      case .color(let name): found.colors.append(name)
      case .colorful: found.colors = ColorWord.colorful
      case .material(let name): found.material = name
      case .formation(let word): found.formation = word
      case .filler where found.isDefinite || found.count != nil || index > 0: break
      default: continue
      }
      return true
    }
    return false
  }

  /// Puts a mention where it belongs in the clause.
  mutating func add(_ mention: Mention) {
    defer {
      relation = nil
      joint = nil
    }
    if isShotOpen { return show(mention) }
    if let relation {
      clause.phrases.append(.init(relation: relation, mentions: [mention], isBeforeVerb: clause.verb == nil))
    } else if joint != nil || clause.quote != nil, isSubjectOfNext {
      flush()
      clause.joint = joint ?? .and
      clause.subjects = [mention]
    } else if joint != nil, appendToLast(mention) {
      return
    } else if clause.verb == nil {
      clause.subjects.append(mention)
    } else {
      clause.objects.append(mention)
    }
  }

  private mutating func show(_ mention: Mention) {
    isShotOpen = false
    setting.shots[setting.shots.count - 1].of.append(mention)
    if clause.subjects.isEmpty, clause.verb == nil { clause.subjects = [mention] }
  }

  /// "… and the dog barks": a verb follows, and this clause has one already.
  private var isSubjectOfNext: Bool {
    guard clause.verb != nil || clause.quote != nil else { return false }
    for lexeme in lexemes[index...].prefix(8) {
      switch lexeme.kind {
      case .stop, .comma: return false
      case .phrase where lexeme.verb != nil: return true
      case .phrase(let senses):
        for case .joint in senses { return false }
      default: continue
      }
    }
    return false
  }

  /// "a ball and a box" are together what the ball alone would be.
  private mutating func appendToLast(_ mention: Mention) -> Bool {
    if !clause.phrases.isEmpty, clause.verb != nil || clause.subjects.isEmpty {
      clause.phrases[clause.phrases.count - 1].mentions.append(mention)
    } else if !clause.objects.isEmpty {
      clause.objects.append(mention)
    } else if clause.verb == nil, !clause.subjects.isEmpty {
      clause.subjects.append(mention)
    } else {
      return false
    }
    return true
  }
}

extension Lexeme {
  var isAdjective: Bool {
    senses.contains { sense in
      switch sense {
      case .material, .color, .quality, .number, .formation: true
      default: false
      }
    }
  }

  var isNounOrAdjective: Bool { isAdjective || isNoun }
}

extension Mention {
  /// What it was taken for.
  var meaning: String {
    let name =
      switch noun {
      case .thing(let word): "thing: \(word.name)"
      case .figure(let word): "figure: \(word.name)"
      case .pronoun(let pronoun): "pronoun: \(pronoun.rawValue)"
      case .water: "water"
      }
    let extras: [String?] = [count.map { "\($0)" }, formation?.formation.rawValue, material]
    return ([name] + extras.compactMap { $0 } + colors + qualities.compactMap(\.names.first)).joined(separator: ", ")
  }
}
