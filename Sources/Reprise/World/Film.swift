import Figures
import Graph
import Media
import Physics
import Rays
import World

/// A scene after it was simulated: where everything is at every time, and how it is to be drawn. Any thread may ask.
final class Film: Sendable {
  let scene: World.Scene
  let motion: Motion
  let size: Size
  let quality: Quality
  let view: String
  /// How long the shutter is open: half a frame.
  let exposure: Time
  private let path: FollowPath

  init(_ scene: World.Scene, _ motion: Motion, size: Size, quality: Quality, view: String, rate: FrameRate) {
    (self.scene, self.motion, self.size, self.quality, self.view) = (scene, motion, size, quality, view)
    exposure = Time(flicks: rate.time(ofFrame: 1).flicks / 2)
    path = FollowPath(scene, motion)
  }

  /// What the camera follows at a time: where that was a moment ago, on average, so that it moves calmly.
  func followed(at time: Time) -> Vector? { path.place(at: time) }

  /// The shot that is on at a time.
  func shot(at time: Time) -> Shot? { scene.shots.last { $0.start <= time } ?? scene.shots.first }

  /// Where the camera is at a time, and the direction to its right.
  func camera(at time: Time) -> (eye: Vector, right: Vector) {
    guard let shot = shot(at: time) else { return (Vector(0, 1.6, 6), Vector(1, 0, 0)) }
    let target = shot.from.target + (shot.follow == nil ? .zero : followed(at: time) ?? .zero)
    let right = (target - shot.from.eye).cross(.up)
    return (shot.from.eye, right.length > 1e-6 ? right.normalized : Vector(1, 0, 0))
  }
}

/// The pictures of a film from a time on. Belongs to one thread at a time.
final class FilmPictures: PictureSource {
  private let film: Film
  private let start: Time
  private let tracer: Tracer
  private var last: (time: Time, frame: Frame)?

  init(_ film: Film, from start: Time) throws {
    (self.film, self.start) = (film, start)
    tracer = try Tracer(stage: film.motion.stage, scene: film.scene, size: film.size, quality: film.quality)
  }

  func frame(at time: Time) throws -> Frame {
    if let last, last.time == time { return last.frame }
    let frame = try draw(start + time)
    last = (time, frame)
    return frame
  }

  private func draw(_ time: Time) throws -> Frame {
    let (opening, closing) = (film.motion.instant(at: time), film.motion.instant(at: time + film.exposure))
    let followed = film.followed(at: time)
    guard film.view != "picture" else {
      return try tracer.frame(of: opening, closing, at: time, followed: followed)
    }
    let survey = try tracer.survey(of: opening, closing, at: time, followed: followed)
    return switch film.view {
    case "depth": survey.depth
    case "normals": survey.normals
    case "motion": survey.motion
    default: survey.segmentation
    }
  }
}
