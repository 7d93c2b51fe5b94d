import Graph
import Worker

extension ValueReader {
  /// A colour; or a table of some, with how they run into one another beside them.
  func paint(_ datum: Datum, _ parameter: Parameter) throws(RecipeError) -> Setting {
    guard case .table(let table) = datum else { return .color(try color(datum, parameter)) }
    let colors = try list(.table(Table(array: table.array)), parameter, count: 2...16, of: .color)
    var members = try record(.table(Table(fields: table.fields)), parameter, Language.gradientMembers)
    members["colors"] = .list(colors)
    if let stops = members["stops"]?.list { try check(stops, of: colors.count, parameter) }
    return .record(members)
  }

  private func check(_ stops: [Setting], of count: Int, _ parameter: Parameter) throws(RecipeError) {
    guard stops.count == count else {
      throw fault(
        .outOfRange, "\(parameter.name) has \(count) colours and \(stops.count) stops", parameter, "give each one")
    }
    let offsets = stops.compactMap(\.number)
    guard zip(offsets, offsets.dropFirst()).allSatisfy(<=) else {
      throw fault(.outOfRange, "\(parameter.name) has stops that run backwards", parameter, "put them in order")
    }
  }
}
