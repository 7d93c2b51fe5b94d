import Graph
import Recipe
import Store

extension Composition {
  /// What a post of this composition says of itself.
  ///
  /// - Parameter author: Nil for a draft.
  func manifest(_ details: PostDetails, author: Manifest.Author?) -> Manifest {
    let name = details.name ?? Slug.made(from: origin.name)
    let (params, files) = pinnedParams()
    return Manifest(
      name: name, title: details.title ?? Slug.title(of: name), author: author, licence: details.licence,
      isRemixable: details.isRemixable, recipe: origin.source, params: params,
      parents: Array(result.parents.map(\.id).uniqued),
      pins: Manifest.Pins(
        assets: result.assets.merging(files) { $1 }, fonts: Set(result.fonts),
        posts: Dictionary(result.parents.map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })),
      graph: graph.digest)
  }

  /// What the params were set to, and the files among it: a post knows them by a name of its own, not by the caller's path.
  private func pinnedParams() -> (params: [String: Manifest.Value], files: [String: Digest]) {
    var params = origin.own.mapValues(Manifest.Value.init)
    var files: [String: Digest] = [:]
    for (name, value) in origin.params.sorted(by: { $0.key < $1.key }) {
      guard isFile(name), case .text(let path) = Manifest.Value(value, as: kind(of: name)), let file = result.lent[path]
      else {
        params[name] = Manifest.Value(value, as: kind(of: name))
        continue
      }
      let pin = "param/\(name)/\(path.split(separator: "/").last ?? "file")"
      (params[name], files[pin]) = (.text(pin), file)
    }
    return (params, files)
  }

  private func kind(of param: String) -> Param.Kind? { result.params.first { $0.path == param }?.kind }

  private func isFile(_ param: String) -> Bool {
    switch kind(of: param) {
    case .video, .image, .audio: true
    default: false
    }
  }
}

extension Manifest.Value {
  fileprivate init(_ setting: ParamSetting) {
    switch setting {
    case .text(let text), .word(let text): self = .text(text)
    case .number(let number): self = .number(number)
    case .flag(let flag): self = .flag(flag)
    }
  }

  /// A word from a command line becomes what the param is.
  fileprivate init(_ value: ParamValue, as kind: Param.Kind?) {
    guard case .word(let word) = value else {
      self.init(value.setting)
      return
    }
    switch kind {
    case .number, .seconds: self = Double(word).map(Manifest.Value.number) ?? .text(word)
    case .toggle: self = .flag(["true", "yes", "on"].contains(word))
    default: self = .text(word)
    }
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, where it came first.
  fileprivate var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
