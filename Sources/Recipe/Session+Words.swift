import Graph
import Media
import Worker

extension Session {
  /// Answers one call of a word of the language.
  func answer(_ word: Word, receiver: Int, _ arguments: Arguments, at place: Place, in evaluation: Evaluation) throws
    -> [Datum]
  {
    switch word.name {
    case "canvas": try sayCanvas(arguments); return []
    case "remix": return [.clip(try remix(arguments, at: place, in: evaluation))]
    case "part": return [.clip(try markPart(receiver, named: arguments.text("name") ?? "", at: place))]
    case "credits": return [.string(ledger.credits)]
    case "frames": return [.number(fixedCanvas().frameRate.seconds(ofFrames: arguments.number("count") ?? 0))]
    case "words": return [try words(of: receiver)]
    case "contacts": return [try contacts(of: receiver)]
    case "mouths": return [try mouths(of: receiver)]
    case _ where word.chapter == .listening: return [try listen(word, receiver, arguments)]
    case "duration": return [drafts[receiver].duration.map { .number($0.seconds) } ?? .nil]
    case "width": return [.integer(Int64(size(of: receiver)?.width ?? 0))]
    case "height": return [.integer(Int64(size(of: receiver)?.height ?? 0))]
    // Whatever is done to a clip of nothing, short of joining it to others, gives nothing.
    case _ where word.form == .method && word.chapter != .joining && drafts[receiver].isEmpty: return [.clip(receiver)]
    default: return [.clip(try clip(of: word, receiver, arguments, at: place, in: evaluation))]
    }
  }

  /// The clip that a word makes.
  private func clip(
    of word: Word, _ receiver: Int, _ arguments: Arguments, at place: Place, in evaluation: Evaluation
  ) throws -> Int {
    switch word.name {
    case "video": try video(arguments, at: place)
    case "image": try image(arguments, at: place)
    case "audio": try audio(arguments, at: place)
    case "text": try text(arguments, at: place)
    case "solid": try ground(.solid, arguments, at: place)
    case "gradient": try ground(.gradient, arguments, at: place)
    case _ where word.node == .shape: try shape(word, arguments, at: place)
    case "shade": try shade(word, receiver, arguments, at: place, in: evaluation)
    case "captions" where word.form == .method: try spokenCaptions(receiver, arguments, at: place)
    case "captions": try captions(arguments, at: place)
    case "say" where word.form == .method:
      try layer(receiver, Arguments(clips: ["clip": try say(arguments, at: place)]), at: place)
    case "say": try say(arguments, at: place)
    case "generate": try generate(arguments, at: place)
    case "music": try music(arguments, at: place)
    case "midi": try midi(arguments, at: place)
    case _ where word.node == .foley: try effect(word, arguments, at: place)
    case "curves": try curves(receiver, arguments, at: place)
    case "grade": try grade(receiver, arguments, at: place)
    case "animate": try animate(receiver, arguments, at: place)
    case "karaoke": try karaoke(receiver, arguments, at: place)
    case "sequence": try sequence(arguments.list, at: place)
    case "stack": try stack(arguments.list, at: place)
    case "layer": try layer(receiver, arguments, at: place)
    case "over": try layer(arguments.clips["clip"] ?? receiver, Arguments(clips: ["clip": receiver]), at: place)
    case "after": try after(receiver, arguments, at: place)
    case "crossfade": try crossfade(receiver, arguments, at: place)
    case "transition": try transition(receiver, arguments, at: place, in: evaluation)
    case "trim": try trim(receiver, arguments, at: place)
    case "lasting": try lasting(receiver, arguments, at: place)
    case "loop": try loop(receiver, arguments, at: place)
    case "freeze": try freeze(receiver, arguments, at: place)
    case "speed": try speed(receiver, arguments, at: place)
    case "reverse": try reverse(receiver, at: place)
    case "pingpong": try sequence([receiver, try reverse(receiver, at: place)], at: place)
    case "framerate": try framerate(receiver, arguments, at: place)
    case "crop": try crop(receiver, arguments, at: place)
    case "fade": try fade(receiver, arguments, at: place)
    case "mute": try mute(receiver, at: place)
    case "reverb", "echo": try ring(word.node ?? .reverb, receiver, arguments, at: place)
    case _ where word.chapter == .sound: try sound(word.node ?? .volume, receiver, arguments, at: place)
    default: try adjust(word.node ?? .opacity, receiver, arguments, at: place)
    }
  }
}

extension FrameRate {
  fileprivate func seconds(ofFrames count: Double) -> Double {
    count * Double(denominator) / Double(numerator)
  }
}

extension Datum {
  /// A clip as a recipe holds it.
  static func clip(_ index: Int) -> Datum {
    .handle(Handle(kind: "clip", id: UInt32(index)))
  }
}
