import Claims
import Graph
import Media
import Plan
import Sketches
import Testing

/// Left top, right top and left bottom corner of what shows of a layer, on the output.
private func corners(_ layer: Layer) -> [[Double]] {
  let (x, y) = (layer.crop.x, layer.crop.y)
  let points = [(x, y), (x + layer.crop.width, y), (x, y + layer.crop.height)]
  return points.map { point in
    let corner = layer.transform(point.0, point.1)
    return [corner.x, corner.y].map { ($0 * 1e6).rounded() / 1e6 + 0 }
  }
}

private func corners(of clip: Sketch.Clip, output: Size? = nil) throws -> [[Double]] {
  corners(try #require(Scene(clip.graph, output: output).layers(at: .zero).last))
}

/// The corners of an upright box from its edges.
private func box(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) -> [[Double]] {
  [[left, top], [right, top], [left, bottom]]
}

private let fits: [(mode: String?, wanted: [[Double]])] = [
  (nil, box(240, 0, 1680, 1080)), ("contain", box(240, 0, 1680, 1080)), ("cover", box(0, -180, 1920, 1260)),
  ("fill", box(0, 0, 1920, 1080)), ("none", box(640, 300, 1280, 780)),
]

@Test(arguments: fits) func aVideoTakesTheCanvas(fit: (mode: String?, wanted: [[Double]])) throws {
  let video = Sketch().video("a", time(1), size: Size(width: 640, height: 480))
  #expect(try corners(of: fit.mode.map(video.fit) ?? video) == fit.wanted)
}

private let anchors: [(name: String, wanted: [[Double]])] = [
  ("center", box(430, 260, 530, 280)), ("top", box(430, 270, 530, 290)), ("bottom", box(430, 250, 530, 270)),
  ("left", box(480, 260, 580, 280)), ("right", box(380, 260, 480, 280)), ("top left", box(480, 270, 580, 290)),
  ("top right", box(380, 270, 480, 290)), ("bottom left", box(480, 250, 580, 270)),
  ("bottom right", box(380, 250, 480, 270)),
]

@Test(arguments: anchors) func theAnchorIsPutThere(anchor: (name: String, wanted: [[Double]])) throws {
  let text = Sketch().text("a", 100, 20, time(1))
  #expect(try corners(of: text.at(0.25, 0.25, anchor.name)) == anchor.wanted)
}

@Test func safeAreasAreThoseOfTheStandard() throws {
  // SMPTE ST 2046-1, for 1920 x 1080: safe action leaves 67.2 and 37.8 pixels at each side, safe title 96 and 54.
  let text = Sketch().text("a", 100, 20, time(1))
  #expect(try corners(of: text.at(0, 1, "bottom left", within: .title)) == box(96, 1006, 196, 1026))
  #expect(try corners(of: text.at(1, 0, "top right", within: .action)) == box(1752.8, 37.8, 1852.8, 57.8))
  #expect(try corners(of: text.at(0.5, 0.5, within: .title)) == box(910, 530, 1010, 550))
}

@Test func everyAnchorOfTheLanguageIsTested() {
  #expect(Set(anchors.map(\.name)) == Set(Language.anchors))
}

@Test func aTextKeepsItsSizeInTheMiddle() throws {
  let text = Sketch().text("a", 100, 20, time(1))
  #expect(try corners(of: text) == box(910, 530, 1010, 550))
  #expect(try corners(of: text.scaled(2)) == box(860, 520, 1060, 560))
  #expect(try corners(of: text.scaled(2, 0.5)) == box(860, 535, 1060, 545))
  #expect(try corners(of: text.scaled(2).scaled(2)) == box(760, 500, 1160, 580))
}

@Test func turningIsClockwiseAboutTheAnchor() throws {
  let text = Sketch().text("a", 100, 20, time(1))
  #expect(try corners(of: text.rotated(90)) == [[970, 490], [970, 590], [950, 490]])
  #expect(try corners(of: text.at(0.5, 0.5, "top left").rotated(90)) == [[960, 540], [960, 640], [940, 540]])
  #expect(try corners(of: text.rotated(180)) == [[1010, 550], [910, 550], [1010, 530]])
  #expect(try corners(of: text.rotated(45).rotated(45)) == corners(of: text.rotated(90)))
  #expect(try corners(of: text.rotated(-36_000)) == corners(of: text))
}

@Test func quarterTurnsAreExact() throws {
  for turns in -8...8 {
    let layer = try #require(
      Scene(Sketch().text("a", 100, 20, time(1)).rotated(90 * Double(turns)).graph).layers(at: .zero).first)
    #expect([-1, 0, 1].contains(layer.transform.a) && [-1, 0, 1].contains(layer.transform.b))
  }
}

/// Words about position, in some order.
private enum Word: CustomStringConvertible {
  case at(Double, Double)
  case scaled(Double)
  case rotated(Double)
  case opacity(Double)
  case fit(String)

  func apply(_ clip: Sketch.Clip) -> Sketch.Clip {
    switch self {
    case .at(let x, let y): clip.at(x, y, "bottom right")
    case .scaled(let factor): clip.scaled(factor)
    case .rotated(let degrees): clip.rotated(degrees)
    case .opacity(let value): clip.opacity(.constant(value))
    case .fit(let mode): clip.fit(mode)
    }
  }

