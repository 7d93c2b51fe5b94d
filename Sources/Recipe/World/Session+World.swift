import Graph
import Media
import Prompt
import Worker

/// Scenes that are simulated.
extension Session {
  /// Answers `world { … }`: a scene as a table, with how it is to be drawn.
  func world(_ given: [Datum], at place: Place) throws(RecipeError) -> Int {
    guard given.count == 1, case .table(let table) = given[0] else {
      throw RecipeError(
        .wrongType, given.isEmpty ? "nothing came" : "\(given[0].words) came", wanted: "the table of a scene",
        remedy:
          "write world { things = { ball = { \"basketball\", at = { 0, 2, 0 } } } }, or generate(\"a ball falls\")")
    }
    var scene = try SceneTable(table)
    func taken(_ name: String, _ known: [String]) throws(RecipeError) -> String {
      guard let value = scene[name] else { return known[0] }
      scene[name] = nil
      guard case .text(let text) = value, known.contains(text) else {
        throw RecipeError(
          .outOfRange, "\(name) is none that there is",
          wanted: "one of \(known.map { "\"\($0)\"" }.joined(separator: ", "))")
      }
      return text
    }
    let (quality, view) = (try taken("quality", WorldOrder.qualities), try taken("view", WorldOrder.views))
    let isSilent = scene["sound"] == .flag(false)
    scene["sound"] = nil
    return try world(standingAlone(scene), quality: quality, view: view, hasSound: !isSilent, at: place)
  }

  /// Turns a prompt into a scene.
  func imagine(_ arguments: Arguments, at place: Place) throws(RecipeError) -> Int {
    let understanding = try understanding(of: arguments)
    for remark in understanding.leftOut { warn("left out: \"\(remark.words)\", \(remark.meaning)", at: place) }
    return try world(
      understanding.table.inOrder, quality: arguments.text("quality") ?? "draft",
      view: arguments.text("view") ?? "picture",
      hasSound: true, at: place)
  }

  private func world(
    _ table: SceneTable, quality: String, view: String, hasSound: Bool, at place: Place
  ) throws(RecipeError) -> Int {
    try chain.tally.add(.simulating(table))
    let order = WorldOrder(
      table: table, quality: quality, view: view, hasSound: hasSound && view == "picture",
      canvas: worldCanvas(quality))
    let measure = try stock.library.simulate(order)
    for warning in measure.warnings { warn(warning, at: place) }
    let cells = try measure.cells.map { cell throws(RecipeError) in
      try add(
        Draft(
          kind: .world, parameters: ["asset": .digest(cell.digest)], duration: cell.duration,
          picture: .pixels(measure.size), hasSound: false, place: place))
    }
    let film = try sequence(cells, at: place)
    let sounds = try measure.sounds.map { sound throws(RecipeError) in try self.clip(of: sound, at: place) }
    let scene = try cut(
      sounds.isEmpty ? film : stack([film] + sounds, at: place), from: .zero,
      to: measure.cells.reduce(.zero) { $0 + $1.duration }, at: place)
    events[scene] = measure.events
    return scene
  }

  /// Where nobody has said how large the video is, the quality does.
  private func worldCanvas(_ quality: String) -> Canvas {
    if chain.canvas == nil {
      let size =
        switch quality {
        case "draft": Size(width: 640, height: 360)
        case "standard": Size(width: 1280, height: 720)
        default: Size(width: 1920, height: 1080)
        }
      chain.canvas = Canvas(size: size, frameRate: .thirty)
    }
    return fixedCanvas()
  }

  private func clip(of sound: WorldMeasure.Sound, at place: Place) throws(RecipeError) -> Int {
    var clip = try made(sound.kind, sound.parameters, at: place)
    for (kind, value, plain) in [(NodeKind.pan, sound.pan, 0.0), (.volume, sound.volume, 1)] where value != plain {
      clip = try add(wrap(kind, clip, ["value": .number(value)], duration: drafts[clip].duration, at: place))
    }
    return try delayed(clip, by: sound.start, at: place)
  }

  /// Answers `clip.contacts`: what met in a scene, in order.
  func contacts(of clip: Int) throws(RecipeError) -> Datum {
    guard let events = events[clip] else {
      throw RecipeError(
        .wrongType, "the clip is no scene, or no longer as it was made", wanted: "what world { … } or generate(…) made",
        remedy: "ask before anything is done to it")
    }
    return .list(
      events.map { event in
        .record([
          "at": .number(event.time.seconds), "kind": .string(event.kind), "first": .string(event.first),
          "second": .string(event.second), "impulse": .number(event.impulse), "speed": .number(event.speed),
          "place": .list((0..<3).map { .number(event.place[$0]) }),
        ])
      })
  }
}
