internal import Graph
internal import Journal
package import Store

/// What was found when a log was gone over from the first line to the last, also past what is wrong with it.
package struct Audit: Hashable, Sendable {
  package struct Fault: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      /// A line is not as it was written.
      case changed
      /// A grant or a revocation that is not signed by whom it has to be.
      case forged
      /// A line does not stand where it was written.
      case moved
      /// What stood before a line is gone.
      case cut
      /// The end of the log is gone: fewer lines than are remembered.
      case ended
      /// The line is another than is remembered: all was written anew.
      case replaced
    }

    package let kind: Kind
    /// From 1.
    package let line: Int
  }

  /// Lines.
  package let count: Int
  /// In the order of lines.
  package let faults: [Fault]

  package var isValid: Bool { faults.isEmpty }

  /// Goes over the log in a folder, without changing anything.
  ///
  /// - Parameter head: What the head was some time ago, kept elsewhere.
  /// - Throws: `.missing` if there is no log; if it cannot be read.
  package init(ofLogIn folder: String, remembering head: Head? = nil) throws(StoreError) {
    let journal = try Journal<StoreError>(reading: folder + "/consent.jsonl")
    var (reader, links) = (JournalReader(linesOfAtMost: LogLine.most), [Link?]())
    try journal.locked(for: .reading) { () throws(StoreError) in
      try reader.catchUp(with: journal) { links.append($0.flatMap { LogLine($0) }.map(Link.init)) }
    }
    count = links.count
    faults = Audit.faults(in: links) + Audit.faults(in: links, against: head)
  }

  /// What of a line ties it to others.
  private struct Link {
    let after: Digest
    let digest: Digest
    let isForged: Bool

    init(_ line: LogLine) {
      (after, digest) = (line.after, line.digest)
      var standing = Standing()
      isForged = (try? standing.add(line)) == nil
    }
  }

  private static func faults(in links: [Link?]) -> [Fault] {
    let known = Set(links.compactMap(\.?.digest) + [Head.start.digest])
    var (faults, before) = ([Fault](), Optional(Head.start.digest))
    for (index, link) in links.enumerated() {
      if let kind = kind(of: link, after: before, known) { faults.append(Fault(kind: kind, line: index + 1)) }
      before = link?.digest
    }
    return faults
  }

  /// - Parameter before: The digest of the line before; nil if that was changed. What follows it is not to blame.
  private static func kind(of link: Link?, after before: Digest?, _ known: Set<Digest>) -> Fault.Kind? {
    guard let link else { return .changed }
    if let before, link.after != before { return known.contains(link.after) ? .moved : .cut }
    return link.isForged ? .forged : nil
  }

  private static func faults(in links: [Link?], against head: Head?) -> [Fault] {
    guard let head, head.count > 0 else { return [] }
    guard head.count <= links.count else { return [Fault(kind: .ended, line: links.count + 1)] }
    return links[head.count - 1]?.digest == head.digest ? [] : [Fault(kind: .replaced, line: head.count)]
  }
}
