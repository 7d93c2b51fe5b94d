import Reprise

extension Time {
  /// `0:04.500`
  var clock: String {
    let thousandths = Int64((seconds * 1000).rounded())
    func padded(_ number: Int64, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - "\(number)".count)) + "\(number)"
    }
    let (minutes, rest) = (thousandths / 60_000, thousandths % 60_000)
    return "\(minutes):\(padded(rest / 1000, 2)).\(padded(rest % 1000, 3))"
  }
}
