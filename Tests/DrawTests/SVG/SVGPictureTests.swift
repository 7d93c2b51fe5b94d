import Draw
import Foundation
import Media
import Testing

/// Pictures of which it is known by a formula what they look like.
@Suite struct SVGPictureTests {
  @Test func aRectangleOnWholePixelsHasNoSoftEdge() throws {
    let picture = try drawn("<rect x='10' y='20' width='30' height='40' fill='red'/>")
    let bounds = picture.bounds { $0.alpha > 0 }
    #expect(bounds?.columns == 10...39 && bounds?.rows == 20...59)
    #expect(picture.coverage == 1200)
    #expect(picture.pixels.allSatisfy { $0 == .init(red: $0.alpha, green: 0, blue: 0, alpha: $0.alpha) })
  }

  @Test(arguments: [0.25, 1, 3.3, 8])
  func aCircleCoversPiTimesItsRadiusSquared(scale: Double) throws {
    let radius = 40 * scale
    let picture = try drawn("<circle cx='50' cy='50' r='40'/>", scale: scale)
    // As if the edge were a twentieth of a pixel off, all around: Cairo's curves are so close.
    #expect(abs(picture.coverage - .pi * radius * radius) < 2 * .pi * radius / 20)
  }

  @Test func coloursAreMultipliedByTheirAlpha() throws {
    let picture = try drawn("<rect width='100' height='100' fill='#ff8000' fill-opacity='.5'/>")
    let pixel = try #require(picture.pixels.first)
    #expect(abs(Int(pixel.alpha) - 128) <= 1 && abs(Int(pixel.red) - 128) <= 1)
    #expect(abs(Int(pixel.green) - 64) <= 1 && pixel.blue == 0)
  }

  @Test func groupsFadeAsOnePicture() throws {
    let both = "<rect width='60' height='100'/><rect x='40' width='60' height='100'/>"
    let group = try drawn("<g opacity='.5'>\(both)</g>")
    #expect(Set(group.pixels.map(\.alpha)).count == 1)
    let each = try drawn("<g fill-opacity='.5'>\(both)</g>")
    #expect(Set(each.pixels.map(\.alpha)).count == 2)
  }

  @Test func aViewBoxIsStretchedOverTheSize() throws {
    let picture = try drawn(
      "<rect x='-5' y='5' width='5' height='5'/>", "width='200' height='100' viewBox='-10 0 20 10'")
    let bounds = picture.bounds { $0.alpha > 0 }
    #expect(picture.width == 200 && picture.height == 100)
    #expect(bounds?.columns == 50...99 && bounds?.rows == 50...99)
  }

  @Test(arguments: [
    ("xMidYMid meet", 50...149, 0...99), ("xMinYMid", 0...99, 0...99), ("xMaxYMax meet", 100...199, 0...99),
    ("none", 0...199, 0...99), ("xMidYMid slice", 0...199, 0...99),
  ])
  func theShapeIsKeptAsItSays(_ ratio: String, columns: ClosedRange<Int>, rows: ClosedRange<Int>) throws {
    let root = "width='200' height='100' viewBox='0 0 10 10' preserveAspectRatio='\(ratio)'"
    let bounds = try drawn("<rect width='10' height='10'/>", root).bounds { $0.alpha > 0 }
    #expect(bounds?.columns == columns && bounds?.rows == rows)
  }

  @Test func whatLiesOutsideIsCutOff() throws {
    let picture = try drawn("<circle cx='100' cy='100' r='40'/>")
    #expect(abs(picture.coverage - Double.pi * 400) < 3)
  }

  /// Edges of a drawing at eight times the size are as narrow as at its own size: eight times narrower than its pixels are
  /// when those are stretched.
  @Test func aDrawingIsSharpAtEightTimesItsSize() throws {
    func soft(_ picture: Picture) -> Double {
      Double(picture.pixels.count { $0.alpha > 0 && $0.alpha < 255 }) / Double(picture.width)
    }
    let circle = "<circle cx='50' cy='50' r='40'/>"
    let (own, large) = (try drawn(circle), try drawn(circle, scale: 8))
    #expect(large.width == 800)
    #expect(soft(large) < soft(own) * 1.2)
    // Stretched, each soft pixel would be eight by eight.
    #expect(soft(own) * 64 / 8 > soft(large) * 6)
    let stripe = try drawn("<rect x='0' y='0' width='.125' height='100'/>", scale: 8)
    #expect(stripe.coverage == 800)
  }

  @Test func partsOfPixelsAreStretchedOverWholeOnes() throws {
    let picture = try drawn("<rect width='10mm' height='10mm'/>", "width='10mm' height='10mm'")
    #expect(picture.width == 38 && picture.height == 38 && picture.coverage == 38 * 38)
    let third = try drawn("<rect width='100' height='100'/>", scale: 0.333)
    #expect(third.width == 34 && abs(third.coverage - 33.3 * 33.3) < 0.5)
  }

