import Claims
import Foundation
import Graph
import Testing

@testable import Store

@Suite struct ManifestTests {
  private let scratch: Scratch
  private let text: String

  init() throws {
    scratch = try Scratch()
    let manifest = scratch.manifest(
      remixing: [Digest(of: [1])], assets: ["a.mp4": Digest(of: [2])], fonts: [Digest(of: [3]), Digest(of: [4])])
    text = String(decoding: manifest.bytes, as: UTF8.self)
  }

  private func error(_ text: String) throws -> StoreError {
    try #require(throws: StoreError.self) { try Manifest(parsing: Array(text.utf8)) }
  }

  /// The manifest with something else in place of something.
  private func changed(_ old: String, _ new: String) throws -> String {
    let range = try #require(text.range(of: old))
    return text.replacingCharacters(in: range, with: new)
  }

  @Test func aManifestReadsLikeOne() throws {
    let key = scratch.key.publicKey.text
    let (one, two) = (Digest(of: [1]), Digest(of: [2]))
    let fonts = [Digest(of: [3]), Digest(of: [4])].map { "\"sha256:\($0)\"" }.sorted().joined(separator: ",")
    #expect(
      text == #"{"author":{"key":"\#(key)","name":"Ada"},"format":"reprise-post/1","#
        + #""graph":"sha256:\#(Digest(of: "A post".utf8))","language":1,"licence":"CC-BY-4.0","name":"a-post","#
        + #""params":{"line":"hä\n","on":true,"size":0.1},"parents":["sha256:\#(one)"],"#
        + #""pins":{"assets":{"a.mp4":"sha256:\#(two)"},"fonts":[\#(fonts)],"posts":{"parent@\#("\(one)".prefix(8))":"sha256:\#(one)"}},"#
        + #""recipe":"return text \"A post\"","remixable":true,"title":"A post"}"#)
    #expect(try Array(Manifest(parsing: Array(text.utf8)).bytes) == Array(text.utf8))
  }

  @Test func anyManifestIsReadBack() throws {
    try always {
      $0.manifest()
    } holds: { manifest in
      try Manifest(parsing: manifest.bytes) == manifest
    }
  }

  @Test func aDraftHasNoAuthor() throws {
    var draft = scratch.manifest()
    draft.author = nil
    #expect(!String(decoding: draft.bytes, as: UTF8.self).contains("author"))
    #expect(try Post(draft: draft).seal == nil)
    #expect(try Manifest(parsing: draft.bytes).author == nil)
  }

  @Test(arguments: [
    ("\"licence\":\"CC-BY-4.0\",", "", "manifest: licence: is missing"),
    ("\"title\"", "\"titel\"", "manifest: title: is missing"),
    ("\"language\":1", "\"language\":1,\"loops\":true", "manifest: loops: is no field that we know; leave it out"),
    ("\"language\":1", "\"language\":\"1\"", "manifest: language: is not a whole number from 1"),
    ("\"language\":1", "\"language\":1.5", "manifest: language: is not a whole number"),
    ("\"language\":1", "\"language\":0", "manifest: language: is not a whole number"),
    ("\"language\":1", "\"language\":1e300", "manifest: language: is not a whole number"),
    ("\"language\":1", "\"language\": 1", "manifest: is not canonical JSON (byte "),
    ("\"language\":1", "\"language\":1.0", "manifest: is not canonical JSON (byte "),
    ("\"remixable\":true", "\"remixable\":1", "manifest: remixable: is neither true nor false"),
    (
      "\"name\":\"a-post\"", "\"name\":\"A post\"",
      "manifest: name: is \"A post\"; wanted at most 64 lower-case letters"
    ),
    ("\"name\":\"a-post\"", "\"name\":\"-post\"", "manifest: name: is \"-post\""),
    ("\"name\":\"a-post\"", "\"name\":\"\"", "manifest: name: is empty"),
    ("\"name\":\"a-post\"", "\"name\":\"é\"", "manifest: name: is \"é\""),
    ("\"title\":\"A post\"", "\"title\":\"A\\u001b[31m\"", "manifest: title: holds a control character"),
    ("\"title\":\"A post\"", "\"title\":\"A\u{202e}\"", "manifest: title: holds a control character"),
    ("\"title\":\"A post\"", "\"title\":[]", "manifest: title: is not a text"),
    ("\"name\":\"Ada\"", "\"name\":\"\"", "manifest: author: name: is empty"),
    ("\"name\":\"Ada\"", "\"mail\":\"a\",\"name\":\"Ada\"", "manifest: author: mail: is no field"),
    ("ed25519:", "rsa:", "manifest: author: key: is no public key; wanted \"ed25519:\""),
    ("return text", "return\\u0000text", "manifest: recipe: holds a zero byte"),
    ("\"on\":true", "\"on\":null", "manifest: params: on: is neither a text, a number, true nor false"),
    ("\"on\":true", "\"\":true", "manifest: params: a name: is empty"),
    ("\"parents\":[\"sha256:", "\"parents\":[\"md5:", "manifest: parents: is no digest; wanted \"sha256:\""),
    ("\"parents\":[", "\"parents\":[1,", "manifest: parents: is no digest"),
    ("\"parents\":[", "\"parents\":{},\"p\":[", "manifest: parents: is not a list"),
    ("\"a.mp4\"", "\"a\\u0000.mp4\"", "manifest: pins: assets: a name: holds a control character"),
    ("reprise-post/1", "reprise-post/2", "manifest: is written as reprise-post/2; wanted reprise-post/1; use a newer"),
    ("reprise-post/1", "reprise-seal/1", "manifest: format: is \"reprise-seal/1\"; wanted \"reprise-post/1\""),
    ("{\"author\"", " {\"author\"", "manifest: is not canonical JSON (byte 0)"),
    ("{\"author\"", "[{\"author\"", "manifest: a comma or ] is missing"),
  ])
  func whatIsWrongIsNamed(old: String, new: String, words: String) throws {
    let error = try error(changed(old, new)).description
    #expect(error.hasPrefix(words), "\(error)")
  }

