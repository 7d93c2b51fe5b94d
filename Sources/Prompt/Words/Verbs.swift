/// What somebody or something does.
package enum Doing: String, CaseIterable, Sendable {
  // By will.
  case walk, run, jump, `throw`, kick, take, drop, wave, nod, turn, sit, stand, dance, look, say, push, hold, `catch`
  // By nature.
  case fall, roll, slide, bounce, topple, swing, spin, float, sail, sink, rise, fly, hit, drive, stop, follow
  // Where and when it is.
  case lie, hang, appear, vanish
  // What becomes of it.
  case miss, score
  // What cannot be.
  case impossible
}

/// A verb of the dictionary with its forms.
package struct VerbWord: Hashable, Sendable {
  /// Base forms; some are of two words: `pick up`.
  package var names: [String]
  /// Forms that follow no rule.
  package var irregular: [String]
  package var doing: Doing
  /// How fast, of what is usual: `strolls`, `dashes`.
  package var pace: Double
  /// Why it cannot be, for `.impossible`.
  package var reason: String?

  package init(
    _ names: String, _ doing: Doing, irregular: String = "", pace: Double = 1, reason: String? = nil
  ) {
    self.names = names.split(separator: "|").map(String.init)
    self.irregular = irregular.split(separator: "|").map(String.init)
    (self.doing, self.pace, self.reason) = (doing, pace, reason)
  }
}

extension VerbWord {
  static let builtin: [VerbWord] = [
    VerbWord(
      "walk|go|come|step|march|approach|arrive|enter|leave|move|travel", .walk,
      irregular: "went|gone|came|left|leaves|leaving"),
    VerbWord("stroll|wander|sneak|creep|tiptoe|crawl", .walk, irregular: "crept", pace: 0.6),
    VerbWord("run|jog|trot|race|hurry", .run, irregular: "ran"),
    VerbWord("dash|sprint|gallop|rush|flee|charge", .run, irregular: "fled", pace: 1.5),
    VerbWord("jump|hop|leap|skip|vault|dive", .jump, irregular: "leapt|dove"),
    VerbWord(
      "throw|toss|shoot|pass|hurl|fling|lob|launch|serve|bowl|pitch|cast", .throw, irregular: "threw|thrown|shot|flung"),
    VerbWord("kick|boot|strike", .kick, irregular: "struck"),
    VerbWord(
      "take|pick up|grab|lift|get|collect|fetch|pick", .take, irregular: "took|taken|picked up|picks up|picking up|got"),
    VerbWord("hold|carry|have|bring|with a|balance", .hold, irregular: "held|has|having|brought"),
    VerbWord(
      "let go|lets go of|let go of|release|put down|lower", .drop,
      irregular: "lets go|letting go|puts down|putting down"),
    VerbWord("wave|greet|cheer|celebrate|salute", .wave),
    VerbWord("nod|agree|bow", .nod),
    VerbWord("turn around|turn|rotate toward", .turn, irregular: "turns around|turned around|turning around"),
    VerbWord("sit down|sit|rest|squat|kneel", .sit, irregular: "sits down|sat|sat down|sitting down"),
    VerbWord("stand up|stand|get up|wait|pause", .stand, irregular: "stands up|stood|stood up|gets up"),
    VerbWord("dance|spin around|twirl", .dance, irregular: "danced|spins around"),
    VerbWord("look|watch|stare|point|gaze|see|glance|face", .look, irregular: "saw|seen"),
    VerbWord(
      "say|shout|whisper|ask|answer|yell|reply|tell|call|sing|exclaim|announce|mutter|cry", .say,
      irregular: "said|told|sang"),
    VerbWord(
      "push|shove|nudge|press|knock over|knock down|tip over|blow|pull", .push,
      irregular: "knocks over|knocked over|knocking over|knocks down|knocked down|tips over|blew|blown"),
    VerbWord("catch|save|block", .catch, irregular: "caught"),
    VerbWord(
      "fall|drop|tumble|plunge|fall down|collapse|trip|stumble|faint|plummet|rain down|pour down", .fall,
      irregular:
        "rains down|rained down|raining down|fell|fallen|falls down|fell down|falls off"
    ),
    VerbWord("roll|trundle|roll away|rolls off", .roll, irregular: "rolls away|rolled away|rolling away"),
    VerbWord("slide|slip|glide|skid|drift", .slide, irregular: "slid"),
    VerbWord("bounce|rebound|ricochet|deflect", .bounce),
    VerbWord(
      "topple|tip|crumble|scatter|knock|overturn|tumble down|fall over|keel over", .topple,
      irregular: "topples over|toppled over|comes down|falls over|fell over|falling over|keels over"),
    VerbWord("swing|sway|rock|dangle|oscillate", .swing, irregular: "swung"),
    VerbWord("spin|rotate|whirl|revolve", .spin, irregular: "spun"),
    VerbWord("float|bob|hover", .float),
    VerbWord("swim|sail|paddle", .sail, irregular: "swam"),
    VerbWord("sink|submerge|drown", .sink, irregular: "sank|sunk|goes under"),
    VerbWord(
      "rise|ascend|climb|float up|go up|levitate|soar", .rise,
      irregular: "rose|risen|floats up|floating up|goes up|flies up|falls up|falls upwards|falling upwards|fall upwards"
    ),
    VerbWord("fly", .fly, irregular: "flew|flown|flies"),
    VerbWord(
      "hit|crash|collide|smash|bump|slam|ram|meet|touch|knock into|land", .hit,
      irregular: "hits|crashes into|met|hitting"),
    VerbWord("drive|ride|cruise|speed", .drive, irregular: "drove|driven|rode|ridden|sped"),
    VerbWord(
      "stop|halt|brake|settle|come to rest|come to a stop", .stop,
      irregular: "comes to rest|comes to a stop|came to rest"),
    VerbWord("follow|chase|pursue|hunt|run after", .follow, irregular: "runs after|ran after|running after"),
    VerbWord(
      "lie|lay|lean|be|remain|stay|there is|there are|exist", .lie,
      irregular: "is|are|was|were|lies|lying|laid|it's|there's|being"),
    VerbWord("hang", .hang, irregular: "hung|hangs down"),
    VerbWord("appear|pop up|materialise|materialize", .appear, irregular: "pops up"),
    VerbWord("vanish|disappear|fade away", .vanish, irregular: "fades away"),
    VerbWord("miss|fail", .miss),
    VerbWord("score|win|succeed|go in|swish", .score, irregular: "goes in|scores|won|goes through"),
    VerbWord(
      "break|shatter|crack|splinter|tear|rip|split|snap", .impossible,
      irregular: "broke|broken|breaks through|tore|torn", reason: "what is rigid stays whole"),
    VerbWord("explode|burst|pop|blow up|detonate", .impossible, irregular: "blows up", reason: "nothing bursts"),
    VerbWord(
      "burn|melt|freeze|boil|evaporate|ignite|dissolve", .impossible, irregular: "burnt|froze",
      reason: "nothing changes its state"),
    VerbWord(
      "grow|shrink|transform|morph|change into|become", .impossible, irregular: "grew|grown|shrank|became|turns into",
      reason: "things keep their form"),
    VerbWord(
      "eat|drink|pour|spill|cook|write|read|paint|draw", .impossible, irregular: "ate|drank|wrote|drew",
      reason: "there are no motions for it"),
    VerbWord(
      "smile|laugh|frown|weep|wink|kiss|hug|fight|sleep|think", .impossible, irregular: "slept|thought",
      reason: "there are no motions for it"),
  ]
}
