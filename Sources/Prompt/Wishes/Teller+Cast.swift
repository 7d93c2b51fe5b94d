/// Who is meant: somebody known, or somebody new.
extension Teller {
  /// The roles that a mention means; several for several people.
  mutating func resolve(_ mention: Mention) -> [Int] {
    let found = resolved[mention.offset] ?? meant(mention)
    resolved[mention.offset] = mention.isWater || mention.isMutual ? nil : found
    recent.removeAll { found.contains($0) }
    recent += found
    return found
  }

  private mutating func meant(_ mention: Mention) -> [Int] {
    switch mention.noun {
    case .water: []
    case .pronoun(let pronoun): resolve(pronoun)
    case .thing(let word): [known(mention, word.name, family: word.family) ?? create(mention, word)].compactMap { $0 }
    case .figure(let word): known(mention, word.name, family: nil).map { [$0] } ?? create(mention, word)
    }
  }

  private func resolve(_ pronoun: Sense.Pronoun) -> [Int] {
    switch pronoun {
    case .they: return lastGroup.count > 1 || lastGroup.contains { roles[$0].count > 1 } ? lastGroup : recent.suffix(1)
    case .pile: return Array(roles.indices.filter { roles[$0].isPile }.suffix(1))
    case .eachOther:
      guard let actor, let place = lastGroup.firstIndex(of: actor), lastGroup.count > 1 else { return [] }
      return [lastGroup[(place + 1) % lastGroup.count]]
    case .first: return Array(lastGroup.prefix(1))
    case .last: return Array(lastGroup.suffix(1))
    case .rest: return crowd.filter { $0 != beats.last?.subject }
    case .other: return Array(recent.filter { roles[$0].isFigure && $0 != beats.last?.subject }.suffix(1))
    case .part:
      return Array(
        recent.filter { roles[$0].word?.bodies.isEmpty == false || roles[$0].word?.isFixed == true }.suffix(1))
    case .it: return Array(recent.filter { !isPerson(roles[$0]) && !named.contains($0) }.suffix(1))
    case .he, .she:
      return Array(recent.filter { isPerson(roles[$0]) && pronounFits(roles[$0], pronoun.rawValue) }.suffix(1))
    }
  }

  private func isPerson(_ role: Role) -> Bool {
    if case .figure(let word) = role.kind { word.pronoun != "it" } else { false }
  }

  private func pronounFits(_ role: Role, _ pronoun: String) -> Bool {
    if case .figure(let word) = role.kind { word.pronoun == nil || word.pronoun == pronoun } else { false }
  }

  /// The last role that a noun fits: "the ball" is also a basketball. In a later shot "a ball" is the one that there is.
  private func known(_ mention: Mention, _ name: String, family: String?) -> Int? {
    let piles: Set = ["tower", "pyramid"]
    if mention.isDefinite, piles.contains(mention.text), let pile = roles.indices.last(where: { roles[$0].isPile }) {
      return pile
    }
    guard !mention.isAnother, mention.isDefinite || shot > 0 else { return nil }
    let fitting = roles.indices.filter { index in
      let role = roles[index]
      let isSameKind: Bool
      switch role.kind {
      case .thing(let word):
        isSameKind = word.name == name || word.family == name || (family != nil && family == word.name)
      case .figure(let word): isSameKind = word.name == name
      }
      let isSameColor = mention.colors.isEmpty || role.colors == mention.colors
      return isSameKind && isSameColor && (mention.material == nil || mention.material == role.material)
    }
    // "The nurse" is rather the nurse than the doctor, who is called by the same word.
    return fitting.max { a, b in
      let (isA, isB) = (roles[a].noun == mention.text, roles[b].noun == mention.text)
      return isA == isB ? place(a) < place(b) : isB
    }
  }

  private func place(_ role: Int) -> Int { recent.lastIndex(of: role) ?? -1 }

