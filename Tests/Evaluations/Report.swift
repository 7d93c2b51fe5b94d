/// What many evaluations came to.
struct Report: Encodable {
  var worker: Spread
  var inProcess: Spread
  var before: Footprint
  var after: Footprint
}
