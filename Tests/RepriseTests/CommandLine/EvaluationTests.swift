import Foundation
import Props
import Testing

/// What a host that evaluates recipe after recipe is left with. `Tests/Evaluations` is such a host.
struct EvaluationTests {
  private struct Report: Decodable {
    struct Footprint: Decodable { let memory, descriptors, threads, children: Int }
    let before, after: Footprint
  }

  @Test func aThousandEvaluationsLeaveMemoryWhereItWas() throws {
    let recipe = """
      local line = param.text { "line", default = "Hello", max = 20 }
      local title = text(line, { size = 60 }):fade(0.3):at(function(t) return 0.5, 0.4 + math.sin(t) / 9 end)
      return title:over(gradient("#355c7d", "#c06c84")):lasting(2):part "title"
      """
    let folder = try Folder(["a.lua": recipe])
    let run = try Run(
      program: Products.path("evaluations"), ["a.lua", "1000"], in: folder, environment: [:], input: "")
    let outcome = try run.outcome()
    #expect(outcome.status == 0, "\(outcome.errors)")
    let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
    // In KiB. What is free and what is not lies mixed, so it swings by one or two thousand.
    #expect(report.after.memory < report.before.memory + 4000)
    #expect(report.after.descriptors == report.before.descriptors)
    #expect(report.after.children == report.before.children)
  }
}
