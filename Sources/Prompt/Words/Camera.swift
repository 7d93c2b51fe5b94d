package import World

/// A way to look: where the camera is about what matters, and what it does.
package struct ShotWord: Hashable, Sendable {
  package var names: [String]
  /// In degrees about y from the viewer's side to the right, and above the horizon.
  package var side: Double
  package var height: Double
  /// How far, of the distance at which all that matters just fills the picture.
  package var reach: Double
  /// What is added until the shot's end: degrees, degrees, and a factor of the distance.
  package var turn: Double
  package var rise: Double
  package var approach: Double
  /// How far the target moves to the right, as a part of the distance; the camera stays where it is.
  package var pan: Double
  /// In metres.
  package var sway: Double
  package var follows: Bool

  package init(
    _ names: String, side: Double = 12, height: Double = 10, reach: Double = 1, turn: Double = 0, rise: Double = 0,
    approach: Double = 1, pan: Double = 0, sway: Double = 0, follows: Bool = false
  ) {
    self.names = names.split(separator: "|").map(String.init)
    (self.side, self.height, self.reach, self.turn, self.rise) = (side, height, reach, turn, rise)
    (self.approach, self.pan, self.sway, self.follows) = (approach, pan, sway, follows)
  }

  package var name: String { names.first ?? "wide" }

  static let builtin = [
    ShotWord("wide|wide shot|long shot|establishing shot|full shot|the camera shows", reach: 1.05),
    ShotWord("medium|medium shot|mid shot", reach: 0.8),
    ShotWord("medium wide|medium wide shot|medium long shot", reach: 2),
    ShotWord("close|close up|closeup|close shot|macro|detail", height: 8, reach: 0.55),
    ShotWord(
      "above|from above|top view|top down|bird's eye view|birds eye view|overhead|overhead shot|aerial shot|aerial view",
      height: 62),
    ShotWord("low|low angle|from below|worm's eye view|ground level|from the ground", height: 1.5, reach: 0.95),
    ShotWord("side|from the side|side view|profile|side on", side: 0, height: 4),
    ShotWord("front|from the front|front view|head on", side: 0, height: 6),
    ShotWord("behind|from behind|rear view|from the back", side: 160, height: 14),
    ShotWord("over the shoulder|over shoulder", side: -68, height: 12, reach: 0.9),
    ShotWord(
      "orbit|orbits|circles around|orbiting shot|camera circles|arc shot|camera orbits", side: -25, height: 14, turn: 60
    ),
    ShotWord(
      "dolly in|push in|zoom in|zooms in|camera moves closer|moves in|pushes in|slow zoom", reach: 1.2, approach: 0.55),
    ShotWord("dolly out|pull out|zoom out|zooms out|pulls back|pull back|camera moves away", reach: 0.6, approach: 2),
    ShotWord("pan|pans|slow pan|camera pans|panning shot|pan right", reach: 1, pan: 0.5),
    ShotWord("pan left|pans left", reach: 1, pan: -0.5),
    ShotWord("crane|crane shot|crane up|camera rises|rising shot|boom up|jib", height: 4, rise: 32),
    ShotWord("crane down|camera sinks|boom down", height: 38, rise: -32),
    ShotWord("handheld|hand held|shaky camera|shaky", sway: 0.03),
    ShotWord("static|static shot|still camera|locked off|fixed camera|tripod", side: 0, height: 8),
    ShotWord(
      "tracking|tracking shot|camera follows|camera tracks|follow shot|following shot", height: 9, reach: 0.75,
      follows: true),
  ]
}

/// A look with its names.
package struct LookWord: Hashable, Sendable {
  package var names: [String]
  package var look: Look

  package init(_ names: String, _ look: Look) {
    self.names = names.split(separator: "|").map(String.init)
    self.look = look
  }

  package var name: String { names.first ?? "plain" }

  static let builtin = [
    LookWord("plain|realistic|photorealistic|natural look", .plain),
    LookWord("clay|clay animation|claymation|stop motion|plasticine", .clay),
    LookWord("toon|cartoon|anime|comic|cel shaded|animated cartoon", .toon),
    LookWord("noir|film noir|black and white|monochrome", .noir),
    LookWord("neon|cyberpunk|synthwave|neon lights", .neon),
    LookWord("paper|paper cut|cut paper|papercraft|cutout|origami style", .paper),
  ]
}
