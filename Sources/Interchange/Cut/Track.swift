package import Media

/// What comes one after another in one lane.
package struct Track: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable { case picture = "Video", sound = "Audio" }

  package enum Element: Hashable, Sendable {
    case piece(Piece)
    /// Between two pieces; takes no time of its own.
    case crossing(Crossing)
  }

  package var kind: Kind
  package var elements: [Element]

  package init(_ kind: Kind, _ elements: [Element]) {
    (self.kind, self.elements) = (kind, elements)
  }

  package var duration: Time { elements.duration }
  package var isEmpty: Bool { elements.allSatisfy { $0.piece?.isGap == true } }
}

extension Track.Element {
  package var piece: Piece? { if case .piece(let piece) = self { piece } else { nil } }
  package var crossing: Crossing? { if case .crossing(let crossing) = self { crossing } else { nil } }
}

extension [Track.Element] {
  package var duration: Time { reduce(.zero) { $0 + ($1.piece?.duration ?? .zero) } }
}
