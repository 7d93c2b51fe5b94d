import Foundation
import Testing

/// Speech, music and effects in recipes, by the program.
struct MadeSoundTests {
  private static let play = """
    canvas { width = 96, height = 64, fps = 10 }
    local voice = say("Ready, steady, go!", { voice = "kal16", at = 0.5 })
    local words = voice.words
    assert(#words == 3 and words[3].text == "go!" and words[1].from >= 0.5 and words[3].to <= voice.duration)
    assert(#voice.mouths > 5)
    return solid("navy"):lasting(3):layer(voice):layer(voice:captions { karaoke = "gold" })
      :layer(sound.ambience("wind"):volume(0.1)):layer(music { 3, mood = "playful" }:duck_under(voice))
    """

  @Test func aPlayOfVoiceMusicAndWindIsTheSameWhereverItIsSpoken() throws {
    let folder = try Folder(["play.lua": Self.play])
    let program = Program(folder: folder)
    var files: [Data] = []
    for more in [[], ["--no-store"], ["--jobs", "1", "--no-store"]] {
      let outcome = try program.run(["render", "play.lua", "-o", "a.wav", "--quiet"] + more)
      try #require(outcome.status == 0, "\(outcome.errors)")
      files.append(try #require(folder.read("a.wav")))
    }
    #expect(Set(files).count == 1)
  }

  @Test(arguments: [
    ("say('')", ["nothing to say"]), ("say('\u{1F600}')", ["cannot say"]), ("say('мир')", ["line 1, column 1"]),
    ("say('hi', { voice = 'hal' })", ["hal", "slt"]), ("say(('a '):rep(50000))", ["100000", "10000"]),
    ("say('hi', { rate = 0 })", ["0.5"]), ("music(0)", ["1 to 600"]),
    ("music { 5, key = 'H' }", ["is no key", "C minor"]),
    ("midi('no.mid')", ["no.mid"]), ("midi('bad.mid')", ["byte", "bad.mid"]),
    ("audio('noise.wav'):volume(0/0)", ["volume"]), ("audio('noise.wav'):filter('lowpass', 30000)", ["20000"]),
    ("audio('noise.wav'):echo { 5, feedback = 0.9 }", ["30 s", "feedback"]),
    ("audio('noise.wav'):speed(20, { pitch = 'keep' })", ["8"]), ("sound.impact('jelly')", ["jelly"]),
    ("sound.ambience('rain'):envelope()", ["no end"]), ("solid('red'):captions()", ["no speech"]),
  ])
  func aMistakeIsToldWithItsRemedy(expression: String, words: [String]) throws {
    let folder = try Folder([
      "bad.lua": "return solid('red'):lasting(1):layer(\(expression))", "bad.mid": "MThd nonsense",
    ])
    let program = Program(folder: folder)
    _ = try program.shell("ffmpeg -v error -f lavfi -i anoisesrc=d=1 noise.wav")
    let outcome = try program("check", "bad.lua")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("bad.lua:1: "), "\(outcome.errors)")
    for word in words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
  }

  @Test func whatIsHeardCanBeCutBy() throws {
    // Clicks every half second.
    let folder = try Folder([
      "beats.lua": """
      canvas { width = 96, height = 64, fps = 10 }
      local clicks = audio("clicks.wav")
      local beats, onsets, level = clicks:beats(), clicks:onsets(), clicks:envelope(20)
      assert(math.abs(clicks:tempo() - 120) < 0.6, clicks:tempo())
      assert(#onsets >= 19 and math.abs(onsets[2] - onsets[1] - 0.5) < 0.01, #onsets)
      for i = 2, #beats do assert(math.abs(beats[i] - beats[i - 1] - 0.5) < 0.01, beats[i]) end
      assert(#level == 200 and #clicks:bands(4, 10) == 100 and #clicks:bands(4, 10)[1] == 4)
      return solid("red"):lasting(10):layer(clicks)
      """
    ])
    let program = Program(folder: folder)
    _ = try program.shell(
      "ffmpeg -v error -f lavfi -i \"aevalsrc='sin(2*PI*1000*t)*exp(-60*mod(t,0.5))':d=10:s=48000\" clicks.wav")
    for _ in 1...2 {
      let outcome = try program("check", "beats.lua")
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
  }

  @Test func sixChannelsComeOutWhereTheyWentIn() throws {
    let folder = try Folder([
      "a.lua": """
      canvas { width = 96, height = 64, fps = 10, sound = "5.1" }
      return solid("red"):lasting(1):layer(audio("six.wav"))
      """
    ])
    let program = Program(folder: folder)
    let tones = (1...6).map { "0.1*sin(2*PI*\(100 * $0)*t)" }.joined(separator: "|")
    _ = try program.shell(
      "ffmpeg -v error -f lavfi -i \"aevalsrc='\(tones)':d=1:s=48000:c=5.1\" -c:a pcm_s16le six.wav")
    let outcome = try program.run(["render", "a.lua", "-o", "out.wav", "--quiet"])
    try #require(outcome.status == 0, "\(outcome.errors)")
    let sums = ["six", "out"].map { "ffmpeg -v error -i \($0).wav -f s16le - | cksum" }.joined(separator: "; ")
    let lines = try program.shell(sums).output.split(separator: "\n")
    #expect(lines.count == 2 && lines[0] == lines[1])
  }

  @Test(arguments: ["8000", "192000", "1"]) func oddFilesAreHeard(kind: String) throws {
    let folder = try Folder([
      "a.lua": "canvas { loudness = -14 } return solid('red'):lasting(1):layer(audio('odd.wav'):compress():reverb())"
    ])
    let program = Program(folder: folder)
    let source =
      kind == "1" ? "-f lavfi -i sine=d=1 -af atrim=end_sample=1" : "-f lavfi -i sine=d=1:sample_rate=\(kind)"
    _ = try program.shell("ffmpeg -v error \(source) odd.wav")
    let outcome = try program.run(["render", "a.lua", "-o", "a.wav", "--quiet"])
    #expect(outcome.status == 0, "\(outcome.errors)")
  }
}
