package import Media
package import World

/// A person or an animal that acts: every pose for every time, known from its figure and its deeds alone.
///
/// Poses are functions of time, without a jump, and the same bits on every machine. Made once, it is asked in any order from
/// any thread. An act that comes while another goes on waits for it; waving, nodding, looking and talking go along.
package struct Actor: Performance {
  package let parts: [Part]
  package let joints: [FigureJoint]
  package let releases: [Release]
  package let grasps: [Grasp]
  package let steps: [Contact]
  package let fall: Time?

  let mime: Mime
  private let anatomy: Anatomy

  /// - Parameters:
  ///   - deeds: In order of time; those of other figures are passed over, and those after the scene's end are left out.
  ///   - scene: Where things and other figures are. What is out of range in it is held to it, and traps nowhere.
  ///   - mouth: How the mouth is at a time on the scene's clock; nil for a time: it opens with each syllable of what is said.
  package init(
    _ figure: Figure, deeds: [Deed], in scene: Scene, mouth: (@Sendable (Time) -> Lips?)? = nil
  ) {
    let anatomy = Anatomy(figure)
    var script = Script(figure, anatomy, in: scene)
    for deed in deeds {
      guard case .act(figure.name, let act) = deed.kind else { continue }
      script.perform(act, at: deed.time.seconds)
    }
    mime = Mime(figure, script, seed: scene.seed, mouth: mouth)
    self.anatomy = anatomy
    parts = anatomy.parts(of: figure)
    joints = anatomy.figureJoints
    fall = script.fall.map { Time(near: $0) }
    grasps = script.holds.filter { $0.from >= 0 }.map { Grasp(at: Time(near: $0.from), thing: $0.thing) }
    steps = script.steps(of: figure, on: scene.ground.material.substance.sound)
    let mime = mime
    releases = script.partings.sorted { $0.time < $1.time }.map { parting in
      let place = parting.place ?? mime.grip(at: parting.time).position
      return Release(at: Time(near: parting.time), place: place, thing: parting.thing, aim: parting.aim)
    }
  }

  package func poses(at time: Time) -> [Pose] {
    let frames = mime.frames(at: time.seconds)
    return anatomy.pieces.map { frames[$0.bone] * $0.pose }
  }

  package func grip(at time: Time) -> Pose { mime.grip(at: time.seconds) }
}

extension Actor {
  /// When each thing that it says begins, and how long its mouth takes for it if nobody says otherwise.
  package var lines: [(text: String, range: TimeRange)] {
    mime.script.talks.map { talk in
      (talk.text, TimeRange(Time(near: talk.span.lowerBound), Time(near: talk.span.upperBound)))
    }
  }
}
