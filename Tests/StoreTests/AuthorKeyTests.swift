import Foundation
import Testing

@testable import Store

/// RFC 8032, section 7.1: seed, public key, message, signature.
private let vectors: [(seed: String, key: String, message: String, signature: String)] = [
  (
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
  ),
  (
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
  ),
  (
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
  ),
  (
    "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
    "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
    "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
    "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"
  ),
]

private func bytes(_ text: String) -> [UInt8] {
  let digits = Array(text)
  return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
}

@Suite struct AuthorKeyTests {
  @Test(arguments: vectors)
  func signaturesAreThoseOfTheStandard(vector: (seed: String, key: String, message: String, signature: String)) throws {
    let key = try AuthorKey(seed: bytes(vector.seed))
    #expect(key.publicKey.bytes == bytes(vector.key))
    #expect(key.publicKey.hasSigned(bytes(vector.message), bytes(vector.signature)))
    #expect(key.publicKey.hasSigned(bytes(vector.message), try key.signature(of: bytes(vector.message))))
    #expect(!key.publicKey.hasSigned(bytes(vector.message) + [0], bytes(vector.signature)))
  }

  @Test func theOtherFormOfASignatureIsRefused() throws {
    // S + L instead of S: RFC 8032, section 5.1.7, wants it refused, so a signature has one form.
    let order = bytes("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010")
    var (signature, carry) = (bytes(vectors[1].signature), 0)
    for index in 0..<32 {
      let sum = Int(signature[32 + index]) + Int(order[index]) + carry
      signature[32 + index] = UInt8(sum & 0xff)
      carry = sum >> 8
    }
    #expect(!PublicKey(bytes: bytes(vectors[1].key)).hasSigned([0x72], signature))
  }

  @Test func aKeyIsMadeOnceAndForItsOwnerAlone() throws {
    let scratch = try Scratch()
    let path = scratch.folder + "/config/reprise/author.key"
    let key = try AuthorKey(at: path)
    #expect(try AuthorKey(at: path).publicKey == key.publicKey)
    let manager = FileManager.default
    #expect(try manager.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    let folder = scratch.folder + "/config/reprise"
    #expect(try manager.attributesOfItem(atPath: folder)[.posixPermissions] as? Int == 0o700)
    #expect(try manager.contentsOfDirectory(atPath: folder) == ["author.key"])
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("Reprise author key (Ed25519). "))
  }

  @Test func whoeverStartsAtOnceGetsTheSameKey() async throws {
    let scratch = try Scratch()
    let path = scratch.folder + "/keys/author.key"
    let keys = try await withThrowingTaskGroup(of: PublicKey.self) { group in
      for _ in 0..<16 { group.addTask { try AuthorKey(at: path).publicKey } }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(keys.count == 1)
  }

  @Test(arguments: [0o644, 0o640, 0o604, 0o660, 0o601]) func aKeyThatOthersMayTouchIsRefused(mode: Int) throws {
    let scratch = try Scratch()
    let path = scratch.folder + "/author.key"
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    let error = try #require(throws: StoreError.self) { try AuthorKey(at: path) }
    #expect(error.code == .unsafeKey)
    #expect(error.description.contains("mode \(String(mode, radix: 8))"))
    #expect(error.remedy == "chmod 600 \(path)")
  }

  @Test(arguments: ["", "x", "Reprise author key (Ed25519). ", "AAAA\n"]) func whatIsNoKeyIsKept(text: String) throws {
    let scratch = try Scratch()
    let path = try scratch.write(Array(text.utf8), to: "k")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    #expect(try #require(throws: StoreError.self) { try AuthorKey(at: path) }.code == .malformed)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test func everyChangedByteOfAKeyFileIsNoticedOrAnotherKey() throws {
    let scratch = try Scratch()
    let path = scratch.folder + "/author.key"
    let file = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    for offset in file.indices {
      var changed = file
      changed[offset] ^= 1
      try scratch.overwrite(path, changed)
      chmod(path, 0o600)
      if let key = try? AuthorKey(at: path) { #expect(key.publicKey != scratch.key.publicKey) }
    }
  }

  @Test(arguments: [
    "", "ed25519:", "ed25519:AAAA", "ED25519:11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
    "ed25519:11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo", "ed25519:11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURp=",
    "ed25519:11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n", "ed25519:11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
  ])
  func aPublicKeyHasOneText(text: String) {
    #expect(PublicKey(text: text) == nil)
    let written = "ed25519:11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
    #expect(PublicKey(text: written)?.text == written)
    #expect(PublicKey(text: written)?.bytes == bytes(vectors[0].key))
  }

  @Test func placesFollowTheEnvironment() {
    let home = ["HOME": "/home/ada"]
    let data = home.merging(["XDG_DATA_HOME": "/data", "XDG_CONFIG_HOME": "/config"]) { $1 }
    let own = data.merging(["REPRISE_STORE": "here", "REPRISE_KEY": "k"]) { $1 }
    #expect(Store.standardFolder { home[$0] } == "/home/ada/.local/share/reprise")
    #expect(Store.standardFolder { data[$0] } == "/data/reprise")
    #expect(Store.standardFolder { own[$0] } == "here")
    #expect(Store.standardFolder { ["HOME": "/h", "XDG_DATA_HOME": "relative"][$0] } == "/h/.local/share/reprise")
    #expect(Store.standardFolder { _ in nil }.hasSuffix("/.local/share/reprise"))
    #expect(AuthorKey.standardPath { home[$0] } == "/home/ada/.config/reprise/author.key")
    #expect(AuthorKey.standardPath { data[$0] } == "/config/reprise/author.key")
    #expect(AuthorKey.standardPath { own[$0] } == "k")
  }
}
