/// Counts what the recipes of one evaluation do together, against its limits.
struct Tally {
  let limits: GraphLimits
  private var posts = 0
  private var names = 0
  private var calls = 0
  private var samples = 0
  private var work = 0
  private var families: Set<String> = []

  init(_ limits: GraphLimits) { self.limits = limits }

  /// A post that is to run inside `depth` recipes.
  mutating func addPost(depth: Int) throws(RecipeError) {
    posts += 1
    guard posts <= limits.posts else {
      throw RecipeError(
        .limit, "more than \(limits.posts) posts are remixed", remedy: "remix each once, and use its clip again")
    }
    guard depth <= limits.chain else {
      throw RecipeError(.limit, "posts that remix posts are nested deeper than \(limits.chain)")
    }
  }

  /// A param or a part.
  mutating func addName() throws(RecipeError) {
    names += 1
    guard names <= limits.names else {
      throw RecipeError(.limit, "there are more than \(limits.names) params and parts", remedy: "declare fewer")
    }
  }

  /// Values that a number takes which moves while the recipe runs.
  mutating func addSamples(_ count: Int) throws(RecipeError) {
    samples += count
    guard samples <= limits.samples else {
      throw RecipeError(
        .limit, "numbers that move have more than \(limits.samples) values", remedy: "use keyframes, or a shorter clip")
    }
  }

  /// What the host is about to do.
  mutating func add(_ work: Work) throws(RecipeError) {
    self.work += work.units + work.families.subtracting(families).count * Work.family
    families.formUnion(work.families)
    guard self.work <= limits.work else {
      throw RecipeError(
        .limit, "measuring texts and shapes and reading files takes more than \(limits.work) units of work",
        remedy: "use fewer or shorter ones")
    }
  }

  /// A call, which may lead to further calls before it ends.
  mutating func beginCall() throws(RecipeError) {
    guard calls < limits.calls else {
      throw RecipeError(.limit, "remixes and their functions call one another too deeply")
    }
    calls += 1
  }

  mutating func endCall() { calls -= 1 }
}
