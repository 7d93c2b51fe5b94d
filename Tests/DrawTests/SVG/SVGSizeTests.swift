import Draw
import Media
import Testing

@Suite struct SVGSizeTests {
  @Test(arguments: [
    ("width='120' height='80'", 120, 80), ("width='120px' height='80.4px'", 120, 80),
    ("width='1in' height='72pt'", 96, 96), ("width='2.54cm' height='25.4mm'", 96, 96),
    ("width='6pc' height='1'", 96, 1),
    ("viewBox='5 5 30 20'", 30, 20), ("viewBox='0,0,30,20' width='100%' height='100%'", 30, 20),
    ("viewBox='0 0 30 20' width='60'", 60, 40), ("viewBox='0 0 30 20' height='60'", 90, 60),
    ("viewBox='0 0 30 20' width='auto' height='60'", 90, 60), ("width='.2' height='1e2'", 1, 100),
    ("viewBox='0 0 24 24' width='1.5in' height='50%'", 144, 144),
  ])
  func itIsAsLargeAsItSays(_ root: String, width: Int, height: Int) throws {
    #expect(try SVGPicture(svg("", root)).size == Size(width: width, height: height))
  }

  @Test(arguments: [
    "", "width='100'", "width='100%' height='100%'", "viewBox='0 0 0 10'", "viewBox='0 0 -1 10'", "viewBox='1 2 3'",
    "viewBox='a b c d'", "viewBox='0 0 nan 10'", "viewBox='0 0 inf 10'", "width='10em' height='10em'",
    "width='-5' height='5'", "width='0' height='5'", "width='1e999' height='5'", "width='px' height='5'",
  ])
  func whatHasNoSizeIsAnError(_ root: String) throws {
    let error = try #require(refusal("", root))
    #expect(error.code == .damaged && error.line == 1 && error.remedy != nil)
  }

  @Test(arguments: ["width='16385' height='1'", "viewBox='0 0 1e300 1'", "width='1' height='1e-9'"])
  func whatIsTooLargeOrTooSmallIsAnError(_ root: String) throws {
    #expect(try #require(refusal("", root)).code == .tooLarge)
  }

  @Test func aDrawingNeverHasMorePixelsThanMayBe() throws {
    let wide = try SVGPicture(svg("", "width='16384' height='10'"))
    #expect(SVGPicture.largestScale(of: wide.size) == 1)
    #expect(throws: SVGError.self) { try wide.draw(scale: 1.01) }
    let large = try SVGPicture(svg("", "width='16384' height='16384'"))
    let scale = SVGPicture.largestScale(of: large.size)
    #expect(try large.draw(scale: scale).size.width == 5793)
    #expect(SVGPicture.largestScale(of: Size(width: 10, height: 10)) == 64)
    #expect(throws: SVGError.self) { try large.draw(scale: .nan) }
    #expect(throws: SVGError.self) { try large.draw(scale: 0) }
  }
}
