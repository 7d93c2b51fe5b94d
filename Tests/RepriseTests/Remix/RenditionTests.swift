import Foundation
import Testing

@testable import Reprise

/// A video that is there already is left alone, and only then.
struct RenditionTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "reprise-\(UUID())")
  private var path: String { folder.path + "/video.mp4" }

  private func render(_ color: String = "gold", with cache: MemoryCache, quality: Int = 23) throws -> RenderReport {
    var composition = try Runtime(isolation: .inProcess).evaluate(
      Recipe(source: "return solid(\"\(color)\"):lasting(1)"))
    composition.cache = cache
    var options = RenderOptions()
    (options.preset, options.quality) = ("ultrafast", quality)
    options.size = Size(width: 64, height: 36)
    return try composition.renderNow(to: path, options: options)
  }

  @Test func nothingIsWrittenWhereNothingChanged() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let cache = MemoryCache()
    #expect(try !render(with: cache).wasThere)
    let whole = try Data(contentsOf: URL(filePath: path))
    let again = try render(with: cache)
    #expect(again.wasThere && again.byteCount == whole.count && again.drawnSegmentCount == 0)
    #expect(try !render("tomato", with: cache).wasThere)
    #expect(try !render(with: cache).wasThere)
    #expect(try !render(with: cache, quality: 40).wasThere)
    #expect(try !render(with: cache).wasThere && render(with: cache).wasThere)
  }

  @Test func whatSomebodyElseWroteIsReplaced() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let cache = MemoryCache()
    _ = try render(with: cache)
    let whole = try Data(contentsOf: URL(filePath: path))
    // In place, with a byte of the same number as before; cut short; another file under the name; none.
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    try handle.write(contentsOf: whole.prefix(1))
    try handle.close()
    #expect(try !render(with: cache).wasThere)
    try whole.prefix(100).write(to: URL(filePath: path))
    #expect(try !render(with: cache).wasThere)
    try whole.write(to: URL(filePath: path))
    #expect(try !render(with: cache).wasThere)
    try FileManager.default.removeItem(atPath: path)
    #expect(try !render(with: cache).wasThere)
    #expect(try Data(contentsOf: URL(filePath: path)) == whole)
  }
}
