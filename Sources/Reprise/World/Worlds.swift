import Figures
import Graph
import Media
import Physics
import Prompt
import Recipe
import Synchronization
import Rays
import World

/// Scenes that an evaluation simulated, by the digests of their cells. Any thread may ask.
final class Worlds: Sendable {
  private let cells = Mutex<[Digest: FilmCell]>([:])

  /// What becomes of a scene.
  ///
  /// - Parameter speak: Tells how a speech sounds.
  func simulate(
    _ order: WorldOrder, speak: (SoundParameters) throws(RecipeError) -> SoundMeasure
  ) throws(RecipeError) -> WorldMeasure {
    do {
      let scene = try SceneReader().scene(order.table)
      let speech = try WorldSpeech(scene, measure: speak)
      let film = try Film(
        scene, Self.motion(of: scene, speech), size: order.drawnSize,
        quality: Quality(rawValue: order.quality) ?? .draft,
        view: order.view, rate: order.canvas.frameRate)
      let cells = film.cells()
      self.cells.withLock { known in for cell in cells { known[cell.digest] = cell } }
      return Self.measure(film, cells, order.hasSound ? speech : nil)
    } catch {
      throw RecipeError(simulating: error)
    }
  }

  /// The pictures of a cell; nil if it is none.
  func pictures(of cell: Digest) throws -> (any PictureSource)? {
    try cells.withLock { $0[cell] }.map { try FilmPictures($0.film, from: $0.range.start) }
  }

  private static func motion(of scene: World.Scene, _ speech: WorldSpeech) throws -> Motion {
    var actors: [String: any Performance] = [:]
    for figure in scene.figures {
      actors[figure.name] = Actor(figure, deeds: scene.deeds, in: scene, mouth: speech.mouth(of: figure))
    }
    return try Simulation(scene, performances: actors).run()
  }

  /// - Parameter speech: Nil for a film without sound.
  private static func measure(_ film: Film, _ cells: [FilmCell], _ speech: WorldSpeech?) -> WorldMeasure {
    var measure = WorldMeasure(size: film.size)
    measure.cells = cells.map { WorldMeasure.Cell(digest: $0.digest, duration: $0.range.duration) }
    measure.events = film.motion.contacts.map(WorldMeasure.Event.init)
    measure.warnings = film.motion.unreached.map { "\($0.thing) could not be made to do that: \($0.nearest)" }
    guard let speech else { return measure }
    let sound = WorldSound(film: film)
    measure.sounds =
      sound.sounds()
      + speech.lines.map { line in
        let (pan, nearness) = sound.heard(line.figure.place + Vector(0, line.figure.height, 0), at: line.start)
        return WorldMeasure.Sound(.speech, line.parameters, at: line.start, volume: max(0.4, nearness), pan: pan)
      }
    return measure
  }
}

extension WorldOrder {
  /// A draft has a quarter of a million pixels at most, a standard one a million; what is larger is stretched.
  var drawnSize: Size {
    let most = ["draft": 640 * 360, "standard": 1280 * 720][quality] ?? Int.max
    guard canvas.size.area > most else { return canvas.size }
    let part = (Double(most) / Double(canvas.size.area)).squareRoot()
    func even(_ side: Int) -> Int { max(2, Int((Double(side) * part / 2).rounded()) * 2) }
    return Size(width: even(canvas.size.width), height: even(canvas.size.height))
  }
}

extension WorldMeasure.Event {
  fileprivate init(_ contact: Contact) {
    self.init(
      time: contact.time, kind: contact.kind.rawValue, first: contact.first, second: contact.second,
      place: contact.place, impulse: contact.impulse, speed: contact.speed)
  }
}

extension RecipeError {
  fileprivate init(simulating error: any Error) {
    switch error {
    case let error as RecipeError: self = error
    case let error as SceneError: self.init(error)
    default: self.init(.outOfRange, "the scene cannot be simulated: \(error)")
    }
  }
}
