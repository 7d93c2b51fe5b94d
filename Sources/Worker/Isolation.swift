internal import Confinement

/// Where a recipe is evaluated.
package enum Isolation: Hashable, Sendable {
  /// In a process of its own, the program at this path.
  case process(program: String)
  /// On a thread of this process, for hosts that cannot start processes. A flaw in Lua is then a flaw in the host, and
  /// the operator `^` is libm's, which on another processor may differ in the last bit.
  case inProcess

  /// `recipe-worker`: where REPRISE_WORKER says, or beside the running program.
  package static var standard: Isolation { .process(program: WorkerProgram.recipe.path) }
}
