import Media

extension [Track.Element] {
  /// All of them as one piece.
  func joined(_ kind: Track.Kind) -> Piece {
    if count == 1, let piece = self[0].piece { return piece }
    if allSatisfy({ $0.piece?.isGap == true }) { return .gap(duration) }
    return Piece(.tracks([Track(kind, self)]), duration: duration)
  }

  /// Without what comes after `end`.
  func cut(to end: Time, _ kind: Track.Kind) -> [Track.Element] {
    let excess = duration - end
    guard excess > .zero else { return self }
    // The common case, a layer that comes late and stays too long: only its last piece becomes shorter.
    if let last = last?.piece, last.duration > excess, dropLast().last?.crossing == nil,
      !last.touches.contains(where: \.isMoving)
    {
      return dropLast() + [.piece(last.shortened(back: excess))]
    }
    return [.piece(joined(kind).steady(in: kind).shortened(back: excess))]
  }

  /// Whether a transition of that length fits on the last piece, beside one that is there.
  func hasTail(of overlap: Time) -> Bool {
    guard let tail = last?.piece else { return false }
    return tail.duration - (dropLast().last?.crossing?.after ?? .zero) >= overlap
  }

  /// Whether it fits on the first.
  func hasHead(of overlap: Time) -> Bool {
    guard let head = first?.piece else { return false }
    return head.duration - (dropFirst().first?.crossing?.before ?? .zero) >= overlap
  }
}
