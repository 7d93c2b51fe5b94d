/// Time that is left for waiting. Several conversations may share it. Belongs to one thread at a time.
package final class Patience {
  package var left: Duration

  package init(_ left: Duration) { self.left = left }
}
