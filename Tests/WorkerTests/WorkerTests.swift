import Testing

@testable import Worker

/// A host with a few words, that remembers what it was asked.
final class Stage: Host {
  var calls: [Call] = []

  func respond(to call: Call, in evaluation: Evaluation) throws -> [Value] {
    calls.append(call)
    switch call.operation {
    case "text": return [.handle(Handle(kind: "clip", id: UInt32(calls.count)))]
    default: throw Refusal(message: "no \(call.operation) today")
    }
  }
}

struct Refusal: Error, CustomStringConvertible, Equatable {
  var message: String
  var description: String { message }
}

let words = Vocabulary(
  functions: ["text", "refuse", "param.text"],
  kinds: [.init(name: "clip", methods: ["trim"], properties: ["duration"], operators: [.concat])])

let modes: [Isolation] = [.standard, .inProcess]

@Test(arguments: modes) func smoke(mode: Isolation) throws {
  let e = Evaluator(isolation: mode)
  try e.evaluate(
    source: "local a = text 'x'\nreturn 1, 'two', {3, x = a}, text", name: "a.lua", vocabulary: words, host: Stage()
  ) { v, ev in
    print(v, ev.fuelUsed, ev.memoryUsed)
  }
  for s in [
    "return (", "local x\n\nreturn x.y", "return tex", "\nreturn refuse()", "while true do end",
    "local t = text'x'\nreturn t.foo", "error({})", "local s = 'x' while true do s = s .. s end",
    "local t = {} while true do t[#t+1] = {} end",
  ] {
    do { try e.evaluate(source: s, name: "a.lua", vocabulary: words, host: Stage()) { v, ev in print(v) } } catch {
      print(error)
    }
  }
  let clock = ContinuousClock()
  let t = try clock.measure {
    for _ in 0..<100 { try e.evaluate(source: "return 1", name: "a", vocabulary: words, host: Stage()) { _, _ in } }
  }
  print(t / 100)
}
