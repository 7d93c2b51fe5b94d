import Graph
import Worker

extension Session {
  /// Answers `remix(post, { params, parts, as, onto })`: runs the post inside this call, with the edits.
  func remix(_ arguments: Arguments, at place: Place, in evaluation: Evaluation) throws -> Int {
    try chain.tally.addPost(depth: link.depth + 1)
    let asked = try parent(named: arguments.text("post") ?? "")
    let onto = try arguments.text("onto").map { name throws(RecipeError) in try parent(named: name) }
    let post = answering(for: asked)
    let step = ledger.step(for: try step(said: arguments.text("as")) ?? asked.slug)
    let edits = Edits(
      params: arguments.settings, parts: arguments.edits, lender: stock,
      origin: .init(place: place, evaluation: evaluation), aim: post.id == asked.id ? nil : asked.id)
    let inner = session(of: post, as: step, edits, onto: onto)
    let clip = try run(inner, post, at: place)
    try edits.check(against: inner.ledger, of: post.label)
    try inner.checkStandIn()
    ledger.add(.init(post: post, step: step, place: place, changes: edits.changes, ledger: inner.ledger))
    return clip
  }

  /// A post that the recipe names, if it may be remixed.
  private func parent(named name: String) throws(RecipeError) -> ParentPost {
    let post = try stock.library.post(named: name)
    guard post.isRemixable else {
      throw RecipeError(
        .refused, "\(post.byline) may not be remixed",
        remedy: "ask its author, or remix another post")
    }
    ledger.note(name, post.id)
    return post
  }

  private func step(said name: String?) throws(RecipeError) -> String? {
    guard let name, !Session.isName(name, alsoDash: true) else { return name }
    throw RecipeError(.part, "\"\(name)\" is no name for a remix", remedy: "use letters, digits, - and _")
  }

  private func session(of post: ParentPost, as step: String, _ edits: Edits, onto: ParentPost?) -> Session {
    let stock = Stock(post.library)
    let own = Edits(settings: post.settings, lender: stock, code: .param)
    let link = Link(post: post.id, step: step, edits: [own, edits], inside: link)
    return Session(chain, name: post.label, stock: stock, link: link, standIn: onto)
  }

  /// Runs a post inside this recipe. An error in it keeps its place, and leads back to here.
  private func run(_ inner: Session, _ post: ParentPost, at place: Place) throws -> Int {
    hasBegun = true
    do {
      return try inner.run(post.source)
    } catch var error as RecipeError {
      if error.traceback.count < 16 { error.traceback.append(place) }
      throw error
    }
  }

  // MARK: A post in another's place

  /// The post itself, or the one that was named to answer for it because it remixes it too.
  private func answering(for asked: ParentPost) -> ParentPost {
    guard let standIn, standIn.parents.contains(asked.id) else { return asked }
    hasUsedStandIn = true
    return standIn
  }

  private func checkStandIn() throws(RecipeError) {
    guard let standIn, !hasUsedStandIn else { return }
    throw RecipeError(.post, "\(name) and \(standIn.label) remix no post in common", remedy: "leave onto out")
  }
}
