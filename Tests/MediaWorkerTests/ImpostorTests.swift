import Chance
import Codec
import Confinement
import Foundation
import Media
import Props
import Testing

@testable import MediaWorker

/// A worker that dies, hangs or talks nonsense is an error of its file alone.
@Suite struct ImpostorTests {
  private let workshop: Workshop
  private let path: String
  private let profile: MediaProfile

  init() throws {
    workshop = try Workshop()
    path = try workshop.ffmpeg("-f lavfi -i testsrc2=s=96x64:r=10:d=1 a.mp4")
    profile = try Apart.file(path).profile()
  }

  private func limits(seconds: Double = 0.5) -> MediaLimits {
    var limits = MediaLimits()
    limits.wallClock = .seconds(seconds)
    return limits
  }

  @Test(arguments: [
    ("die", "ended unexpectedly: signal 11"), ("leave", "ended unexpectedly: exit status 0"),
    ("hang", "takes longer to read than 0.5 s"), ("silent", "takes longer to read than 0.5 s"),
    ("flood", "sent what it should not: no profile"),
    ("boast", "sent what it should not: a message of 4294967295 bytes"),
    ("babble", "sent what it should not"),
  ])
  func lookingFailsAndSaysWhy(role: String, words: String) throws {
    let source = try Apart.source(path, limits(), from: Apart.impostors(role, in: workshop))
    let clock = ContinuousClock()
    let time = clock.measure {
      let error = #expect(throws: CodecError.self) { try ConfinedFile(source) }
      #expect(error?.description.contains(words) == true, "\(String(describing: error))")
    }
    #expect(time < .seconds(10))
    // Others go on.
    #expect(try Apart.file(path).profile().info == profile.info)
  }

  @Test(arguments: [
    ("same", "the same as nothing"), ("huge", "a picture that cannot be"), ("negative", "a picture that cannot be"),
    ("needs", "no room for them"), ("babble", "sent what it should not"), ("flood", "sent what it should not"),
  ])
  func picturesThatCannotBeAreRefused(role: String, words: String) throws {
    let source = try Apart.source(path, limits(), from: Apart.impostors(role, in: workshop))
    let error = #expect(throws: CodecError.self) {
      try ConfinedFile(source, profile: profile).pictures().frame(at: .zero)
    }
    #expect(error?.description.contains(words) == true, "\(String(describing: error))")
  }

  /// The impostor sends two channels, whatever is asked.
  @Test func samplesForOtherLoudspeakersAreRefused() throws {
    let path = try workshop.ffmpeg("-f lavfi -i anullsrc=cl=5.1 -t 1 b.wav")
    let source = try Apart.source(path, limits(), from: Apart.impostors("stereo", in: workshop))
    let file = ConfinedFile(source, profile: try Apart.file(path).profile())
    #expect(try file.sound(in: .stereo).read(from: 0, frameCount: 100).channelCount == 2)
    let error = #expect(throws: CodecError.self) { try file.sound(in: .surround).read(from: 0, frameCount: 100) }
    #expect(error?.description.contains("no samples") == true)
  }

  @Test func aWorkerThatTakesTooMuchMemoryEnds() throws {
    var limits = limits(seconds: 20)
    limits.memory = 128 << 20
    let source = try Apart.source(path, limits, from: Apart.impostors("swell", in: workshop))
    let error = #expect(throws: CodecError.self) { try ConfinedFile(source) }
    #expect(error?.description.contains("ended unexpectedly") == true)
  }

  @Test func whatIsAskedOfAnEndedWorkerIsTheSameError() throws {
    let source = try Apart.source(path, limits(), from: Apart.impostors("needs", in: workshop))
    let reader = try ConfinedFile(source, profile: profile).pictures()
    for _ in 0..<3 {
      let error = #expect(throws: CodecError.self) { try reader.frame(at: .zero) }
      #expect(error?.code == .tooLarge)
    }
  }

  @Test func aWorkerThatIsKilledMidwayIsAnErrorOfItsReader() throws {
    // A nursery of its own, so that its only other process is the worker.
    let program = workshop.path("media-worker")
    try FileManager.default.createSymbolicLink(atPath: program, withDestinationPath: Products.path("media-worker"))
    let file = ConfinedFile(try Apart.source(path, from: Nursery.of(program: program)), profile: profile)
    let reader = try file.pictures()
    _ = try reader.frame(at: .zero)
    let worker = try #require(try Self.processes(running: program).max())
    #expect(kill(worker, SIGKILL) == 0)
    let error = #expect(throws: CodecError.self) { try reader.frame(at: Time(ticks: 9, rate: 10)) }
    #expect(error?.description.contains("ended unexpectedly: signal 9") == true)
    _ = try file.pictures().frame(at: .zero)
  }

  @Test func aNurseryThatIsLostIsReplaced() throws {
    let program = workshop.path("media-worker-2")
    try FileManager.default.createSymbolicLink(atPath: program, withDestinationPath: Products.path("media-worker"))
    let source = try Apart.source(path, from: Nursery.of(program: program))
    _ = try ConfinedFile(source)
    for process in try Self.processes(running: program) { kill(process, SIGKILL) }
    #expect(try ConfinedFile(source).profile().info == profile.info)
  }

  @Test func aHundredReadersLeaveNothingBehind() throws {
    let program = workshop.path("media-worker-3")
    try FileManager.default.createSymbolicLink(atPath: program, withDestinationPath: Products.path("media-worker"))
    let source = try Apart.source(path, from: Nursery.of(program: program))
    _ = try ConfinedFile(source)
    for _ in 0..<100 { _ = try ConfinedFile(source, profile: profile).pictures().frame(at: .zero) }
    // The nursery itself stays.
    #expect(try Self.processes(running: program).count == 1)
    let links = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
    }
    #expect(links.count { $0.contains("reprise frames") } < 20)
  }

  @Test func randomMessagesNeverTrap() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix(seed)
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      _ = try? Reply([UInt8.random(in: 0...12, using: &random)] + bytes)
      _ = try? Request([UInt8.random(in: 0...12, using: &random)] + bytes)
    }
  }

  /// The numbers of the processes that were started as a program.
  private static func processes(running program: String) throws -> [pid_t] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { name in
      guard let pid = pid_t(name), let words = try? String(contentsOfFile: "/proc/\(pid)/cmdline", encoding: .utf8)
      else { return nil }
      return words.split(separator: "\0").first.map(String.init) == program ? pid : nil
    }
  }
}
