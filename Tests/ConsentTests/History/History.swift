import Consent
import Graph
import Journal
import Store

/// Plays steps in what is tested and in the plain model, and compares what they say; and with what a registry says, whose log
/// has all of it.
final class History {
  private var plain = PlainWorld()
  /// Nil in histories without one.
  private var registry: Registry?
  private let scratch: Scratch
  private var standing = Standing()
  /// In the order of `plain.grants`.
  private var grants: [Signed<Grant>] = []
  /// Everything that was signed, and may come again.
  private var mail: [Statement] = []
  private var hour = 0
  private let (people, cameos): ([Person], [Cameo])
  private(set) var answers = (allowed: 0, refused: 0)

  /// What is on its way, with the note that the plain model takes of it.
  private enum Statement {
    case grant(Int)
    case revocation(Signed<Revocation>, (inout PlainWorld) -> Void)
  }

  init(_ people: [Person], isLogged: Bool) throws {
    self.people = people
    cameos = [
      try Cameo(enrolment: Digest(of: "self".utf8), owner: people[0].id, kind: .person),
      try Cameo(enrolment: Digest(of: "child".utf8), owner: people[1].id, kind: .minor(guardian: people[2].id)),
    ]
    scratch = try Scratch()
    registry = isLogged ? try scratch.registry() : nil
  }

  func play(_ steps: [Step]) throws {
    for step in steps { try play(step) }
    guard let registry else { return }
    guard try scratch.audit(remembering: registry.head).isEmpty else { throw Difference("the log has faults") }
  }

  private func play(_ step: Step) throws {
    switch step {
    case .grant(let grant, let isLate, let repeatsNumber): try sign(grant, isLate, repeatsNumber)
    case .forge(let grant): try forge(grant)
    case .revokeGrant(let number, let isLate):
      guard !grants.isEmpty else { return }
      let index = number % grants.count
      try revoke(.grant(grants[index].id), plain.grants[index].cameo, isLate) { $0.revokedGrants.insert(index) }
    case .revokePost(let number, let cameo, let isLate):
      let post = number % plain.posts.count
      try revoke(.post(.post(post)), cameo, isLate) { $0.revokedPosts.insert([cameo, post]) }
    case .revokeCameo(let cameo, let isLate): try revoke(.cameo, cameo, isLate) { $0.revokedCameos.insert(cameo) }
    case .deliver(let number): if !mail.isEmpty { try deliver(mail[number % mail.count]) }
    case .publish(let author, let parent, let bringing): publish(author, parent, bringing)
    case .use(let ask, let isDraft): try use(ask, isDraft)
    case .turnClock(let hour):
      // A clock is known to be turned back only if something was written before.
      try use(
        PlainWorld.Ask(
          cameo: 0, post: 0, ancestors: [], picture: true, speech: true, gin: false, violence: false, hour: 0), true)
      self.hour = hour
    case .restart: registry = try registry.map { try scratch.registry(remembering: $0.head) }
    }
  }
}

/// What is said and signed.
extension History {
  private func sign(_ grant: PlainWorld.Grant, _ isLate: Bool, _ repeatsNumber: Bool) throws {
    var grant = grant
    let last = plain.grants.filter { $0.cameo == grant.cameo }.map(\.number).max() ?? 0
    grant.number = repeatsNumber ? max(1, last) : last + 1
    let signed = try Signed(real(grant), by: people[PlainWorld.signer[grant.cameo]].key)
    // Said twice, it is the same grant.
    guard !grants.contains(signed) else { return }
    plain.grants.append(grant)
    grants.append(signed)
    try send(.grant(grants.count - 1), isLate)
  }

  private func forge(_ grant: PlainWorld.Grant) throws {
    var grant = grant
    grant.number = 1
    for stranger in people.indices where stranger != PlainWorld.signer[grant.cameo] {
      guard (try? Signed(real(grant), by: people[stranger].key)) == nil else { throw Difference("\(grant) is forged") }
    }
  }

  private func revoke(
    _ target: Revocation.Target, _ cameo: Int, _ isLate: Bool, _ note: @escaping (inout PlainWorld) -> Void
  ) throws {
    let revocation = Revocation(target, of: cameos[cameo], issued: time(hour))
    try send(.revocation(Signed(revocation, by: people[PlainWorld.signer[cameo]].key), note), isLate)
  }

  private func send(_ statement: Statement, _ isLate: Bool) throws {
    mail.append(statement)
    if !isLate { try deliver(statement) }
  }

  private func deliver(_ statement: Statement) throws {
    switch statement {
    case .grant(let index):
      plain.arrived.insert(index)
      standing.add(grants[index])
      try registry?.add(grants[index], at: time(hour))
    case .revocation(let revocation, let note):
      note(&plain)
      standing.add(revocation)
      try registry?.add(revocation, at: time(hour))
    }
  }

