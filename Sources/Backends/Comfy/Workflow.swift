internal import Graph

/// A workflow of ComfyUI, as its menu exports it for programs, with names for what changes from order to order.
///
/// Names that orders know by themselves: `prompt`, `width`, `height`, `seconds`, `seed`, `reference`. Kinds of controls and
/// settings have the names that the host gives them.
package struct Workflow: Hashable, Sendable {
  /// A field of a node, where a value goes.
  package struct Socket: Hashable, Sendable {
    package let node: String
    package let field: String

    /// - Parameter text: `6.text`: the node's id, and the field among its inputs.
    package init?(_ text: String) {
      guard let dot = text.firstIndex(of: "."), dot > text.startIndex else { return nil }
      (node, field) = (String(text[..<dot]), String(text[text.index(after: dot)...]))
      guard !field.isEmpty else { return nil }
    }
  }

  private let nodes: [String: CanonicalJSON]
  private let sockets: [String: [Socket]]
  package var names: [String] { sockets.keys.sorted() }

  /// - Parameters:
  ///   - file: The workflow: ids of nodes, each with `class_type` and `inputs`.
  ///   - sockets: For each name, where its value goes: one place or more.
  /// - Throws: `.badWorkflow` for what is no workflow, and for places that it does not have.
  package init(_ file: [UInt8], sockets: [String: [Socket]]) throws(BackendError) {
    let json: CanonicalJSON
    do { json = try CanonicalJSON(parsing: file) } catch {
      throw .badWorkflow(problem: "byte \(error.offset): \(error.problem)")
    }
    (nodes, self.sockets) = (json.asMembers, sockets)
    try checkNodes()
    for (name, places) in sockets.sorted(by: { $0.key < $1.key }) {
      for socket in places { try check(socket, of: name) }
    }
  }

  /// - Parameter names: What is called how, as JSON: `{"prompt": "6.text", "seed": ["3.seed", "7.seed"]}`.
  /// - Throws: `.badWorkflow`, for names that go nowhere, too.
  package init(_ file: [UInt8], names: [UInt8]) throws(BackendError) {
    guard let json = try? CanonicalJSON(parsing: names), case .object(let members) = json else {
      throw .badWorkflow(problem: "its names are no object of JSON")
    }
    var sockets: [String: [Socket]] = [:]
    for (name, value) in members.sorted(by: { $0.key < $1.key }) {
      let texts = value.asText.map { [$0] } ?? value.asItems.compactMap(\.asText)
      sockets[name] = texts.compactMap { Socket($0) }
      guard !texts.isEmpty, sockets[name]?.count == max(texts.count, value.asItems.count) else {
        throw .badWorkflow(problem: "\(name) goes to \(value.text); wanted places like \"6.text\"")
      }
    }
    try self.init(file, sockets: sockets)
  }

  private func checkNodes() throws(BackendError) {
    guard !nodes.isEmpty else { throw .badWorkflow(problem: "it has no nodes; export it for programs (API)") }
    for (id, node) in nodes.sorted(by: { $0.key < $1.key }) {
      guard node["class_type"]?.asText != nil, case .object(let inputs)? = node["inputs"] else {
        throw .badWorkflow(problem: "node \(id) has no class_type or no inputs; export it for programs (API)")
      }
      // A number of JSON is read as a Double: seeds beyond 2⁵³ would be others.
      for (field, value) in inputs where value.asNumber.map({ abs($0) >= 0x1p53 }) == true {
        throw .badWorkflow(problem: "node \(id): \(field) is 2⁵³ or more; make it smaller in the file")
      }
    }
  }

  private func check(_ socket: Socket, of name: String) throws(BackendError) {
    let place = "\(name) goes to \(socket.node).\(socket.field)"
    guard let node = nodes[socket.node] else {
      throw .badWorkflow(problem: "\(place), and there is no node \(socket.node)")
    }
    guard let value = node["inputs"]?[socket.field] else {
      let fields = (node["inputs"]?.asMembers ?? [:]).keys.sorted().joined(separator: ", ")
      throw .badWorkflow(problem: "\(place); the node has \(fields)")
    }
    guard value.asItems.isEmpty else {
      throw .badWorkflow(problem: "\(place), which comes from node \(value.asItems[0].text); name a field there")
    }
  }

  /// The workflow with values in their places.
  ///
  /// - Precondition: Every name is one of `names`.
  func filled(_ values: [String: CanonicalJSON]) -> CanonicalJSON {
    var nodes = nodes
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      for socket in sockets[name] ?? [] {
        var node = nodes[socket.node]?.asMembers ?? [:]
        var inputs = node["inputs"]?.asMembers ?? [:]
        inputs[socket.field] = value
        node["inputs"] = .object(inputs)
        nodes[socket.node] = .object(node)
      }
    }
    return .object(nodes)
  }
}
