/// How much work a picture may be.
package enum Quality: String, CaseIterable, Sendable {
  case draft, standard, fine
}
