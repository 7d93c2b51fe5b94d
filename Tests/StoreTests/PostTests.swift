import Foundation
import Graph
import Testing

@testable import Store

@Suite struct PostTests {
  @Test func aPostIsKnownByTheDigestOfItsManifest() throws {
    let scratch = try Scratch()
    let post = try scratch.publish("A")
    #expect(post.id == Digest(of: post.manifest.bytes))
    #expect(try scratch.reopened().post(post.id) == post)
    #expect(try scratch.store.bytes(of: post.id) == post.manifest.bytes)
    #expect(try scratch.store.verify(post.id).isValid)
  }

  @Test func noChangedByteOfAManifestOrSealIsAccepted() throws {
    let scratch = try Scratch()
    let post = try scratch.publish("A")
    let seal = try #require(post.seal).bytes
    for change in [1, 0x20, 0x80, UInt8.random(in: 2...255)] {
      for offset in post.bytes.indices {
        var changed = post.bytes
        changed[offset] ^= change
        #expect(throws: StoreError.self, "byte \(offset)") { try Post(manifest: changed, seal: seal) }
      }
      for offset in seal.indices {
        var changed = seal
        changed[offset] ^= change
        #expect(throws: StoreError.self, "byte \(offset)") { try Post(manifest: post.bytes, seal: changed) }
      }
    }
  }

