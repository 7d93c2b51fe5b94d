/// What may stand behind the name of a tag.
enum ASSTagSyntax {
  /// Held inside a range.
  case number(ClosedRange<Double>)
  /// Nothing if it is outside.
  case whole(ClosedRange<Double>)
  /// So many numbers in brackets.
  case numbers([Int], ClosedRange<Double>)
  case color
  case family
  case style
  case clip
  case tags
  case nothing

  private static let (length, share) = (-100_000.0...100_000, 0.0...100_000)
  private static let (angle, time) = (-1e6...1e6, -1e8...1e8)

  /// The tags that libass knows, in the order in which it looks for the beginning of a name: the longer ones first.
  static let all: [(name: String, syntax: ASSTagSyntax)] = [
    ("xbord", .number(0...1000)), ("ybord", .number(0...1000)), ("xshad", .number(length)), ("yshad", .number(length)),
    ("fax", .number(-100...100)), ("fay", .number(-100...100)), ("iclip", .clip), ("blur", .number(0...100)),
    ("fscx", .number(share)), ("fscy", .number(share)), ("fsc", .nothing), ("fsp", .number(length)),
    ("fs+", .number(0...1000)), ("fs-", .number(0...1000)), ("fs", .number(0...10_000)), ("bord", .number(0...1000)),
    ("move", .numbers([4, 6], length)), ("frx", .number(angle)), ("fry", .number(angle)), ("frz", .number(angle)),
    ("fr", .number(angle)), ("fn", .family), ("alpha", .color), ("an", .whole(0...9)), ("a", .whole(0...11)),
    ("pos", .numbers([2], length)), ("fade", .numbers([2, 7], time)), ("fad", .numbers([2, 7], time)),
    ("org", .numbers([2], length)), ("t", .tags), ("clip", .clip), ("c", .color),
    ("1c", .color), ("2c", .color), ("3c", .color), ("4c", .color),
    ("1a", .color), ("2a", .color), ("3a", .color), ("4a", .color),
    ("r", .style), ("be", .number(0...127)), ("b", .whole(0...1000)), ("i", .whole(0...1)), ("kt", .number(share)),
    ("kf", .number(share)), ("K", .number(share)), ("ko", .number(share)), ("k", .number(share)),
    ("shad", .number(share)), ("s", .whole(0...1)), ("u", .whole(0...1)), ("pbo", .number(length)),
    ("p", .number(0...16)),
    ("q", .whole(0...3)), ("fe", .whole(-1...255)),
  ]
}
