import Foundation

/// What this process holds of the machine.
struct Footprint: Encodable {
  /// Resident, in KiB.
  let memory: Int
  let descriptors: Int
  let threads: Int
  /// Processes that it started and has not taken leave of.
  let children: Int

  init() throws {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    func number(_ name: String) -> Int {
      let line = status.split(separator: "\n").first { $0.hasPrefix("\(name):") } ?? ""
      return line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0
    }
    (memory, threads) = (number("VmRSS"), number("Threads"))
    descriptors = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    let own = try String(contentsOfFile: "/proc/self/task/\(getpid())/children", encoding: .utf8)
    children = own.split(separator: " ").count
  }
}
