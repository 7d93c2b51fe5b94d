import ArgumentParser
import Reprise

/// `reprise write`: a model turns a wish into a scene or a recipe, which is shown before it is used.
struct WriteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "write",
    abstract: "Have a language model write a scene or a recipe.",
    discussion: """
      The model is behind a server of yours that speaks /v1/chat/completions, and stands in the file of --backends:

        { "writers": { "local": { "server": "http://127.0.0.1:8000", "model": "qwen3-coder" } } }

      It is told the language, and what it writes is checked as a stranger's recipe is. What does not run goes back to it \
      with the mistake, a few times. Then it is shown, or written to a new file; nothing is drawn. Answers are recorded: \
      the same wish gives the same text again, for nothing; another --seed asks anew.

      Examples:

        reprise write "a dog chases a ball along a beach at sunset"
        reprise write "a birthday card for Ana, with music" --as recipe --by local -o card.lua
        reprise write "a storm at sea" --budget "0.05 USD" --json
      """)

  @Argument(help: "What is to be seen and heard, in any language that the model knows.")
  var wish: String

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "What is written: \(Writing.Form.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "form"),
    transform: Typed.form)
  var form = Writing.Form.scene

  @Option(
    name: .customLong("by"), help: ArgumentHelp("Who writes. Default: the only one there is.", valueName: "name"))
  var writer: String?

  @Option(name: .shortAndLong, help: "Where the text goes; standard output if left out.", completion: .file())
  var output: String?

  @Flag(help: "Take the place of a file that is there.")
  var replace = false

  @Option(help: "How often the model may try: 1 to 10.")
  var rounds = 4

  @Option(help: "Another number asks anew.")
  var seed = 0

  @OptionGroup var hosts: BackendArguments
  @OptionGroup var place: StoreArguments

  @Flag(name: .customLong("json"), help: "Speak to a program: one JSON object on standard output, also for errors.")
  var isJSON = false

  private var console: Console { Console(isJSON: isJSON) }

  func run() throws {
    if let output, !replace { try TextFile.checkIsNew(output) }
    var runtime = Runtime(store: try place.open(console))
    try hosts.apply(to: &runtime)
    let writing = try runtime.writeNow(wish, as: form, by: writer, rounds: rounds, seed: seed, progress: tell)
    if let output { try (replace ? TextFile.replace : TextFile.create)(output, writing.text) }
    let outcome = WriteOutcome(writing: writing, output: output)
    if !isJSON { console.remark(outcome.costs) }
    try console.show(output.map { "\($0) is written" } ?? writing.text.printable, outcome.json)
    if let mistake = writing.mistake {
      guard !isJSON else { throw ExitCode(mistake.kind.exitCode) }
      throw Failure(error: mistake, source: writing.text)
    }
  }

  /// Says what became of a draft that goes back.
  private func tell(_ draft: Writing.Draft) {
    guard !isJSON else { return }
    if let mistake = draft.mistake { console.remark("it does not run: \(mistake.description.printable)") }
    console.warn(draft.warnings, source: draft.text)
  }
}
