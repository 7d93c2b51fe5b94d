import Graph
import Media
import Prompt

/// What the host has to do for a call, in units of about ten microseconds of one processor. It is counted from what is asked, so
/// that it is the same on every machine.
struct Work {
  var units: Int
  /// Fonts that are to be looked for; each costs `family` the first time.
  var families: Set<String> = []

  static let family = 200

  /// A file that is read whole.
  static func reading(bytes: Int) -> Work { Work(units: 20 + bytes / 500) }

  /// A media file that was not asked for before.
  static let opening = Work(units: 100)

  /// The outline of a shape, as path data.
  static func outlining(_ data: String) -> Work { Work(units: 1 + data.utf8.count / 10) }

  /// Clips that are put together.
  static func joining(_ count: Int) -> Work { Work(units: count / 5) }

  /// Speaking a text goes by the letter. Effects that have a length are worked out whole, later: what they take is memory.
  static func making(_ sound: SoundParameters) -> Work {
    let seconds = sound["sound"] == nil ? 0 : sound["length"]?.time?.seconds ?? 0
    return Work(units: 300 + 60 * (sound["text"]?.textLength ?? 0) + Int(seconds * 750))
  }

  /// Having a voice of the host's recorded, which may be a program or a server far away.
  static func recording(_ speech: SoundParameters) -> Work {
    Work(units: 4000 + making(speech).units)
  }

  /// Making a scene of a prompt, twice where the host has words of its own.
  static func understanding(_ prompt: String, words: Int) -> Work {
    Work(units: 300 + prompt.utf8.count + 20 * words)
  }

  /// Working out what happens in a scene: by its length, and by what is in it.
  static func simulating(_ scene: SceneTable) -> Work {
    func count(_ name: String) -> Int {
      guard case .table(let table)? = scene[name] else { return 0 }
      return table.list.count + table.fields.count
    }
    var seconds = 8.0
    if case .number(let asked)? = scene["seconds"] { seconds = min(max(asked, 0), 120) }
    return Work(units: Int(seconds * Double(500 + 100 * count("things") + 500 * count("figures"))))
  }

  /// Mixing so much sound and listening to it.
  static func listening(_ length: Time, _ load: SoundLoad) -> Work {
    Work(units: 100 + Int(min(length.seconds, 1e6)) * (500 + load.units))
  }

  /// Setting a text in type.
  static func setting(_ text: TextParameters) -> Work {
    var work = Work(units: 30)
    for run in [.record(text)] + (text["text"]?.list ?? []) {
      work.units += 5 + (run.record?["text"] ?? run).textLength
    }
    work.families = Set(text.families)
    return work
  }
}

extension Setting {
  /// In bytes; 0 if it is none.
  fileprivate var textLength: Int { text?.utf8.count ?? 0 }
}
