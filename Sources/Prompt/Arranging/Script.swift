internal import World

/// Writes the table of a scene from roles in their places and beats at their times.
struct Script {
  let arrangement: Arrangement
  let schedule: Schedule
  let setting: Setting
  /// What actions, on their way into the table, do to things at the start.
  var roles: [Role]
  var actions: [(time: Double, value: SceneValue)] = []
  var assumed: [String] = []

  init(_ arrangement: Arrangement, _ schedule: Schedule, setting: Setting) {
    (self.arrangement, self.schedule, self.setting) = (arrangement, schedule, setting)
    roles = arrangement.roles
    for (beat, start) in zip(arrangement.beats, schedule.starts) { add(beat, at: start) }
  }

  func table(seconds: Double, seed: UInt64) -> SceneTable {
    var table = SceneTable()
    table["seconds"] = .number(seconds)
    table["seed"] = seed == 0 ? nil : .number(Double(seed))
    table["place"] = .text(setting.place?.name ?? "studio")
    table["time"] = setting.time.map { .text($0) }
    table["weather"] = weather
    table["things"] = named(roles.indices.filter { !roles[$0].isFigure }.flatMap(things))
    table["figures"] = named(roles.indices.filter { roles[$0].isFigure }.map(figure))
    let inOrder = actions.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
    table["actions"] = actions.isEmpty ? nil : .table(SceneTable(inOrder.map(\.element.value)))
    table["camera"] = .table(SceneTable(camera(seconds)))
    table["look"] = setting.look.map { .text($0) }
    return table
  }

  private var weather: SceneValue? {
    let names = setting.weathers.prefix(4).map { SceneValue.text($0) }
    return names.count > 1 ? .table(SceneTable(Array(names))) : names.first
  }

  private func named(_ fields: [SceneTable.Field]) -> SceneValue? {
    fields.isEmpty ? nil : .table(SceneTable(fields: fields))
  }
}

// MARK: - What stands in it

extension Script {
  /// An entry for each line of copies.
  private func things(_ index: Int) -> [SceneTable.Field] {
    let (role, lines) = (roles[index], arrangement.lines[index])
    return lines.enumerated().map { number, line in
      let name = lines.count > 1 ? "\(role.name)_\(number + 1)" : role.name
      return .init(name, .table(thing(index, role, line)))
    }
  }

  private func thing(_ index: Int, _ role: Role, _ line: Line) -> SceneTable {
    var table = SceneTable([.text(role.noun)])
    if let holder = role.holder {
      table["held_by"] = .text(roles[holder].name)
    } else {
      table["at"] = .vector(role.place + line.offset)
    }
    if line.count > 1 {
      let isRow = line.counts.y == 1 && line.counts.z == 1
      table["count"] = isRow ? .number(Double(line.counts.x)) : .vector(Vector(line.counts))
      table["step"] = .vector(line.step)
    }
    table["facing"] = role.facing.map { .text($0) } ?? (role.isDomino ? 90 : nil)
    table["turn"] = role.isSpread ? .vector(Vector(90, 0, 0)) : nil
    table["held"] = role.isSpread ? "none" : nil
    table["size"] = role.size == 1 ? nil : .number(role.size.tidy)
    table["material"] = role.material.map { .text($0) }
    table["color"] = color(role)
    let mass = arrangement.measures[index].mass
    table["mass"] = role.mass != nil || role.massFactor != 1 ? .number(min(max(mass.tidy, 0.0001), 1e6)) : nil
    table["friction"] = role.friction.map { .number($0) }
    table["bounce"] = role.bounce.map { .number($0) }
    table["weight"] = role.weight.map { .number($0) }
    table["velocity"] = role.velocity == .zero ? nil : .vector(role.velocity)
    table["spin"] = role.spin == .zero ? nil : .vector(role.spin)
    table["from"] = role.from.map { .number($0.tidy) }
    table["till"] = role.till.map { .number(max($0, (role.from ?? 0) + 0.1).tidy) }
    return table
  }

  private func color(_ role: Role) -> SceneValue? {
    let colors = role.colors.map { SceneValue.text(Palette.hexadecimal($0, arrangement.vocabulary)) }
    return colors.count > 1 && role.count > 1 ? .table(SceneTable(colors)) : colors.first
  }

  private func figure(_ index: Int) -> SceneTable.Field {
    let role = roles[index]
    var table = SceneTable([.text(role.noun)])
    table["at"] = .vector(role.place)
    table["facing"] = role.facing.map { .text($0) } ?? (role.facesCourse ? 90 : nil)
    if case .figure(let word) = role.kind {
      table["height"] = role.size == 1 ? nil : .number((word.height * role.size).tidy)
      let key = [.dog, .cat, .horse, .bird, .robot].contains(word.kind) ? "skin" : "top"
      table[key] = color(role) ?? shade(index).map { .text($0) }
    }
    return .init(role.name, .table(table))
  }

  /// Of several of a kind each has a colour of its own, so that a viewer knows who is who; the first has the usual one.
  private func shade(_ index: Int) -> String? {
    guard case .figure(let word) = roles[index].kind else { return nil }
    let before = roles[..<index].filter { role in
      if case .figure(let other) = role.kind { other.name == word.name } else { false }
    }.count
    guard before > 0 else { return nil }
    let shades: [String] =
      switch word.kind {
      case .person, .child: ["#2463c9", "#f6c915", "#3a9d3f", "#7b3fb5", "#f2811d", "#1fa3a3", "#f283b0", "#e9ecef"]
      case .robot: ["#c9a227", "#5c7cfa", "#e8590c"]
      case .bird: ["#c98a3c", "#e9ecef", "#5c6b4a"]
      case .dog, .cat, .horse: ["#3e3a37", "#d9c6a5", "#8a8580"]
      }
    return shades[(before - 1) % shades.count]
  }
}
