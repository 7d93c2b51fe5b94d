import Glibc
import Graph
import Store

/// A file that names what a host has besides the runtime: voices, models that make videos, writers, and
/// words for prompts.
///
/// ```json
/// { "voices": {
///     "bob":  { "command": ["espeak-ng", "--stdout", "{text}"] },
///     "nova": { "server": "http://127.0.0.1:8880", "model": "kokoro", "voice": "af_nova",
///               "key": "KOKORO_KEY", "price": "0.015 USD" } },
///   "models": {
///     "wan":  { "server": "http://127.0.0.1:8091", "can": "vllm-omni", "price": { "second": "0.05 USD" } },
///     "flux": { "comfy": "http://127.0.0.1:8188", "workflow": "flux.json", "names": { "prompt": "6.text" } },
///     "mine": { "command": ["./make-video"], "can": { "seconds": [2, 4], "seed": true } } },
///   "writers": { "qwen": { "server": "http://127.0.0.1:8000", "model": "qwen3-coder" } },
///   "words": { "gizmo": { "shape": "box", "material": "brass" } } }
/// ```
struct BackendsFile {
  let path: String
  let voices: [String: VoiceSource]
  let models: [String: VideoModel]
  let writers: [String: Writer]
  let words: Words

  init(path: String) throws(RepriseError) {
    self.path = path
    do {
      let bytes = try LocalFile.bytes(of: path, atMost: 1 << 20, kind: "smaller file")
      let file = try BackendsEntry("the file", CanonicalJSON(parsing: bytes))
      try file.check(["voices", "models", "writers", "words"])
      voices = try file.entries("voices", each: "voice").mapValues { try VoiceSource($0) }
      let folder = LocalFile.folder(of: path)
      models = try file.entries("models", each: "model").mapValues { try VideoModel($0, in: folder) }
      writers = try file.entries("writers", each: "writer").mapValues { try Writer($0) }
      words = try Words(file["words"])
    } catch let error as CanonicalJSON.Mistake {
      throw RepriseError(.usage, code: "backends", came: "\(path): byte \(error.offset): \(error.problem)")
    } catch {
      let error = RepriseError(word: error)
      throw RepriseError(
        .usage, code: error.code, came: "\(path): \(error.came)", wanted: error.wanted, remedy: error.remedy)
    }
  }

  /// `REPRISE_BACKENDS`, else `backends.json` beside the author's key.
  static var standardPath: String {
    if let path = getenv("REPRISE_BACKENDS") { return String(cString: path) }
    return LocalFile.folder(of: AuthorKey.standardPath) + "/backends.json"
  }
}

extension Runtime {
  /// Takes over the voices, models, writers and words that a file names.
  ///
  /// - Parameter file: `REPRISE_BACKENDS`, or `backends.json` beside the author's key, if left out; then it may be missing.
  public mutating func readBackends(file: String? = nil) throws(RepriseError) {
    let path = file ?? BackendsFile.standardPath
    guard file != nil || LocalFile.real(path) != nil else { return }
    let backends = try BackendsFile(path: path)
    voices.merge(backends.voices) { $1 }
    models.merge(backends.models) { $1 }
    writers.merge(backends.writers) { $1 }
    words.merge(backends.words)
  }
}
