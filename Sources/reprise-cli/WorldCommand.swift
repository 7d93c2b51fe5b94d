import ArgumentParser
import Reprise

/// `reprise world`: a prompt becomes a scene that can be edited.
struct WorldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "world",
    abstract: "Turn a prompt into a scene, which is recipe source.",
    discussion: """
      The scene is simulated, drawn and heard when it is rendered. What was understood, assumed and left out is told beside it.

      Examples:

        reprise world "A red ball rolls down a ramp and knocks over three bottles." -o scene.lua
        reprise render scene.lua -o scene.mp4
        reprise world --words

      Words of your own stand in the file of --backends, and are written into the scenes that use them.
      """)

  @Argument(help: "What is to be seen, in English.")
  var prompt: String?

  @Option(name: .shortAndLong, help: "Where the recipe goes; standard output if left out.", completion: .file())
  var output: String?

  @Option(help: "How long the scene is: 0.5 to 120.")
  var seconds = 8.0

  @Option(help: "Another number is another arrangement.")
  var seed = 0

  @Flag(help: "List the words that a prompt may use.")
  var words = false

  @OptionGroup var hosts: BackendArguments

  @Flag(name: .customLong("json"), help: "Speak to a program: one JSON object on standard output, also for errors.")
  var isJSON = false

  private var console: Console { Console(isJSON: isJSON) }

  func validate() throws {
    guard words || prompt != nil else { throw ValidationError("there is no prompt; say what is to be seen") }
  }

  func run() throws {
    var runtime = Runtime()
    try hosts.apply(to: &runtime)
    guard !words, let prompt else { return try show(runtime.words) }
    let scene = try PromptedScene(prompt, seconds: seconds, seed: seed, words: runtime.words)
    if let output { try TextFile.create(output, scene.recipe) }
    if !isJSON { remark(scene) }
    try console.show(
      output.map { "\($0) is written" } ?? scene.recipe,
      .object([
        ("recipe", .string(scene.recipe)), ("understood", .array(scene.understood.map(JSON.remark))),
        ("assumed", .array(scene.assumed.map { .string($0) })), ("leftOut", .array(scene.leftOut.map(JSON.remark))),
      ]))
  }

  private func remark(_ scene: PromptedScene) {
    for remark in scene.understood { console.remark("understood  \"\(remark.words)\": \(remark.meaning)".printable) }
    for sentence in scene.assumed { console.remark("assumed     \(sentence)".printable) }
    for remark in scene.leftOut { console.remark("left out    \"\(remark.words)\": \(remark.meaning)".printable) }
  }

  private func show(_ words: Words) throws {
    let groups = try PromptedScene.vocabulary(with: words)
    let lines = groups.flatMap { group in
      [
        "\(group.title) (\(group.words.count))",
        "  " + group.words.map { $0.joined(separator: " / ") }.joined(separator: ", "),
      ]
    }
    try console.show(
      lines.joined(separator: "\n"),
      .object(
        groups.map { group in
          (group.title, .array(group.words.map { .array($0.map { .string($0) }) }))
        }))
  }
}

extension JSON {
  fileprivate static func remark(_ remark: PromptedScene.Remark) -> JSON {
    .object([
      ("words", .string(remark.words)), ("offset", .number(remark.offset)), ("meaning", .string(remark.meaning)),
    ])
  }
}
