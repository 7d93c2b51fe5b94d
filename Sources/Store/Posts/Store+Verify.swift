package import Graph
import Synchronization

extension Store {
  /// Looks at a post and everything that it remixes, one by one. What was verified in this process before is not looked
  /// at again, so that going down a chain link by link costs what the chain costs once.
  ///
  /// - Throws: `.missing` if the post itself is not there.
  package func verify(
    _ id: Digest, to extent: Verification.Extent = .content
  ) throws(StoreError) -> Verification {
    guard has(id) else { throw .missing(post: id) }
    var chain = Chain(id)
    var result = Verification()
    while let next = chain.next() {
      let post = examine(next, to: extent, &result)
      if next == id { result.post = post }
      chain.add(post?.manifest.neededPosts.filter { !isVerified($0, to: extent) } ?? [])
      if chain.isTooLong { result.failures.append(.tooLong(id)) }
      guard result.failures.count < 100, !chain.isTooLong else { return result }
    }
    if result.isValid { verified.withLock { for post in chain.seen { $0[post] = max($0[post] ?? extent, extent) } } }
    return result
  }

  private func isVerified(_ id: Digest, to extent: Verification.Extent) -> Bool {
    verified.withLock { verified in verified[id].map { $0 >= extent } ?? false }
  }

  /// Looks at one post.
  ///
  /// - Returns: The post, if it could be read.
  private func examine(_ id: Digest, to extent: Verification.Extent, _ result: inout Verification) -> Post? {
    result.count += 1
    do throws(StoreError) {
      let post = try published(id)
      for object in post.manifest.neededObjects.sorted() {
        guard let error = problem(with: object, to: extent) else { continue }
        result.failures.append(.init(check: .pins, post: id, error: error))
      }
      return post
    } catch {
      result.failures.append(.init(check: .init(failedBy: error), post: id, error: error))
      return nil
    }
  }

  private func problem(with object: Digest, to extent: Verification.Extent) -> StoreError? {
    switch extent {
    case .lineage: return nil
    case .presence: return has(object) ? nil : .missing(object)
    case .content:
      do throws(StoreError) { _ = try path(of: object) } catch { return error }
      return nil
    }
  }
}

extension Verification.Check {
  /// The check that an error in reading a post stands for.
  fileprivate init(failedBy error: StoreError) {
    self =
      switch error.code {
      case .missing: .lineage
      case .malformed where error.place.hasPrefix("seal"), .tooNew where error.place == "seal", .unverified: .seal
      case .malformed, .tooLarge, .tooNew: .manifest
      default: .digest
      }
  }
}

extension Verification.Failure {
  fileprivate static func tooLong(_ id: Digest) -> Verification.Failure {
    let error = StoreError(.tooLarge, "post \(id)", "remixes more than \(Chain.longest) posts, all told")
    return Verification.Failure(check: .lineage, post: id, error: error)
  }
}