  @Test func digestsInCapitalsAreNotCanonical() throws {
    let digest = "\(Digest(of: [1]))"
    #expect(try error(changed(digest, digest.uppercased())).came.hasPrefix("is not canonical"))
  }

  @Test func fontsAreSorted() throws {
    let fonts = [Digest(of: [3]), Digest(of: [4])].map { "\"sha256:\($0)\"" }.sorted()
    let other = try changed(fonts.joined(separator: ","), fonts.reversed().joined(separator: ","))
    #expect(try error(other).came.hasPrefix("is not canonical"))
    let twice = try changed(fonts.joined(separator: ","), "\(fonts[0]),\(fonts[0])")
    #expect(try error(twice).came == "names one thing twice")
  }

  @Test func boundsHold() throws {
    var manifest = scratch.manifest()
    let digest = Digest(of: [1])
    func check(_ change: (inout Manifest) -> Void, _ isAllowed: Bool) {
      var changed = manifest
      change(&changed)
      let isRead = (try? Manifest(parsing: changed.bytes)) != nil
      #expect(isRead == isAllowed)
    }
    manifest.author = nil
    for (count, isAllowed) in [(128 << 10, true), (128 << 10 + 1, false)] {
      check({ $0.recipe = String(repeating: "x", count: count) }, isAllowed)
    }
    for (count, isAllowed) in [(1000, true), (1001, false)] {
      check({ $0.pins.assets = [String(repeating: "x", count: count): digest] }, isAllowed)
      check({ $0.title = String(repeating: "x", count: count) }, isAllowed)
      check({ $0.parents = (0..<count).map { Digest(of: "\($0)".utf8) } }, isAllowed)
      check({ $0.params = Dictionary(uniqueKeysWithValues: (0..<count).map { ("\($0)", .flag(true)) }) }, isAllowed)
    }
    for (count, isAllowed) in [(9_999, true), (10_000, false)] {
      check(
        {
          $0.pins.assets = Dictionary(uniqueKeysWithValues: (0..<count).map { ("\($0)", digest) })
          $0.pins.fonts = [digest]
        }, isAllowed)
    }
  }

  @Test func anEndlessManifestIsRefused() throws {
    let error = try error(String(repeating: " ", count: 17 << 20))
    #expect(error.description.contains("at most 16777216 are read"))
  }
}

extension Draws {
  fileprivate mutating func manifest() -> Manifest {
    var manifest = Manifest(name: word(), title: text(), recipe: text() + "é\n", graph: digest())
    manifest.author = flag() ? .init(name: word(), key: PublicKey(bytes: bytes(32))) : nil
    manifest.isRemixable = flag()
    manifest.params = dictionary { draws in
      [.number(draws.finite()), .flag(draws.flag()), .text(draws.text())][draws.int(0...2)]
    }
    manifest.parents = Array(Set(list(0...3) { $0.digest() }))
    manifest.pins = .init(
      assets: dictionary { $0.digest() }, fonts: Set(list(0...3) { $0.digest() }), posts: dictionary { $0.digest() })
    return manifest
  }

  private mutating func dictionary<T>(_ value: (inout Draws) -> T) -> [String: T] {
    Dictionary(list(0...3) { ("é" + $0.word(), value(&$0)) }, uniquingKeysWith: { first, _ in first })
  }

  private mutating func word() -> String { String(repeating: one(of: ["a", "z", "0"]), count: int(1...5)) }

  private mutating func text() -> String { list(0...5) { $0.one(of: ["a", "\"", "\\", "ß", "\u{1f600}"]) }.joined() }

  private mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(int(0...255)) } }

  private mutating func digest() -> Digest { Digest(of: bytes(2)) }
}
