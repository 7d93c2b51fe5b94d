import Glibc
import Graph
import Store

/// A file that names what a host has besides the runtime: voices.
///
/// ```json
/// { "voices": {
///   "bob":  { "command": ["espeak-ng", "--stdout", "{text}"] },
///   "nova": { "server": "http://127.0.0.1:8880", "model": "kokoro", "voice": "af_nova",
///             "key": "KOKORO_KEY", "price": "0.015 USD" } } }
/// ```
struct BackendsFile {
  let path: String
  let voices: [String: VoiceSource]

  init(path: String) throws(RepriseError) {
    self.path = path
    do {
      let bytes = try LocalFile.bytes(of: path, atMost: 1 << 20, kind: "smaller file")
      let members = try Self.object(CanonicalJSON(parsing: bytes), named: "the file")
      try Self.check(members, ["voices"], in: "the file")
      let voices = try members["voices"].map { try Self.object($0, named: "voices") } ?? [:]
      self.voices = try voices.reduce(into: [:]) { sources, entry in
        sources[entry.key] = try Self.voice(entry.key, entry.value)
      }
    } catch let error as CanonicalJSON.Mistake {
      throw RepriseError(.usage, code: "backends", came: "\(path): byte \(error.offset): \(error.problem)")
    } catch {
      let error = RepriseError(error)
      throw RepriseError(
        .usage, code: error.code, came: "\(path): \(error.came)", wanted: error.wanted, remedy: error.remedy)
    }
  }

  /// `REPRISE_BACKENDS`, else `backends.json` beside the author's key.
  static var standardPath: String {
    if let path = getenv("REPRISE_BACKENDS") { return String(cString: path) }
    return LocalFile.folder(of: AuthorKey.standardPath) + "/backends.json"
  }

  private static func voice(_ name: String, _ json: CanonicalJSON) throws -> VoiceSource {
    let members = try object(json, named: "voice \"\(name)\"")
    func text(_ member: String) throws -> String? {
      guard let value = members[member] else { return nil }
      guard case .string(let text) = value else { throw mistake("voice \"\(name)\": \(member) is no text") }
      return text
    }
    guard !Language.voices.contains(name) else {
      throw mistake("voice \"\(name)\" comes with the runtime", remedy: "call it something else")
    }
    if case .array(let words)? = members["command"] {
      try check(members, ["command"], in: "voice \"\(name)\"")
      return try .command(
        words.map { word in
          guard case .string(let text) = word else {
            throw mistake("voice \"\(name)\": command has something but texts")
          }
          return text
        })
    }
    try check(members, ["server", "model", "voice", "key", "price"], in: "voice \"\(name)\"")
    guard let server = try text("server") else {
      throw mistake("voice \"\(name)\" has neither a command, which is a list, nor a server")
    }
    return try .server(
      server, model: text("model") ?? "tts-1", voice: text("voice") ?? name, keyVariable: text("key"),
      price: text("price"))
  }

  private static func object(_ json: CanonicalJSON, named name: String) throws -> [String: CanonicalJSON] {
    guard case .object(let members) = json else { throw mistake("\(name) is no object, { … }") }
    return members
  }

  private static func check(_ members: [String: CanonicalJSON], _ known: [String], in place: String) throws {
    guard let stray = members.keys.sorted().first(where: { !known.contains($0) }) else { return }
    throw mistake("\(place) has \"\(stray)\"", remedy: "it may have \(known.joined(separator: ", "))")
  }

  private static func mistake(_ came: String, remedy: String? = nil) -> RepriseError {
    RepriseError(.usage, code: "backends", came: came, remedy: remedy)
  }
}

extension Runtime {
  /// Takes over the voices that a file names.
  ///
  /// - Parameter file: `REPRISE_BACKENDS`, or `backends.json` beside the author's key, if left out; then it may be missing.
  public mutating func readBackends(file: String? = nil) throws(RepriseError) {
    let path = file ?? BackendsFile.standardPath
    guard file != nil || LocalFile.real(path) != nil else { return }
    voices.merge(try BackendsFile(path: path).voices) { $1 }
  }
}
