package import Media

/// How one piece goes over into the next.
///
/// The pieces beside it end and begin at the cut, as if there were none. It takes `before` of what comes before the cut and
/// `after` of what follows: the first piece goes on beyond its end for so long, and the second begins so much earlier.
package struct Crossing: Hashable, Sendable {
  package var before: Time
  package var after: Time
  /// What of it is not an even dissolve; nil if nothing is.
  package var style: Touch?

  package init(before: Time, after: Time, style: Touch? = nil) {
    (self.before, self.after, self.style) = (before, after, style)
  }

  package var duration: Time { before + after }
}
