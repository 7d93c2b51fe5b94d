import Reprise

/// A recipe's mistake, with the text that it was made in, so that the line can be shown.
struct Failure: Error {
  let error: RepriseError
  let source: String
}
