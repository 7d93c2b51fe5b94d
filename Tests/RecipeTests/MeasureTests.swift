import Graph
import Testing

/// Places and lengths that are said in parts of something, and the same in numbers.
@Test(
  arguments: [
    ("image('logo.png'):at('50%', '-12.5%')", "image('logo.png'):at(0.5, -0.125)"),
    ("image('logo.png'):at('center', 'bottom')", "image('logo.png'):at(0.5, 1)"),
    ("image('logo.png'):at('left', 0.3)", "image('logo.png'):at(0, 0.3)"),
    ("image('logo.png'):at { x = 'right' }", "image('logo.png'):at(1, 0.5)"),
    ("image('logo.png'):at({ [0] = 'left', [1] = '75%' }, 'top')", "image('logo.png'):at({ [0] = 0, [1] = 0.75 }, 0)"),
    ("image('logo.png'):at('center')", "image('logo.png'):at(0.5, 0.5)"),
    ("image('logo.png'):at('top')", "image('logo.png'):at(0.5, 0, { anchor = 'top' })"),
    ("image('logo.png'):at('bottom right')", "image('logo.png'):at(1, 1, { anchor = 'bottom right' })"),
    (
      "image('logo.png'):at { 'top left', within = 'title' }",
      "image('logo.png'):at(0, 0, { anchor = 'top left', within = 'title' })"
    ),
    ("image('logo.png'):scale('150%'):opacity('50%')", "image('logo.png'):scale(1.5):opacity(0.5)"),
    // Of the clip.
    (
      "image('logo.png'):crop { width = '50%', height = '33%', x = '10%' }",
      "image('logo.png'):crop { width = 100, height = 33, x = 20 }"
    ),
    // Of the canvas, 640 x 360: across, down, and else of the shorter side.
    (
      "rectangle { width = '50%', height = '50%', radius = '5%' }",
      "rectangle { width = 320, height = 180, radius = 18 }"
    ),
    ("solid('red'):blur('10%')", "solid('red'):blur(36)"),
    ("text('a', { size = '10%' })", "text('a', { size = 36 })"),
  ] as [(String, String)])
func aPartIsWhatItIsOf(relative: String, absolute: String) throws {
  func drawn(_ clip: String) throws -> [String] {
    try nodes("canvas { width = 640, height = 360 } return \(clip):lasting(1)")
  }
  #expect(try drawn(relative) == drawn(absolute))
}
