import Graph
import Media

extension VideoModel {
  /// What a backends file says of a model.
  ///
  /// - Parameter folder: Where the file lies, and with it what it names.
  init(_ entry: BackendsEntry, in folder: String) throws(RepriseError) {
    let (price, key) = (try VideoPrice(entry), try entry.key())
    if let command = try entry.texts("command") {
      try entry.check(["command", "can", "price"])
      self = try .command(command, can: VideoAbilities(entry) ?? VideoAbilities(), price: price)
    } else if let address = try entry.text("comfy") {
      try entry.check(["comfy", "workflow", "names", "controls", "can", "key", "key_file", "price"])
      guard let workflow = try entry.text("workflow"), let names = entry["names"] else {
        throw entry.mistake("it has no workflow and names", remedy: "name the file, and what goes where in it")
      }
      self = try .comfy(
        address, workflow: workflow.hasPrefix("/") ? workflow : "\(folder)/\(workflow)", names: names.text,
        controls: entry.texts("controls") ?? [], can: VideoAbilities(entry), key: key, price: price)
    } else if let address = try entry.text("server") {
      try entry.check(["server", "model", "can", "key", "key_file", "price"])
      self = try .server(
        address, model: entry.text("model"), can: VideoAbilities(entry) ?? .vllmOmni, key: key, price: price)
    } else {
      throw entry.mistake("it has neither a server, nor a comfy, nor a command")
    }
  }
}

extension VideoPrice {
  /// `"0.40 USD"` for each video, `{ "second": "0.05 USD" }`, or `{ "second": { "1280x720": "0.10 USD" } }`.
  fileprivate init(_ entry: BackendsEntry) throws(RepriseError) {
    switch entry["price"] {
    case nil: self = .free
    case .string(let price): self = .take(price)
    default:
      let price = try entry.entry("price")
      try price?.check(["second"])
      if case .string(let second)? = price?["second"] {
        self = .second(second)
      } else {
        guard case .object(let sizes)? = price?["second"] else { throw entry.mistake("its price is by no second") }
        var prices: [String: String] = [:]
        for (size, value) in sizes {
          guard case .string(let price) = value else { throw entry.mistake("the price of \(size) is no text") }
          prices[size] = price
        }
        self = .secondBySize(prices)
      }
    }
  }
}

extension VideoAbilities {
  /// `"sora"`, `"vllm-omni"`, or an object; nil if it is left out.
  fileprivate init?(_ entry: BackendsEntry) throws(RepriseError) {
    switch entry["can"] {
    case nil: return nil
    case .string("sora"): self = .sora
    case .string("vllm-omni"): self = .vllmOmni
    case .string(let name):
      throw entry.mistake("can is \"\(name)\"", remedy: "say \"sora\", \"vllm-omni\", or an object")
    default:
      guard let can = try entry.entry("can") else { return nil }
      try can.check(["sizes", "seconds", "seed", "reference", "controls", "settings"])
      self.init(
        sizes: try (can.texts("sizes") ?? []).map { text throws(RepriseError) in
          guard let size = Size(text) else { throw can.mistake("\"\(text)\" is no size such as 1280x720") }
          return size
        },
        seconds: try can.wholeNumbers("seconds") ?? [], seed: try can.flag("seed") ?? false,
        reference: try can.flag("reference") ?? false, controls: try can.texts("controls") ?? [],
        settings: try can.texts("settings") ?? [])
    }
  }
}

extension Size {
  /// `1280x720`
  fileprivate init?(_ text: String) {
    let sides = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard sides.count == 2, let width = sides[0], let height = sides[1], (1...8192).contains(width),
      (1...8192).contains(height)
    else { return nil }
    self.init(width: width, height: height)
  }
}
