import Graph
@testable import Store

/// What a stranger's post is made of: a manifest, and the seal under it. What is accepted has one form, and reads back.
struct PostHarness: Harness {
  static let name = "post"

  static func seeds() throws -> [[UInt8]] {
    try Posts().all.map { Chunks.join([$0.bytes] + ($0.seal.map { [$0.bytes] } ?? [])) }
  }

  func take(_ input: [UInt8]) {
    let parts = Chunks.split(input)
    guard let first = parts.first else { return }
    attempt { () throws(StoreError) in
      let manifest = try Manifest(parsing: first)
      claim(manifest.bytes == first, "a manifest was accepted that is written differently")
    }
    let second = parts.dropFirst().first
    attempt { () throws(StoreError) in
      let seal = try Seal(parsing: second ?? first)
      claim(seal.bytes == second ?? first, "a seal was accepted that is written differently")
    }
    attempt { () throws(StoreError) in
      let post = try Post(manifest: first, seal: second)
      claim(post.id == Digest(of: first), "a post has another id than its manifest")
      claim(post.seal == nil || Posts.sealed.contains(post), "somebody else's seal was accepted")
    }
  }

  private func attempt(_ body: () throws(StoreError) -> Void) {
    do throws(StoreError) { try body() } catch {
      claim(!error.place.isEmpty && !error.came.isEmpty, "an error says nothing: \(error)")
    }
  }
}

extension Posts {
  /// The key is nowhere in the inputs, so there are no others.
  static let sealed: [Post] = (try? Posts()).map { [$0.parent, $0.child] } ?? []
}
