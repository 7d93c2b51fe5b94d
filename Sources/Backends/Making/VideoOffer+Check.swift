internal import Glibc
internal import Graph
internal import Media
internal import Takes

extension VideoOffer {
  /// - Throws: `.unsupported` with the first thing of the order that cannot be had, and what can; `.file` for
  ///   material that cannot be sent.
  package func check(_ order: VideoOrder) throws(BackendError) {
    try check(prompt: order.prompt)
    if let size = order.size { try check(size) }
    if let seconds = order.seconds { try check(seconds: seconds) }
    if let seed = order.seed { try check(seed: seed) }
    try check(order.reference)
    try check(order.controls)
    for (name, value) in order.settings.sorted(by: { $0.key < $1.key }) { try check(value, of: name) }
  }

  private func check(_ setting: CanonicalJSON, of name: String) throws(BackendError) {
    guard settings.contains(name) else {
      let wanted = Self.alternatives(settings, none: "it has none")
      throw .unsupported(parameter: "the setting", value: name, wanted: wanted)
    }
    guard setting.isFinite(within: 16) else {
      throw .unsupported(parameter: "the setting", value: name, wanted: "use finite numbers, and lists at most 16 deep")
    }
  }

  private func check(prompt: String) throws(BackendError) {
    guard prompt.utf8.count <= promptLimit else {
      throw .unsupported(
        parameter: "a prompt of", value: "\(prompt.utf8.count) bytes", wanted: "use at most \(promptLimit)")
    }
    guard prompt.contains(where: { !$0.isWhitespace }) else {
      throw .unsupported(parameter: "the prompt", value: "\"\"", wanted: "say what is to be seen")
    }
  }

  private func check(_ size: Size) throws(BackendError) {
    let (fits, wanted) =
      switch sizes {
      case nil: (false, "leave it out: it has one of its own")
      case .only(let sizes): (sizes.contains(size), Self.alternatives(sizes.map { "\($0)" }))
      case .sides(let range, let step):
        (
          [size.width, size.height].allSatisfy { range.contains($0) && $0 % max(1, step) == 0 },
          "use sides from \(range.lowerBound) to \(range.upperBound), multiples of \(step)"
        )
      }
    guard fits else { throw .unsupported(parameter: "size", value: "\(size)", wanted: wanted) }
  }

  private func check(seconds: Int) throws(BackendError) {
    let (fits, wanted) =
      switch lengths {
      case nil: (false, "leave it out: it has one of its own")
      case .only(let lengths): (lengths.contains(seconds), Self.alternatives(lengths.map { "\($0)" }))
      case .within(let range): (range.contains(seconds), "use \(range.lowerBound) to \(range.upperBound)")
      }
    guard fits else { throw .unsupported(parameter: "seconds", value: "\(seconds)", wanted: wanted) }
  }

  private func check(seed: UInt64) throws(BackendError) {
    guard let seeds else {
      throw .unsupported(parameter: "seed", value: "\(seed)", wanted: "leave it out: every video is another")
    }
    guard seeds.clamped(to: Self.exactSeeds).contains(seed) else {
      let wanted = "use \(seeds.lowerBound) to \(min(seeds.upperBound, Self.exactSeeds.upperBound))"
      throw .unsupported(parameter: "seed", value: "\(seed)", wanted: wanted)
    }
  }

  private func check(_ reference: VideoOrder.Material?) throws(BackendError) {
    guard let reference else { return }
    guard references.contains(reference.type) else {
      let wanted = Self.alternatives(references, none: "it takes none")
      throw .unsupported(parameter: "a reference of type", value: reference.type, wanted: wanted)
    }
    try check(material: reference)
  }

  private func check(_ controls: [String: VideoOrder.Material]) throws(BackendError) {
    for (name, material) in controls.sorted(by: { $0.key < $1.key }) {
      guard self.controls.contains(name) else {
        let wanted = Self.alternatives(self.controls, none: "it takes none")
        throw .unsupported(parameter: "the control", value: name, wanted: wanted)
      }
      try check(material: material)
    }
    guard controls.count <= controlLimit else {
      let names = controls.keys.sorted().joined(separator: ", ")
      throw .unsupported(parameter: "controls", value: names, wanted: "use at most \(controlLimit) at once")
    }
  }

  private func check(material: VideoOrder.Material) throws(BackendError) {
    // The type becomes a line of the request.
    guard material.type.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), material.type.contains("/") else {
      throw .unsupported(
        parameter: "a file of type", value: Complaint.short(material.type, Redaction([])),
        wanted: "use one like video/mp4")
    }
    var status = stat()
    guard stat(material.path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .file(path: material.path, problem: "it cannot be read, or is no file")
    }
    guard status.st_size <= materialLimit else {
      throw .file(path: material.path, problem: "it is larger than \(materialLimit) bytes")
    }
  }

  private static func alternatives(_ names: [String], none: String = "leave it out") -> String {
    names.isEmpty ? none : "use \(names.joined(separator: ", "))"
  }
}
