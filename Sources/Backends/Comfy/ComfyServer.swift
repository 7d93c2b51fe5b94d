internal import Graph
internal import Media
package import Takes

/// A server of ComfyUI, with one workflow.
///
/// It is asked for its queue and its history: websockets, which would tell progress inside a job, are not spoken. A job is
/// found again by its key, which goes along as `client_id`.
package struct ComfyServer: VideoMaking {
  package let offer: VideoOffer
  /// A request that is on the way for longer than a minute is taken for lost; servers list at once what they accept.
  package let recall = Recall.list(settling: .seconds(60))
  /// Its limits hold for every call, and may be changed from call to call.
  package var server: Server
  private let workflow: Workflow
  private let fileLimit: Int

  /// - Parameters:
  ///   - controls: Which of the workflow's names are kinds of controls.
  ///   - offer: What the workflow can, where the host knows better than its names tell: a prompt must have its place.
  ///   - fileLimit: Of what it makes, in bytes.
  /// - Throws: `.badWorkflow` if a control has no place in the workflow, or the prompt has none.
  package init(
    _ server: Server, _ workflow: Workflow, controls: [String] = [], offer: VideoOffer? = nil, fileLimit: Int = 2 << 30
  ) throws(BackendError) {
    for name in ["prompt"] + controls where !workflow.names.contains(name) {
      throw .badWorkflow(problem: "\(name) has no place in it; it has \(workflow.names.joined(separator: ", "))")
    }
    (self.server, self.workflow, self.fileLimit) = (server, workflow, fileLimit)
    self.offer = offer ?? VideoOffer(of: workflow, controls: controls)
  }

  package func bounded(by patience: Duration) -> ComfyServer {
    var copy = self
    copy.server = server.bounded(by: patience)
    return copy
  }

  package func submit(
    _ order: VideoOrder, key: String, _ cancellation: Cancellation? = nil
  ) throws(BackendError) -> Job {
    try checkKey(key)
    try offer.check(order)
    let values = try values(of: order, key, cancellation)
    let body = HTTPRequest.Body.json(["prompt": workflow.filled(values), "client_id": .string(key)])
    let answer = try server.ask(.post, server.address.appending(["prompt"]), body: body, cancellation)
    let json = try server.json(answer, of: "POST /prompt")
    guard let id = Job.id(json["prompt_id"]?.asText) else {
      throw .nonsense(place: "POST /prompt", problem: "it has no prompt_id")
    }
    guard json["node_errors"]?.asMembers.isEmpty != false else {
      // Some of the workflow would run, and give something else than was asked for.
      try cancel(id, cancellation)
      throw .failed(reason: Complaint(json, server.redaction).message)
    }
    return Job(id, .queued(place: nil))
  }

  /// What goes where. Pictures and clips are sent first, under names that the key makes their own.
  private func values(
    of order: VideoOrder, _ key: String, _ cancellation: Cancellation?
  ) throws(BackendError) -> [String: CanonicalJSON] {
    var values = order.settings
    values["prompt"] = .string(order.prompt)
    values["width"] = order.size.map { .number(Double($0.width)) }
    values["height"] = order.size.map { .number(Double($0.height)) }
    values["seconds"] = order.seconds.map { .number(Double($0)) }
    values["seed"] = order.seed.map { .number(Double($0)) }
    var materials = order.controls
    materials["reference"] = order.reference
    for (name, material) in materials.sorted(by: { $0.key < $1.key }) {
      values[name] = .string(try upload(material, as: material.fileName("\(key)-\(name)"), cancellation))
    }
    return values
  }

  /// - Returns: How the workflow names the file.
  private func upload(
    _ material: VideoOrder.Material, as name: String, _ cancellation: Cancellation?
  ) throws(BackendError) -> String {
    let form = HTTPRequest.Body.form([
      .init("image", .file(path: material.path, fileName: name, type: material.type)),
      .init("type", .text("input")), .init("overwrite", .text("true")),
    ])
    let answer = try server.ask(.post, server.address.appending(["upload", "image"]), body: form, cancellation)
    let json = try server.json(answer, of: "POST /upload/image")
    guard let name = json["name"]?.asText, !name.isEmpty else {
      throw .nonsense(place: "POST /upload/image", problem: "it has no name")
    }
    let folder = json["subfolder"]?.asText ?? ""
    return folder.isEmpty ? name : "\(folder)/\(name)"
  }

  package func fetch(
    _ id: String, into path: String, _ cancellation: Cancellation? = nil
  ) throws(BackendError) -> VideoFile {
    guard let past = try past(id, cancellation) else { throw .expired }
    guard let file = past.files.first else { throw .failed(reason: "the workflow saved no video and no picture") }
    var patient = server
    patient.client.limits.byteCount = fileLimit
    do {
      _ = try patient.ask(.get, server.address.appending(["view"], query: file.query), into: path, cancellation)
    } catch {
      throw error.isNotFound ? .expired : error
    }
    return try VideoFile(at: path, of: "GET /view", wanted: ["video/", "image/"])
  }

  /// Takes it from the queue, or interrupts it, and has the server forget it.
  ///
  /// Servers from before August 2025 interrupt whatever runs, so they are told only where this job does.
  package func cancel(_ id: String, _ cancellation: Cancellation? = nil) throws(BackendError) {
    let forget = HTTPRequest.Body.json(["delete": .array([.string(id)])])
    _ = try server.ask(.post, server.address.appending(["queue"]), body: forget, cancellation)
    if try queue(cancellation).running.contains(where: { $0.id == id }) {
      let this = HTTPRequest.Body.json(["prompt_id": .string(id)])
      _ = try server.ask(.post, server.address.appending(["interrupt"]), body: this, cancellation)
    }
    _ = try server.ask(.post, server.address.appending(["history"]), body: forget, cancellation)
  }
}

extension VideoOffer {
  /// What the names of a workflow promise. The server checks values itself.
  fileprivate init(of workflow: Workflow, controls: [String]) {
    let names = Set(workflow.names)
    let own = Set(["prompt", "width", "height", "seconds", "seed", "reference"] + controls)
    let material = ["image/jpeg", "image/png", "image/webp", "video/mp4", "video/webm"]
    self.init(
      sizes: names.isSuperset(of: ["width", "height"]) ? .sides(16...8192, multipleOf: 1) : nil,
      lengths: names.contains("seconds") ? .within(1...600) : nil,
      seeds: names.contains("seed") ? Self.exactSeeds : nil, references: names.contains("reference") ? material : [],
      controls: controls.sorted(), controlLimit: controls.count, settings: names.subtracting(own).sorted())
  }
}