  mutating func create(_ mention: Mention, _ word: ThingWord) -> Int? {
    let noun = word.names.first { $0 == mention.text } ?? word.name
    var role = Role(name: name(for: noun, mention), noun: noun, kind: .thing(word))
    role.count = count(mention, noun)
    guard role.count > 0 else { return nil }
    role.formation =
      mention.formation?.formation ?? (role.count > 12 && word.name != "domino" ? .heap : role.count > 1 ? .row : nil)
    (role.colors, role.material) = (mention.colors, mention.material)
    // A wooden crate is a crate.
    if role.material == word.material || (role.material == "wood" && word.material == "planks") { role.material = nil }
    for quality in mention.qualities.prefix(4) {
      role.size = min(max(role.size * quality.size, 0.1), 10)
      role.massFactor *= quality.mass
      role.friction = quality.friction ?? role.friction
      role.bounce = quality.bounce ?? role.bounce
    }
    roles.append(role)
    return roles.count - 1
  }

  private mutating func count(_ mention: Mention, _ noun: String) -> Int {
    let wish = mention.count ?? mention.formation?.count ?? (mention.isPlural ? 3 : 1)
    let free = Self.mostOfAll - roles.reduce(0) { $0 + $1.count * (1 + ($1.word?.bodies.count ?? 0)) }
    let most = max(0, min(Self.most, free))
    if wish > most { assumed.append("\(wish) of \(noun) are too many: there are \(most)") }
    return min(max(wish, 1), most)
  }

  private mutating func create(_ mention: Mention, _ word: FigureWord) -> [Int] {
    let noun = word.names.first { $0 == mention.text } ?? word.name
    let wish = mention.count ?? mention.formation?.count ?? (mention.isPlural ? 3 : 1)
    let count = min(max(wish, 1), max(0, 12 - roles.filter(\.isFigure).count), 9)
    if wish > count { assumed.append("\(wish) figures are too many: there are \(count)") }
    let leader = roles.count
    return (0..<count).map { number in
      var role = Role(name: name(for: noun, mention), noun: noun, kind: .figure(word))
      role.colors = mention.colors
      if count > 3 { role.rank = Role.Rank(leader: leader, number: number, count: count) }
      for quality in mention.qualities.prefix(2) { role.size = min(max(role.size * quality.size, 0.5), 2) }
      roles.append(role)
      return roles.count - 1
    }
  }

  /// Somebody or something that the prompt needs and does not name.
  mutating func create(figure noun: String, _ reason: String) -> Int? {
    guard let word = vocabulary.figure(noun) else { return nil }
    assumed.append("a \(noun): \(reason)")
    return create(Mention(noun: .figure(word), text: noun), word).first
  }

  mutating func create(thing noun: String, _ reason: String) -> Int? {
    guard let word = vocabulary.thing(noun) else { return nil }
    assumed.append("a \(noun): \(reason)")
    return create(Mention(noun: .thing(word), text: noun), word)
  }

  /// `ball`, and if there is one already `red_ball`, or `ball2`.
  private func name(for noun: String, _ mention: Mention) -> String {
    let last = noun.split(separator: " ").last.map(String.init) ?? noun
    let letters = last.unicodeScalars.filter { (97...122).contains($0.value) || (48...57).contains($0.value) }
    let plain = letters.isEmpty ? "it" : String(String.UnicodeScalarView(letters))
    let colored = mention.colors.first.map { "\($0.replacing(" ", with: "_"))_\(plain)" }
    let numbered = (2...400).lazy.map { "\(plain)\($0)" }
    let taken = Set(roles.map(\.name))
    return ([plain] + [colored].compactMap { $0 }).first { !taken.contains($0) }
      ?? numbered.first { !taken.contains($0) } ?? "\(plain)_\(roles.count)x"
  }
}

extension Teller {
  /// The last that came several at once.
  private var crowd: [Int] {
    if lastGroup.count > 1 { return lastGroup }
    guard let rank = lastGroup.first.flatMap({ roles[$0].rank }) else { return [] }
    return roles.indices.filter { roles[$0].rank?.leader == rank.leader }
  }
}
