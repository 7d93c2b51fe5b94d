/// The rules once more, as plainly as they can be said: people, cameos and posts are numbers, times are hours, and nothing is
/// shared with what is tested.
struct PlainWorld {
  /// Who owns cameo 0 and 1, and who signs. Cameo 1 is that of a minor.
  static let owner = [0, 1]
  static let signer = [0, 2]
  /// Whom each owner knows.
  static let friend = [3, 4]

  struct Grant: Equatable {
    var cameo = 0
    var number = 0
    var replaces = false
    /// "everyone", "mutuals", "me", or "people".
    var to = "everyone"
    var people: [Int] = []
    /// Nil for any.
    var posts: [Int]?
    var andRemixes = false
    var picture = true
    var speech = true
    var noGin = false
    var noViolence = false
    var from: Int?
    var until: Int?
    var remixesKeep = false
    var waivesMark = false
  }

  struct Post {
    var author: Int
    /// Nearest first.
    var ancestors: [Int]
    /// By cameo: the post whose own recipe names it.
    var broughtBy: [Int?]
  }

  struct Ask {
    var cameo: Int
    var executor: Int?
    var post: Int
    var author: Int?
    var ancestors: [Int]
    var keptFrom: Int?
    var picture: Bool
    var speech: Bool
    var gin: Bool
    var violence: Bool
    var hour: Int
  }

  var posts: [Post] = []
  var grants: [Grant] = []
  /// Grants that have come, by their indices, and those that were taken back.
  var arrived: Set<Int> = []
  var revokedGrants: Set<Int> = []
  /// By cameo and post.
  var revokedPosts: Set<[Int]> = []
  var revokedCameos: Set<Int> = []
  var latestHour = 0

  /// The grants that allow what is asked, by their indices.
  func allowing(_ ask: Ask) -> [Int] {
    if isTakenBack(ask) { return [] }
    return arrived.sorted().filter { holds($0) && fits(grants[$0], ask) }
  }

  func isAllowed(_ ask: Ask) -> Bool {
    if !allowing(ask).isEmpty { return true }
    let owner = PlainWorld.owner[ask.cameo]
    if ask.cameo == 1 { return ask.executor == owner && !isTakenBack(ask) }
    if ask.executor == owner { return true }
    return ask.author == owner && !isTakenBack(ask)
  }

  private func isTakenBack(_ ask: Ask) -> Bool {
    if revokedCameos.contains(ask.cameo) { return true }
    for post in [ask.post] + ask.ancestors where revokedPosts.contains([ask.cameo, post]) { return true }
    return false
  }

  private func holds(_ index: Int) -> Bool {
    if revokedGrants.contains(index) { return false }
    for other in arrived where grants[other].cameo == grants[index].cameo {
      if grants[other].replaces && grants[other].number > grants[index].number { return false }
    }
    return true
  }

  private func fits(_ grant: Grant, _ ask: Ask) -> Bool {
    if grant.cameo != ask.cameo { return false }
    var who: [Int] = []
    if let maker = ask.author ?? ask.executor { who.append(maker) }
    if let kept = ask.keptFrom {
      if !grant.remixesKeep { return false }
      who.append(posts[kept].author)
    }
    switch grant.to {
    case "me": if !who.contains(PlainWorld.owner[grant.cameo]) { return false }
    case "people": if !who.contains(where: { grant.people.contains($0) }) { return false }
    case "mutuals": if !who.contains(PlainWorld.friend[grant.cameo]) { return false }
    default: break
    }
    if let named = grant.posts {
      let counted = grant.andRemixes ? [ask.post] + ask.ancestors : [ask.post]
      if !counted.contains(where: { named.contains($0) }) { return false }
    }
    if ask.picture && !grant.picture { return false }
    if ask.speech && !grant.speech { return false }
    if ask.gin && grant.noGin { return false }
    if ask.violence && grant.noViolence { return false }
    let hour = max(ask.hour, latestHour)
    if let from = grant.from, hour < from { return false }
    if let until = grant.until, hour >= until { return false }
    return true
  }
}
