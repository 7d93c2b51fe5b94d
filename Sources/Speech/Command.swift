/// A program that is given a text and gives bytes, within bounds.
struct Command {
  let arguments: [String]
  let time: Duration
  let byteCount: Int

  /// - Throws: `.failed` if the program cannot be started, takes too long, gives too much, or ends with another status than 0.
  func run(_ request: Utterance) throws(SpeechError) -> [UInt8] {
    let readsInput = !arguments.contains { $0.contains("{text}") }
    let input = readsInput ? Array(request.text.utf8) : []
    do {
      return try Program.output(
        of: arguments.map { filled($0, request) }, given: input, within: time, atMost: byteCount)
    } catch {
      throw .failed(reason: error.reason)
    }
  }

  /// A text that begins with a dash would be an option: a space before it is not heard.
  private func filled(_ argument: String, _ request: Utterance) -> String {
    let text = request.text.hasPrefix("-") ? " " + request.text : request.text
    var rest = argument[...]
    var filled = ""
    while let brace = rest.firstIndex(of: "{") {
      filled += rest[..<brace]
      rest = rest[brace...]
      let value = [("{text}", text), ("{rate}", "\(request.rate)"), ("{pitch}", "\(request.pitch)")].first {
        rest.hasPrefix($0.0)
      }
      filled += value?.1 ?? "{"
      rest = rest.dropFirst(value?.0.count ?? 1)
    }
    return filled + rest
  }
}
