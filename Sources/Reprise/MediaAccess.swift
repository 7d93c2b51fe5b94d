import Codec
import Confinement
import Draw
import MediaWorker
import Speech

/// How media files are read: by processes that can do nothing else, or by this one.
struct MediaAccess: Sendable {
  /// Nil reads in this process.
  let nursery: Nursery?
  let limits: MediaLimits
  /// Without all of these no file is read.
  let required: Protection

  func open(_ path: String, profile: MediaProfile?) throws -> any Recording {
    let input = try InputFile(path: path, limits: limits)
    guard let source = try source(of: input) else { return try input.opened(profile: profile) }
    return try profile.map { ConfinedFile(source, profile: $0) } ?? ConfinedFile(source)
  }

  /// A sentence that travels with a file.
  func tag(_ name: String, of path: String) throws -> String? {
    let input = try InputFile(path: path, limits: limits)
    guard let source = try source(of: input) else { return try MediaFile.tag(name, of: input) }
    return try source.tag(name)
  }

  /// The coded pictures of a file.
  func groups(of path: String, _ body: (PictureGroups.Unit) -> Void) throws {
    let input = try InputFile(path: path, limits: limits)
    guard let source = try source(of: input) else { return try PictureGroups.read(input, body) }
    try source.groups(body)
  }

  /// What sets texts in fonts that strangers may have made.
  func typesetter(fonts: [FontFile]) throws -> any TextSetting {
    try confined(fonts) ?? Typesetter(library: FontLibrary(files: fonts))
  }

  /// What draws captions of ASS files, which strangers may have made.
  func subtitler(reading fonts: Set<String>) throws -> any SubtitleSetting {
    try confined(fonts.sorted().map { FontFile($0) }) ?? SubtitlePainter()
  }

  /// What speaks texts of strangers.
  func speaker() throws -> any Speaking {
    guard let nursery = try workers() else { return Speaker() }
    return try ConfinedSpeaker(nursery: nursery, limits: limits, required: required)
  }

  private func confined(_ fonts: [FontFile]) throws(WorkerFailure) -> ConfinedTypesetter? {
    guard let nursery = try workers() else { return nil }
    return try ConfinedTypesetter(fonts: fonts, nursery: nursery, limits: limits, required: required)
  }

  private func source(of input: InputFile) throws(WorkerFailure) -> ConfinedSource? {
    try workers().map { ConfinedSource(input, nursery: $0, required: required) }
  }

  /// Nil where this process does the work itself, and may.
  private func workers() throws(WorkerFailure) -> Nursery? {
    guard nursery != nil || required.isEmpty else { throw .unprotected(required) }
    return nursery
  }
}

extension Runtime {
  var access: MediaAccess {
    let nursery: Nursery? =
      switch isolation {
      case .inProcess: nil
      case .process(let program):
        Nursery.of(program: program.map(WorkerProgram.media.beside) ?? WorkerProgram.media.path)
      }
    return MediaAccess(nursery: nursery, limits: limits.media, required: Protection(rawValue: required.rawValue))
  }
}
