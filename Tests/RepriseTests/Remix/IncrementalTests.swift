import Claims
import Foundation
import Testing

@testable import Reprise

/// The claim that Reprise stands on: what is drawn with the help of what was drawn before is what is drawn afresh.
struct IncrementalTests {
  private static let media = GalleryTests.folder.appending(path: "media").path

  /// A rendering's bytes.
  private func render(_ recipe: RandomRecipe, cache: MemoryCache?, jobs: Int) throws -> (bytes: Data, drawn: Int)? {
    // A combination that makes no sense, such as a fade longer than its clip, is no recipe.
    guard
      var composition = try? Runtime(isolation: .inProcess).evaluate(Recipe(source: "\(recipe)", folder: Self.media))
    else { return nil }
    composition.cache = cache
    let path = FileManager.default.temporaryDirectory.appending(path: "reprise-\(UUID()).mp4").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    var options = RenderOptions()
    (options.jobs, options.preset) = (jobs, "ultrafast")
    let report = try composition.renderNow(to: path, options: options)
    return (try Data(contentsOf: URL(filePath: path)), report.drawnSegmentCount)
  }

  @Test func anEditedVideoIsWhatItWouldBeDrawnAfresh() throws {
    try always(runs: 10) { draws in
      let first = draws.recipe()
      let second = draws.edited(first)
      return [first, second, draws.edited(second)]
    } holds: { chain in
      let cache = MemoryCache()
      return try chain.allSatisfy { recipe in
        let warm = try render(recipe, cache: cache, jobs: 2)
        let again = try render(recipe, cache: cache, jobs: 1)
        let cold = try render(recipe, cache: nil, jobs: 8)
        return warm?.bytes == cold?.bytes && again?.bytes == cold?.bytes && again?.drawn ?? 0 == 0
      }
    }
  }

  @Test func aDamagedCacheChangesNothing() throws {
    let recipe = RandomRecipe(
      clips: ["video(\"tide.mp4\"):trim(0, 3)"], layers: ["audio(\"beeps.m4a\")"], tail: "")
    let cache = MemoryCache()
    let cold = try #require(try render(recipe, cache: cache, jobs: 2))
    cache.change { $0.removeLast() }
    let again = try #require(try render(recipe, cache: cache, jobs: 2))
    #expect(again.bytes == cold.bytes && again.drawn == cold.drawn)
  }

  @Test func aLoopIsDrawnOnce() throws {
    let recipe = RandomRecipe(clips: ["video(\"tide.mp4\"):trim(0, 2):loop(5)"], layers: [], tail: "")
    let result = try #require(try render(recipe, cache: nil, jobs: 2))
    #expect(result.drawn == 1)
  }
}
