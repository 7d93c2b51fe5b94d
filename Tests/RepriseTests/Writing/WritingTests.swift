import Foundation
import Loopback
import Reprise
import Synchronization
import Testing

/// Writing by model, through the library.
struct WritingTests {
  private func runtime(_ model: ScriptedModel) throws -> Runtime {
    var runtime = Runtime(isolation: .inProcess, store: try .temporary())
    runtime.writers["local"] = try Writer("http://127.0.0.1:\(model.port)", model: "m")
    return runtime
  }

  @Test func eachDraftIsToldAsItComes() async throws {
    let model = ScriptedModel([.says("return 7"), .says("return solid('red'):lasting(1)")])
    defer { model.stop() }
    let told = Mutex<[String]>([])
    let writing = try await runtime(model).write("red", as: .recipe) { draft in
      told.withLock { $0.append(draft.mistake?.came ?? "good") }
    }
    #expect(told.withLock(\.self) == ["the recipe returns the number 7", "good"])
    #expect(writing.text == "return solid('red'):lasting(1)\n" && writing.mistake == nil && writing.drafts.count == 2)
  }

  @Test func whoCancelsIsNotKeptWaiting() async throws {
    let model = ScriptedModel([[.hang]])
    defer { model.stop() }
    let runtime = try runtime(model)
    // Ahead of the hundreds of tests that wait for a thread: the model hangs for half a minute, and no longer.
    let error = await Task(priority: .high) { () -> (any Error)? in
      let task = Task(priority: .high) { try await runtime.write("red") }
      while model.requests.isEmpty { try? await Task.sleep(for: .milliseconds(10)) }
      task.cancel()
      let result = await task.result
      return if case .failure(let error) = result { error } else { nil }
    }.value
    #expect((error as? RepriseError)?.kind == .cancelled, "\(String(describing: error))")
  }

  @Test(arguments: [("", 4, 0), ("red", 0, 0), ("red", 11, 0), ("red", 4, -1)])
  func whatIsOutOfRangeIsRefused(wish: String, rounds: Int, seed: Int) async throws {
    let model = ScriptedModel([.says("return 7")])
    defer { model.stop() }
    let runtime = try runtime(model)
    let error = await #expect(throws: RepriseError.self) { try await runtime.write(wish, rounds: rounds, seed: seed) }
    #expect(error?.kind == .usage && model.requests.isEmpty)
  }
}
