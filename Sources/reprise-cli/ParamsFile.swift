import Reprise

/// Values for params from a file: a JSON object of strings, numbers, `true` and `false`.
enum ParamsFile {
  static func read(_ path: String) throws(RepriseError) -> [String: ParamValue] {
    let text = try TextFile.text(of: path)
    do {
      var reader = FlatJSONReader(text)
      return try reader.object()
    } catch {
      throw RepriseError(
        .usage, code: "params", came: error.problem, remedy: "write {\"name\": \"text\", \"count\": 3, \"loud\": true}",
        file: path, line: error.line)
    }
  }
}
