import Prompt

extension LanguageReference {
  /// The table of `world { … }`, and the words that it may use.
  static var scenes: String {
    """
    # Scenes: world { … }

    A scene that is simulated by physics, drawn and heard. Metres, seconds, kilograms; x to the right, y up, z to the viewer; the ground
    is y = 0. `at` is the middle of the underside: a thing stands there. The camera looks along -z.
    - `seconds` 0.1..120, `seed` (whole), `quality` "draft"|"standard"|"fine", `sound = false`, `scenery = false`
    - `place`, `time`, `weather`, `look`: words, below. `weather = { clouds 0..1, rain 0..1, snow 0..1, fog m, wind { x, y, z } m/s, gusts 0..1 }`
    - `light = { elevation, azimuth, sky 0..1, lamps = { { at, color, strength, radius } } }`; `gravity` m/s² or { x, y, z }
    - `water = { level, depth, density, waves, length, width, breadth, at }` or false; `ground`: a material
    - `things = { name = { "word", … } }`, or `{ shape = "box", size = { x, y, z } }`, "sphere" `radius`, "cylinder"|"cone"|"capsule" \
    `radius`, `height`, "ring" `radius`, `tube`; or `parts = { { shape …, at, turn, material, color, solid = false }, … }`.
      Of a thing: `at`, `facing` (degrees or a name), `turn { x, y, z }` degrees, `size` (a factor, for words), `material`, `color`, `mass` kg,
      `friction` 0..2, `bounce` 0..1, `weight` (of gravity; other than 1 is impossible physics), `velocity` m/s, `spin` rad/s, `fixed`,
      `held_by` a figure, `from`, `till` seconds, `path = { { time, { x, y, z } }, … }`, `count` (a number, or { x, y, z }) with `step { x, y, z }`.
    - `figures = { name = { "word", at, facing, height, top, bottom, shoes, hair, skin, voice } }`: people and animals
    - `links = { { "rope", "ball", "world", to = { 0, 3, 0 } } }`: weld, ball, hinge, slider, rope, spring; `at`, `to` (places), `length`,
      `axis`, `range { low, high }`, `speed`, `strength`, `stiffness`, `damping`, `cut` (a time)
    - `actions = { { at = 1, "player throws ball", to = "hoop" }, … }`: figure, verb, thing in one text. Verbs: walks, runs (`to`), jumps
      (`height`, `length`), throws, kicks (`to` or `toward { x, y, z }`, `outcome` "hits"|"misses"|"short"|"over", `speed`), takes, drops, waves,
      nods, turns (`facing`), sits, stands, dances, looks (`to`), falls; `{ at = 2, "player says", "Hello." }`.
      `{ at, push = "crate", impulse = { x, y, z } }` in N·s; `{ at, change = "ball", mass, friction, bounce, weight, velocity, spin }`;
      `{ at, release = 1 }` lets the first link go.
    - `camera = { { at = 0, shot = "wide" }, { at = 4, shot = "close", of = "player", follow = "ball" } }`, times rising; or `eye`, `target`,
      `to_eye`, `to_target` { x, y, z }; `angle` degrees, `blur`, `sway`. Without one, a wide shot.
    - `words = { gizmo = { shape = "box", size = { 0.3, 0.2, 0.3 }, material = "brass" } }`: words of its own, to be used as the others.

    Things fall, roll, topple, float and sink by themselves: set them up, and let go. Figures walk only on the ground.
    A figure throws what it holds: give the thing `held_by`, or let it be taken first.

    \(words)
    """
  }

  /// What scenes may say, by the first name of each.
  private static var words: String {
    let said = ["things", "figures", "materials", "places", "times of day", "weathers", "camera", "looks"]
    return Vocabulary.builtin.words.filter { said.contains($0.title) }.map { group in
      "\(group.title): \(group.words.compactMap(\.first).joined(separator: ", "))\n"
    }.joined()
  }
}
