import Foundation
import Graph
import Recipe
import Testing
import Worker

/// A recipe with something of everything in it.
private let rich = """
  canvas { width = 1080, height = 1920, fps = 29.97, background = '#102030' }
  local line = param.text { 'line', default = 'I meant to do that.', max = 60 }
  local dice = rng(7)
  local title = text(line, { size = 96, weight = 'bold', outline = true, shadow = { blur = 3, x = 1 } }):fade(0.3)
  local shot = video('phone.mp4'):trim(1, 6):scale({ [0] = 1, [5] = 1.2, ease = 'inOutSine' })
    :at(function(t) return 0.5 + dice:number() / 100, 0.5 + math.sin(t) / 50 end)
  local wave = { speed = 2, angle = 30, ['in'] = 1, [3] = 'x', y = 1, x = 2, z = 3, w = 4 }
  local sum = 0
  for key, value in pairs(wave) do sum = sum * 3 + #tostring(key) end
  local body = shot:layer(title, { from = 1, to = 4 }):layer(image('logo.png'):at(0.9, 0.1):rotate(sum), { from = 2 })
  return body:crossfade(video('a.mp4'):speed(2):reverse(), 0.5) .. gradient('#ff5f6d', 'gold', { angle = 45 }):lasting(2)
  """

@Test func theGraphIsTheSameOnAnyDayAndMachine() throws {
  // Every run of the tests has hash seeds of its own. Changes only with the language, in a commit that says why.
  let digest = "\(try run(rich).graph.digest)"
  #expect(digest == "8406c5c208401c8edca279a61a23d786df8f556a7be94a585d3fb0bb2314df07")
}

@Test func theGraphIsTheSameInAProcessAndOnAThread() throws {
  #expect(try run(rich, isolation: .standard).graph.text == run(rich).graph.text)
}

@Test(arguments: [
  "LC_ALL=de_DE.UTF-8", "LC_ALL=tr_TR.UTF-8", "TZ=Asia/Kolkata", "TZ=America/St_Johns", "LANG=ar_EG", "HOME=/",
  "GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX512F,-AVX2,-FMA", "MALLOC_PERTURB_=165",
])
func placeAndTimeOfTheWorkerLeaveNoTrace(setting: String) throws {
  guard case .process(let program) = Isolation.standard else { return }
  let script = FileManager.default.temporaryDirectory.appendingPathComponent("worker-\(UUID()).sh")
  try Data("#!/bin/sh\nexec env \(setting) \(program)\n".utf8).write(to: script)
  defer { try? FileManager.default.removeItem(at: script) }
  try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script.path)
  #expect(try run(rich, isolation: .process(program: script.path)).graph.text == run(rich).graph.text)
}

@Test func theOrderOfATablesKeysLeavesNoTrace() throws {
  let fields = [
    "size = 50", "weight = 'bold'", "italic = true", "color = 'red'", "outline = { width = 2 }", "width = 300",
  ]
  let texts = try (0..<fields.count).map { turn in
    let order = fields[turn...] + fields[..<turn]
    return try run("return text('a', { \(order.joined(separator: ", ")) }):lasting(1)").graph.text
  }
  #expect(Set(texts).count == 1)
  let keys = try ["[0] = 0, [2] = 1, [1] = 0.5", "[1] = 0.5, [0] = 0, [2] = 1"].map {
    try run("return video('a.mp4'):opacity { \($0) }").graph.text
  }
  #expect(keys[0] == keys[1])
}

@Test func whatARecipeDoesNotUseLeavesNoTrace() throws {
  #expect(
    try run("local x = video('b.mp4'):speed(2) local y = text('unused') return video('a.mp4')").graph.text
      == run("return video('a.mp4')").graph.text)
}

@Test func anotherSettingIsAnotherGraph() throws {
  let other = try run(rich, settings: ["line": .text("Nothing but rim.")]).graph
  #expect(other.digest != (try run(rich).graph.digest))
  #expect(try run(rich, settings: ["line": .text("I meant to do that.")]).graph.text == run(rich).graph.text)
}