  var description: String {
    switch self {
    case .at(let x, let y): "at(\(x), \(y))"
    case .scaled(let factor): "scaled(\(factor))"
    case .rotated(let degrees): "rotated(\(degrees))"
    case .opacity(let value): "opacity(\(value))"
    case .fit(let mode): "fit(\(mode))"
    }
  }
}

@Test func theOrderOfTheseWordsDoesNotMatter() throws {
  try always { draws in
    var words: [Word] = [
      .at(draws.real(0...1), draws.real(0...1)), .scaled(Double(draws.int(1...8)) / 4),
      .rotated(Double(draws.int(-4...4)) * 90), .opacity(0.5), .fit("cover"),
    ]
    var shuffled: [Word] = []
    while !words.isEmpty { shuffled.append(words.remove(at: draws.int(0...words.count - 1))) }
    return shuffled
  } holds: { words in
    let video = Sketch().video("a", time(1), size: Size(width: 640, height: 480))
    func layers(_ words: [Word]) -> [Layer] {
      Scene(words.reduce(video) { $1.apply($0) }.graph).layers(at: .zero)
    }
    let sorted = words.sorted { $0.description < $1.description }
    return layers(words) == layers(sorted) && layers(words)[0].opacity == 0.5
  }
}

@Test func ofSeveralPlacesTheLastCounts() throws {
  let text = Sketch().text("a", 100, 20, time(1))
  #expect(try corners(of: text.at(0, 0, "top left").at(0.5, 0.5)) == corners(of: text))
}

@Test func aPartTakesTheCanvasAsAPictureOfItsOwnSize() throws {
  let video = Sketch().video("a", time(1))
  #expect(try corners(of: video.crop(100, 50, 640, 640)) == box(420, 0, 1500, 1080))
  let part = video.crop(100, 50, 640, 640).crop(10, 20, 100, 100)
  let layer = try #require(Scene(part.graph).layers(at: .zero).first)
  #expect(layer.crop == Layer.Crop(x: 110, y: 70, width: 100, height: 100))
  #expect(corners(layer) == box(420, 0, 1500, 1080))
}

@Test func aPictureIsFittedAtTheBottomAndKeepsItsSizeAbove() throws {
  let sketch = Sketch()
  let ground = sketch.solid(.black, time(1))
  #expect(try corners(of: sketch.image("a", 200, 100, time(1))) == box(0, 60, 1920, 1020))
  #expect(try corners(of: sketch.stack([ground, sketch.image("a", 200, 100, time(1))])) == box(860, 490, 1060, 590))
  #expect(try corners(of: sketch.stack([ground, sketch.image("a", 4000, 2000, time(1))])) == box(0, 60, 1920, 1020))
}

@Test func aSmallerOutputShrinksEverything() throws {
  let text = Sketch().text("a", 100, 20, time(1)).at(0.25, 0.25)
  #expect(try corners(of: text, output: Size(width: 960, height: 540)) == box(215, 130, 265, 140))
}

@Test func aJoinIsPlacedAsOnePictureOfTheCanvas() throws {
  let sketch = Sketch()
  let stack = sketch.stack([sketch.solid(.black, time(1)), sketch.text("a", 100, 20, time(1)).at(0.25, 0.25)])
  let layers = Scene(stack.scaled(0.5).at(0, 0, "top left").graph).layers(at: .zero)
  #expect(layers.map(corners) == [box(0, 0, 960, 540), box(215, 130, 265, 140)])
  let turned = Scene(stack.rotated(90).graph).layers(at: .zero)
  #expect(corners(turned[0]) == [[1500, -420], [1500, 1500], [420, -420]])
}

@Test func joinsInsideJoinsComposeTheirPlaces() throws {
  let sketch = Sketch()
  let inner = sketch.stack([sketch.solid(.black, time(1)), sketch.solid(.white, time(1))]).scaled(0.5)
  let outer = sketch.stack([inner, sketch.text("a", 100, 20, time(1))]).scaled(0.5).at(0, 0, "top left")
  let layers = Scene(outer.graph).layers(at: .zero)
  #expect(layers.map(corners) == [box(240, 135, 720, 405), box(240, 135, 720, 405), box(455, 265, 505, 275)])
}

@Test func severalLayersFadeAsOnePicture() throws {
  let sketch = Sketch()
  let stack = sketch.stack([sketch.solid(.black, time(1)), sketch.solid(.white, time(1))])
  let layers = Scene(stack.opacity(.constant(0.5)).graph).layers(at: .zero)
  guard case .group(let inner)? = layers.first?.source else { throw Missing() }
  #expect(layers.count == 1)
  #expect(layers[0].opacity == 0.5)
  #expect(corners(layers[0]) == box(0, 0, 1920, 1080))
  #expect(inner.map(\.opacity) == [1, 1])
  #expect(
    Scene(sketch.stack([sketch.solid(.black, time(1))]).opacity(.constant(0.5)).graph).layers(at: .zero)[0].opacity
      == 0.5)
}

@Test func aPartOfAJoinIsAPictureOfItsOwn() throws {
  let sketch = Sketch()
  let stack = sketch.stack([sketch.solid(.black, time(1)), sketch.solid(.white, time(1))])
  let layers = Scene(stack.crop(480, 270, 960, 540).graph).layers(at: .zero)
  guard case .group(let inner)? = layers.first?.source else { throw Missing() }
  #expect(inner.map(corners) == [box(0, 0, 1920, 1080), box(0, 0, 1920, 1080)])
  #expect(corners(layers[0]) == box(480, 270, 1440, 810))
}

struct Missing: Error {}