  @Test func aRecipeThatWasSwappedUnderASealIsRefused() throws {
    let scratch = try Scratch()
    let post = try scratch.publish("A")
    var manifest = post.manifest
    manifest.recipe = "return text \"B\""
    let seal = try #require(post.seal)
    #expect(try refusal { try Post(manifest: manifest.bytes, seal: seal.bytes) } == "its seal is that of another post")
    // With the right id in the seal, the signature is not.
    let text = String(decoding: seal.bytes, as: UTF8.self)
    let forged = text.replacingOccurrences(of: "\(post.id)", with: "\(Digest(of: manifest.bytes))")
    #expect(
      try refusal { try Post(manifest: manifest.bytes, seal: Array(forged.utf8)) } == "its signature is not valid")
  }

  @Test func nobodyCanSealForAnother() throws {
    let scratch = try Scratch()
    let other = try AuthorKey(at: scratch.folder + "/other.key")
    #expect(try refusal { try Post(sealing: scratch.manifest(), with: other) } == "its seal is not its author's")
    #expect(try refusal { try Post(manifest: scratch.manifest().bytes, seal: nil) } == "its seal is missing")
    var draft = scratch.manifest()
    draft.author = nil
    #expect(try refusal { try Post(sealing: draft, with: scratch.key) } == "it has a seal, but no author")
  }

  @Test func aSignatureForAnotherPurposeIsNoSeal() throws {
    let scratch = try Scratch()
    let manifest = scratch.manifest().bytes
    let bare = try scratch.key.signature(of: manifest)
    let seal = String(decoding: try Seal(manifest, with: scratch.key).bytes, as: UTF8.self)
    let signature = try #require(try JSONSerialization.jsonObject(with: Data(seal.utf8)) as? [String: String])[
      "signature"]
    let forged = seal.replacingOccurrences(of: try #require(signature), with: bare.base64)
    #expect(try refusal { try Post(manifest: manifest, seal: Array(forged.utf8)) } == "its signature is not valid")
  }

  private func refusal(_ body: () throws -> Post) throws -> String {
    let error = try #require(throws: StoreError.self) { _ = try body() }
    #expect(error.code == .unverified)
    return error.came
  }

  @Test func whatCannotBeReadBackIsNotSealed() throws {
    let scratch = try Scratch()
    for change: (inout Manifest) -> Void in [
      { $0.params["x"] = .number(.nan) }, { $0.params["x"] = .number(.infinity) }, { $0.name = "No Slug" },
      { $0.recipe = "\0" }, { $0.language = -1 }, { $0.parents = [$0.graph, $0.graph] },
    ] {
      var manifest = scratch.manifest()
      change(&manifest)
      #expect(
        try #require(throws: StoreError.self) { try Post(sealing: manifest, with: scratch.key) }.code == .malformed)
    }
  }

  @Test func aPostWithoutWhatItNeedsIsNotPublished() throws {
    let scratch = try Scratch()
    let (asset, stranger) = (Digest(of: [1]), Digest(of: [2]))
    let lacking = try Post(sealing: scratch.manifest(assets: ["a": asset]), with: scratch.key)
    #expect(try #require(throws: StoreError.self) { try scratch.store.add(lacking) }.place == "sha256:\(asset)")
    let orphan = try Post(sealing: scratch.manifest(remixing: [stranger]), with: scratch.key)
    #expect(try #require(throws: StoreError.self) { try scratch.store.add(orphan) }.place == "post \(stranger)")
    var draft = scratch.manifest()
    draft.author = nil
    #expect(try #require(throws: StoreError.self) { try scratch.store.add(Post(draft: draft)) }.code == .unverified)
    #expect(try scratch.store.allPosts().isEmpty)
    #expect(try scratch.files("seals").isEmpty)
  }

  @Test func addingTwiceIsAddingOnce() throws {
    let scratch = try Scratch()
    let post = try scratch.publish("A")
    let files = try scratch.files()
    try scratch.reopened().add(post)
    #expect(try scratch.files() == files)
    #expect(try scratch.store.allPosts().count == 1)
  }

  @Test func verifyingSaysWhichCheckFailedAndWhere() throws {
    let scratch = try Scratch()
    let first = try scratch.publish("A")
    let second = try scratch.publish("B", remixing: [first.id])
    let asset = try #require(first.manifest.pins.assets["a.mp4"])
    func failures() throws -> [Verification.Check: [Digest]] {
      try Dictionary(grouping: scratch.reopened().verify(second.id).failures, by: \.check).mapValues { $0.map(\.post) }
    }
    #expect(try scratch.reopened().verify(second.id).count == 2)

    let path = scratch.store.objects.path(of: asset)
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    try scratch.damage(path)
    #expect(try failures() == [.pins: [first.id]])
    #expect(try failures() == [.pins: [first.id]])
    _ = try scratch.store.put(bytes)
    #expect(try failures().isEmpty)

    let seal = scratch.store.seals.path(of: first.id)
    try scratch.damage(seal, at: 200)
    #expect(try failures() == [.seal: [first.id]])
    try FileManager.default.removeItem(atPath: seal)
    #expect(try failures() == [.seal: [first.id]])
    try scratch.store.add(first)
    #expect(try failures().isEmpty)

    try scratch.damage(scratch.store.objects.path(of: first.id), at: 30)
    #expect(try failures() == [.digest: [first.id]])
    #expect(try failures() == [.lineage: [first.id]])
    let error = try #require(throws: StoreError.self) { try scratch.reopened().post(second.id) }
    #expect(error.code == .missing && error.place == "post \(first.id)")
    try scratch.store.add(first)
    #expect(try failures().isEmpty)
  }

  @Test func aManifestOfTheFutureIsNotGuessedAt() throws {
    let scratch = try Scratch()
    let text = String(decoding: scratch.manifest().bytes, as: UTF8.self)
    let future = Array(text.replacingOccurrences(of: "reprise-post/1", with: "reprise-post/2").utf8)
    let id = try scratch.store.put(future)
    try scratch.store.seals.write(try Seal(future, with: scratch.key).bytes, as: id)
    #expect(try #require(throws: StoreError.self) { try scratch.store.post(id) }.code == .tooNew)
    #expect(try scratch.store.verify(id).failures.map(\.check) == [.manifest])
  }

  @Test func aLongChainIsVerifiedOnceAndWithoutRecursion() throws {
    let scratch = try Scratch()
    var posts = [try scratch.publish("0")]
    for number in 1..<150 { posts.append(try scratch.publish("\(number)", remixing: [posts[number - 1].id])) }
    let store = try scratch.reopened()
    #expect(try store.verify(posts[149].id).count == 150)
    // Going down link by link looks at nothing twice.
    for post in posts.reversed() { #expect(try store.verify(post.id).count == 1) }
    #expect(try store.post(posts[149].id, verifiedTo: .content) == posts[149])
  }

  @Test func aLineageIsWalkedOnceWhereItMeets() throws {
    // Each post remixes the two before it: walked naively, that is 2⁴⁰ steps.
    let scratch = try Scratch()
    var posts = [try scratch.publish("0").id, try scratch.publish("1").id]
    for number in 2..<40 { posts.append(try scratch.publish("\(number)", remixing: Array(posts.suffix(2))).id) }
    #expect(try scratch.reopened().verify(posts[39]).count == 40)
  }
}
