import Foundation
import Testing

/// The same bytes whatever the machine is like: graph, pictures, encoder and sound. `make alike` shows it for every recipe
/// of the gallery, on several processors; here are those conditions that cost little.
struct AlikeTests {
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
    .standardized
  /// By what makes them: shell words before the program.
  private static let conditions = [
    "env GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX512F,-AVX2,-FMA", "env PIXMAN_DISABLE='mmx sse2 ssse3'",
    "env TZ=Asia/Kathmandu LC_ALL=tr_TR.UTF-8 LANG=ar_EG HOME=/nowhere", "env SWIFT_DETERMINISTIC_HASHING=1",
    "setarch -R", "taskset -c 0", "env MALLOC_PERTURB_=165",
  ]

  private let program: Program

  init() throws {
    let folder = try Folder()
    for name in ["Tests/Alike/recipes/weather.lua", "recipes/media/tide.mp4", "recipes/media/chords.m4a"] {
      let file = Self.sources.appending(path: name)
      try FileManager.default.copyItem(atPath: file.path, toPath: "\(folder.path)/\(file.lastPathComponent)")
    }
    program = Program(folder: folder)
  }

  @Test func theMachineLeavesNoTrace() throws {
    let expected = try outcome(under: "env")
    for condition in Self.conditions {
      #expect(try outcome(under: condition) == expected, "\(condition)")
    }
  }

  /// The graph's text, and a short video with a text that turns, two films and bent sound.
  private func outcome(under condition: String) throws -> [Data] {
    let part = "--from 1.8 --to 2.2 --size 180x120 --no-store --carry nothing --quiet"
    let done = try program.shell(
      "\(condition) $reprise graph weather.lua | grep -v ^pixman: > graph; \(condition) $reprise render weather.lua -o a.mp4 \(part)"
    )
    #expect(done.status == 0, "\(done.errors)")
    return [try #require(program.folder.read("graph")), try #require(program.folder.read("a.mp4"))]
  }
}