  @Test func shapesAreRepeatedClippedMaskedAndBlended() throws {
    let twice = try drawn("<defs><rect id='a' width='10' height='10'/></defs><use href='#a'/><use href='#a' x='50'/>")
    #expect(twice.coverage == 200)
    let old = "xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 100 100'"
    #expect(try drawn("<rect id='a' width='10' height='10'/><use xlink:href='#a' y='50'/>", old).coverage == 200)
    let clip = "<clipPath id='c'><rect width='50' height='10'/></clipPath>"
    #expect(try drawn("\(clip)<rect width='100' height='100' clip-path='url(#c)'/>").coverage == 500)
    let mask = "<mask id='m'><rect width='50' height='10' fill='white'/></mask>"
    #expect(
      try drawn("\(mask)<rect width='100' height='100' mask='url(\"#m\")'/>".replacing("\"", with: "")).coverage == 500)
    let blend = "<rect width='100' height='100' fill='#808080'/><g style='mix-blend-mode:multiply'>"
    let dark = try drawn("\(blend)<rect width='100' height='100' fill='#808080'/></g>")
    #expect(dark.pixels.allSatisfy { abs(Int($0.red) - 64) <= 1 })
  }

  @Test func aGradientRunsFromOneColourToTheOther() throws {
    let stops = "<stop offset='0' stop-color='red'/><stop offset='1' stop-color='blue'/>"
    let picture = try drawn(
      "<linearGradient id='g'>\(stops)</linearGradient><rect width='100' height='100' fill='url(#g)'/>")
    for x in 0..<100 {
      let share = (Double(x) + 0.5) / 100
      let pixel = picture.pixels[50 * 100 + x]
      #expect((Double(pixel.blue) - 255 * share).magnitude <= 2)
      #expect((Double(pixel.red) - 255 * (1 - share)).magnitude <= 2)
    }
  }

  @Test func styleSheetsSayMoreThanAttributesAndLessThanStyles() throws {
    func color(_ sheet: String, _ attributes: String) throws -> [UInt8] {
      let picture = try drawn("<style>\(sheet)</style><rect width='100' height='100' \(attributes)/>")
      let pixel = try #require(picture.pixels.first)
      return [pixel.red, pixel.green, pixel.blue]
    }
    #expect(try color("rect{fill:#f00}", "fill='#00f'") == [255, 0, 0])
    #expect(try color("rect{fill:#f00} .a{fill:#0f0} rect{fill:#00f}", "class='b a'") == [0, 255, 0])
    #expect(try color("#x{fill:#f00} .a,.b{fill:#0f0}", "class='a' id='x'") == [255, 0, 0])
    #expect(try color("rect.a{fill:#f00} .a{fill:#0f0}", "class='a'") == [255, 0, 0])
    #expect(try color(".a{fill:#f00}", "class='a' style='fill:#00f; -inkscape-x:y'") == [0, 0, 255])
    #expect(try color("/* .a{} */ *{fill:#f00;font-family:x} <!-- -->", "") == [255, 0, 0])
    #expect(try color("<![CDATA[.a{fill:#f00}]]>", "class='a'") == [255, 0, 0])
    #expect(try color(".a{fill:#f00} .a{fill:#0f0}", "class='a'") == [0, 255, 0])
    #expect(try color(".c{fill:#f00}", "class='a' fill='#123456'") == [0x12, 0x34, 0x56])
  }

  @Test func otherLanguagesAndCommentsAreLeftOut() throws {
    let extra = """
      <?xml version="1.0" encoding="UTF-8"?><!-- drawn -->
      <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
      <s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/x" viewBox="0 0 10 10" i:v="1">
      <i:view><i:grid href="http://example.org"/></i:view><s:metadata><i:text>x</i:text></s:metadata>
      <s:title>A &amp; B &#x41;</s:title><s:rect width="10" height="10" i:label="http://x"/></s:svg>

      """
    #expect(try drawn(Array(extra.utf8)).coverage == 100)
    #expect(try drawn([0xEF, 0xBB, 0xBF] + Array(extra.utf8.dropFirst(38))).coverage == 100)
  }

  @Test func aPictureIsToldByItsContent() {
    #expect(SVGPicture.isOne(beginning: svg("")))
    #expect(SVGPicture.isOne(beginning: Array("\u{FEFF} \n<!-- <b> --><!DOCTYPE svg [<!ENTITY a 'b'>]><s:svg".utf8)))
    #expect(!SVGPicture.isOne(beginning: Array("<html><body>".utf8)))
    #expect(!SVGPicture.isOne(beginning: Array("# <svg".utf8)))
    #expect(!SVGPicture.isOne(beginning: []))
  }

  @Test func theSameBytesComeOutEachTime() throws {
    let shapes = "<g opacity='.7'><circle cx='33' cy='41' r='17.3' stroke='red' stroke-dasharray='3 1'/></g>"
    let first = try drawn(shapes, scale: 2.7)
    #expect(try (0..<5).allSatisfy { _ in try drawn(shapes, scale: 2.7) == first })
  }
}