  private func real(_ plain: PlainWorld.Grant) -> Grant {
    let audience: Audience =
      switch plain.to {
      case "me": .onlyMe
      case "people": .people(Set(plain.people.map { people[$0].id }))
      case "mutuals": .mutuals
      default: .everyone
      }
    var grant = Grant(cameos[plain.cameo], number: plain.number, to: audience, issued: time(hour))
    let posts = plain.posts.map { Set($0.map(Digest.post)) }
    grant.scope = posts.map { plain.andRemixes ? .theseAndRemixes($0) : .these($0) } ?? .any
    grant.media = Set((plain.picture ? [.picture] : []) + (plain.speech ? [.speech] : []))
    grant.exclusions = Exclusions(words: plain.noGin ? ["gin"] : [], categories: plain.noViolence ? ["violence"] : [])
    (grant.from, grant.until) = (plain.from.map(time), plain.until.map(time))
    (grant.remixesMayKeep, grant.waivesMark) = (plain.remixesKeep, plain.waivesMark)
    grant.replacesEarlier = plain.replaces
    return grant
  }

  private func time(_ hour: Int) -> Moment { .start.after(hours: hour) }
}

/// What is made and used.
extension History {
  private func publish(_ author: Int, _ parent: Int?, _ bringing: [Bool]) {
    guard plain.posts.count < 10 else { return }
    let parent = parent.map { $0 % plain.posts.count }
    let ancestors = parent.map { [$0] + plain.posts[$0].ancestors } ?? []
    let broughtBy = (0...1).map { cameo in
      bringing[cameo] ? plain.posts.count : parent.flatMap { plain.posts[$0].broughtBy[cameo] }
    }
    plain.posts.append(PlainWorld.Post(author: author, ancestors: ancestors, broughtBy: broughtBy))
  }

  /// A draft is a remix of the post. A cameo that is not in the post is put in by the draft.
  private func use(_ ask: PlainWorld.Ask, _ isDraft: Bool) throws {
    guard !plain.posts.isEmpty else { return }
    var ask = ask
    let number = ask.post % plain.posts.count
    let (post, brought) = (plain.posts[number], plain.posts[number].broughtBy[ask.cameo])
    (ask.post, ask.hour) = (isDraft || brought == nil ? 100 + number : number, hour)
    ask.author = ask.post == number ? post.author : nil
    ask.ancestors = ask.post == number ? post.ancestors : [number] + post.ancestors
    ask.keptFrom = brought == ask.post ? nil : brought
    try compare(ask)
    plain.latestHour = max(plain.latestHour, hour)
    standing.pass(time(hour))
  }

  private func compare(_ ask: PlainWorld.Ask) throws {
    let (use, friends) = (real(ask), Set((0...1).map { [people[$0].id, people[PlainWorld.friend[$0]].id] }))
    let verdict = standing.verdict(on: use) { friends.contains([$0, $1]) }
    let logged = try registry?.judge(use) { friends.contains([$0, $1]) }
    guard logged == nil || logged == verdict else { throw Difference("the log says \(verdict) of \(ask)") }
    guard verdict.isAllowed == plain.isAllowed(ask) else { throw Difference("\(verdict), but for \(ask) it is not so") }
    try compare(verdict, plain.allowing(ask), ask)
  }

  /// An allowance names a grant that allows it, and the mark is waived if any of those waives it.
  private func compare(_ verdict: Verdict, _ allowing: [Int], _ ask: PlainWorld.Ask) throws {
    if verdict.isAllowed { answers.allowed += 1 } else { answers.refused += 1 }
    guard case .allowed(let permission) = verdict else { return }
    let isNamed =
      switch permission.basis {
      case .ownership: allowing.isEmpty
      case .grant(let id): allowing.contains { grants[$0].id == id }
      }
    guard isNamed, permission.waivesMark == allowing.contains(where: { plain.grants[$0].waivesMark }) else {
      throw Difference("\(permission) for \(ask) is not by \(allowing)")
    }
  }

  private func real(_ ask: PlainWorld.Ask) -> Use {
    let origin = ask.keptFrom.map { Use.Origin(post: .post($0), author: people[plain.posts[$0].author].id) }
    return Use(
      of: cameos[ask.cameo], in: .post(ask.post), by: ask.author.map { people[$0].id },
      remixing: ask.ancestors.map(Digest.post), keptFrom: origin, executedBy: ask.executor.map { people[$0].id },
      media: Set((ask.picture ? [.picture] : []) + (ask.speech ? [.speech] : [])),
      texts: ask.gin ? ["A glass of", "Gin, please!"] : ["A glass of water, please! And no ginger."],
      categories: ask.violence ? ["violence"] : [], at: time(hour))
  }
}

struct Difference: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
