internal import Graph

/// What a back end can do, declared, so that what it cannot is an error before it is asked.
package struct Capabilities: Hashable, Sendable {
  package var kinds: Set<Request.Kind>
  package var models: Ability
  package var parameters: [String: Ability]
  /// Parameters without which it cannot begin.
  package var needed: Set<String>
  /// How many inputs of each role it takes.
  package var inputs: [String: Int]
  package var canCancel: Bool
  package var recall: Recall

  package init(
    _ kinds: Set<Request.Kind>, models: Ability = .anything, parameters: [String: Ability], needed: Set<String> = [],
    inputs: [String: Int] = [:], canCancel: Bool = false, recall: Recall = .nothing
  ) {
    (self.kinds, self.models, self.parameters, self.needed) = (kinds, models, parameters, needed)
    (self.inputs, self.canCancel, self.recall) = (inputs, canCancel, recall)
  }
}

extension Capabilities {
  /// - Throws: `.unable` with the first thing that it cannot honour: the parameter, what came, what it can.
  package func check(_ request: Request) throws(TakeError) {
    guard kinds.contains(request.kind) else {
      let known = kinds.map(\.rawValue).sorted().alternatives
      throw TakeError(.unable, request.backend, "does not make \(request.kind.rawValue)", wanted: known)
    }
    guard models.takes(.string(request.model)) else {
      throw TakeError(.unable, "\(request.backend): model", "is \(request.model.shown())", wanted: "\(models)")
    }
    for name in request.parameters.keys.sorted() { try check(name, of: request) }
    for name in needed.sorted() where request.parameters[name] == nil {
      throw request.unable(name, wanted: parameters[name].map { "\($0)" } ?? "a value")
    }
    try checkInputs(of: request)
  }

  private func check(_ name: String, of request: Request) throws(TakeError) {
    guard let ability = parameters[name] else {
      throw TakeError(
        .unable, "\(request.backend): \(name.shown(atMost: 60))", "is no parameter that it has",
        wanted: parameters.keys.sorted().alternatives, remedy: "leave it out, or ask another back end")
    }
    guard let value = request.parameters[name], !ability.takes(value) else { return }
    throw request.unable(name, wanted: "\(ability)")
  }

  private func checkInputs(of request: Request) throws(TakeError) {
    for role in Set(request.inputs.map(\.role)).sorted() {
      let count = request.inputs.count { $0.role == role }
      guard count > inputs[role, default: 0] else { continue }
      let can = inputs.sorted { $0.key < $1.key }.map { "\($0.value) as \($0.key)" }.alternatives
      throw TakeError(
        .unable, "\(request.backend): \(role.shown(atMost: 60))", "\(count) of them came", wanted: "at most \(can)",
        remedy: "leave them out, or ask another back end")
    }
  }
}

extension Request {
  /// A parameter that cannot be honoured as it is.
  func unable(_ name: String, wanted: String) -> TakeError {
    let came = parameters[name].map { "is \($0.text.shown(atMost: 80))" } ?? "is missing"
    return TakeError(.unable, "\(backend): \(name)", came, wanted: wanted)
  }
}
