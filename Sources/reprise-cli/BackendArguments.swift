import ArgumentParser
import Reprise

/// What a host has besides the runtime, and what it may spend on that.
struct BackendArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file that names voices, models, writers and words of your own. Default: $REPRISE_BACKENDS, or one beside the author's key.",
      valueName: "backends.json"), completion: .file(extensions: ["json"]))
  var backends: String?

  @Option(
    help: ArgumentHelp("What takes may cost that are not recorded yet. Default: nothing.", valueName: "\"0.50 USD\""),
    transform: Typed.budget)
  var budget: Budget?

  func apply(to runtime: inout Runtime) throws(RepriseError) {
    try runtime.readBackends(file: backends)
    if let budget { runtime.budget = budget }
  }
}
