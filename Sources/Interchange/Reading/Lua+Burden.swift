import Graph

extension Lua {
  /// What an expression of ours asks of Lua's compiler, which takes only so many links in a chain and so much within one
  /// another.
  struct Burden {
    /// Calls, each with its colon, in the longest chain.
    private var links = 0
    /// Values that wait, at the most, until the innermost is done: each takes one of 255 registers.
    private var waiting = 0
    /// A level for each bracket that is open, and one around them.
    private var levels = [Level()]

    private struct Level {
      var links = 0
      /// What a call itself takes.
      var waiting = 2
      /// Lists are put together by fifties.
      var most = Int.max
    }

    /// A fourth of what the compiler takes, so that clips can be put together before the sum is looked at again.
    private static let (mostLinks, mostWaiting) = (60, 60)

    var isHeavy: Bool { links > Burden.mostLinks || waiting > Burden.mostWaiting }

    init(_ text: String) {
      var (isQuoted, isEscaped) = (false, false)
      for byte in text.utf8 {
        if isQuoted {
          isQuoted = isEscaped || byte != UInt8(ascii: "\"")
          isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
        } else if byte == UInt8(ascii: "\"") {
          isQuoted = true
        } else {
          take(byte)
        }
      }
    }

    private mutating func take(_ byte: UInt8) {
      let last = levels.count - 1
      switch byte {
      case UInt8(ascii: ":"): link()
      case UInt8(ascii: "("):
        link()
        levels.append(Level())
      case UInt8(ascii: "{"), UInt8(ascii: "["): levels.append(Level(most: 50))
      case UInt8(ascii: ")"), UInt8(ascii: "}"), UInt8(ascii: "]"): if last > 0 { levels.removeLast() }
      case UInt8(ascii: ","):
        levels[last].links = 0
        levels[last].waiting = min(levels[last].waiting + 1, levels[last].most)
      default: return
      }
      waiting = max(waiting, levels.reduce(0) { $0 + $1.waiting })
    }

    private mutating func link() {
      levels[levels.count - 1].links += 1
      links = max(links, levels[levels.count - 1].links)
    }
  }
}
