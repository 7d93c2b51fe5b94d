import Claims
import Draw
import Foundation
import Testing

/// What pictures from elsewhere are not let do.
@Suite struct SVGRefusalTests {
  @Test(arguments: [
    ("<script>alert(1)</script>", "has a script"), ("<rect onclick='x()'/>", "has a script, in onclick"),
    ("<metadata><x:script xmlns:x='y'/></metadata>", "has a script"),
    ("<use href='other.svg#a'/>", "refers to another file"), ("<use href='http://example.org/#a'/>", "another file"),
    ("<use xmlns:l='http://www.w3.org/1999/xlink' l:href='/etc/passwd'/>", "another file"),
    ("<use href='data:image/svg+xml,#a'/>", "refers to data"), ("<rect fill='url(a.svg#b)'/>", "another file"),
    ("<rect fill='URL(a.svg#b)'/>", "is not understood"), ("<rect style='fill:url(//x)'/>", "another file"),
    ("<rect fill='ur\\6c (#b)'/>", "is not understood"), ("<rect style='mask:url(&#x68;ttp://x)'/>", "another file"),
    ("<style>@import 'a.css';</style>", "is not understood"), ("<style>a{fill:url(b.svg#c)}</style>", "another file"),
    ("<style>@font-face{src:url(x)}</style>", "is not understood"), ("<style>a > b{}</style>", "is not understood"),
    ("<style>a:hover{}</style>", "is not understood"), ("<style>.a{fill:red !important}</style>", "not understood"),
    ("<style>\(String(repeating: "#a", count: 17)){fill:red}</style>", "is not understood"),
    ("<style media='print'>a{}</style>", "for \"print\" alone"), ("<style>a{fill:red</style>", "is not understood"),
    ("<image href='a.png'/>", "a picture inside"), ("<image href='data:image/png;base64,AAAA'/>", "a picture inside"),
    ("<foreignObject/>", "another language"), ("<text>x</text>", "fonts differ"), ("<a href='#b'/>", "has a link"),
    ("<animate attributeName='x'/>", "has an animation"), ("<set/>", "has an animation"),
    ("<animateTransform/>", "has an animation"), ("<filter id='f'/>", "has a filter"),
    ("<rect filter='url(#f)'/>", "has filter"), ("<rect style='filter:blur(9px)'/>", "has filter"),
    ("<pattern/>", "has a pattern"), ("<marker/>", "has a marker"), ("<path marker-end='url(#m)'/>", "has marker-end"),
    ("<switch/>", "has a choice"), ("<g systemLanguage='en'/>", "some viewers only"), ("<mesh/>", "not drawn here"),
    ("<rect style='transform-origin:1px 1px'/>", "has transform-origin"),
    ("<rect style='width:9px'/>", "is not understood"), ("<rect style='fill:\u{301}red'/>", "is not understood"),
    ("<rect mask='url(\u{301}a.svg)'/>", "is not understood"), ("<rect fill='\\\u{301}'/>", "is not understood"),
    ("<i:include xmlns:i='http://www.w3.org/2001/XInclude' href='/etc/passwd'/>", "includes another file"),
  ])
  func itIsRefusedAndSaysWhat(_ content: String, reason: String) throws {
    let error = try #require(refusal("<g/>\n\(content)"))
    #expect(error.code == .refused && error.line == 2 && error.remedy != nil)
    #expect("\(error)".contains(reason), "\(error)")
  }

  @Test(arguments: [
    "<!DOCTYPE svg [<!ENTITY a 'b'>]>", "<?xml-stylesheet href='a.css'?>", "<?xml version='1.0' encoding='latin1'?>",
    "<!DOCTYPE svg SYSTEM 'file:///x' [\n<!ENTITY a SYSTEM '/etc/passwd'>\n]>",
  ])
  func whatStandsBeforeThePictureIsRefusedToo(_ prolog: String) throws {
    let error = try #require(refusal(Array(prolog.utf8) + svg("")))
    #expect(error.code == .refused && error.line == 1 && error.remedy != nil)
  }

  @Test(arguments: [
    "<g>", "</g>", "<g></a>", "<g a/>", "<g a=b/>", "<g a='1' a='2'/>", "<g a='<'/>", "<g a='1'b='2'/>", "a & b",
    "<1/>", "<!-- ", "<![CDATA[", "<x:g/>", "<!ELEMENT a>", "<", "<g", "<g a='", "<style><g/></style>",
    "<g xmlns:x='' fill='red' x:fill='blue'/>",
  ])
  func whatIsNotWellFormedIsDamaged(_ content: String) throws {
    let error = try #require(refusal(content))
    #expect(error.code == .damaged && error.line != nil)
  }

  @Test(arguments: ["&a;", "&#0;", "&#xD800;", "&#x110000;", "&#99999999999;", "&#xFFFE;"])
  func entitiesOfItsOwnAreRefused(_ entity: String) throws {
    #expect(try #require(refusal("<title>\(entity)</title>")).code == .refused)
  }

  @Test func whatIsNoPictureIsSaidSo() throws {
    for text in ["", " ", "<svg/>", "<html xmlns='http://www.w3.org/1999/xhtml'/>", "<!-- a -->", "x", "<a/><b/>"] {
      #expect(try #require(refusal(Array(text.utf8))).code == .damaged)
    }
    #expect(try #require(refusal(svg("") + svg(""))).code == .damaged)
    #expect(try #require(refusal([0xFF, 0xFE, 0x3C, 0x00])).remedy == "save it as UTF-8, not compressed")
    for text in ["<g/>\0", "<g id='\u{FFFF}'/>"] { #expect(try #require(refusal(svg(text))).code == .damaged) }
  }
}

/// A picture of few lines that takes more time or memory than there is.
@Suite struct SVGBombTests {
  @Test func elementsThatReferToOneAnotherAreCounted() throws {
    let levels = (1..<20).map { "<g id='l\($0)'>" + String(repeating: "<use href='#l\($0 - 1)'/>", count: 10) + "</g>" }
    let laughs = "<defs><path id='l0' d='M0 0'/>\(levels.joined())</defs><use href='#l19'/>"
    #expect(try #require(refusal(laughs)).code == .tooLarge)
    let chain = (1..<200).map { "<use id='c\($0)' href='#c\($0 - 1)'/>" }.joined()
    #expect(try #require(refusal(chain + "<path id='c0'/>")).code == .tooLarge)
  }

  @Test(arguments: [
    "<use id='a' href='#a'/>", "<g id='a'><use href='#a'/></g>", "<use id='a' href='#b'/><use id='b' href='#a'/>",
    "<mask id='m'><rect mask='url(#m)'/></mask>", "<clipPath id='c' style='clip-path:url(#c)'/>",
    "<style>.a{mask:url(#m)}</style><mask id='m'><rect class='a'/></mask>",
    "<path id='\u{E9}'/><g id='e\u{301}'><use href='#e\u{301}'/></g>",
    "<linearGradient id='a' href='#b'/><linearGradient id='b' href='#a'/>",
  ])
  func circlesAreRefused(_ content: String) throws {
    let error = try #require(refusal(content))
    #expect(error.code == .refused && "\(error)".contains("itself"))
  }

  @Test func nothingIsNestedForEver() throws {
    let deep = String(repeating: "<g>", count: 64) + String(repeating: "</g>", count: 64)
    #expect(try #require(refusal(deep)).code == .tooLarge)
    let silent = String(repeating: "<i:g xmlns:i='x'>", count: 90) + String(repeating: "</i:g>", count: 90)
    #expect(refusal(silent) == nil)
    let faded = String(repeating: "<g opacity='.9'>", count: 13) + "<path/>" + String(repeating: "</g>", count: 13)
    #expect(try #require(refusal(faded)).code == .tooLarge)
  }

  @Test func thereIsAnEndToElementsAttributesAndRules() throws {
    #expect(try #require(refusal(String(repeating: "<g/>", count: 50_000))).code == .tooLarge)
    let attributes = (0..<101).map { "a\($0)=''" }.joined(separator: " ")
    #expect(try #require(refusal("<g \(attributes)/>")).code == .tooLarge)
    #expect(try #require(refusal("<style>\(String(repeating: "a{}", count: 5001))</style>")).code == .tooLarge)
    let style = String(repeating: "fill:red;", count: 101)
    #expect(try #require(refusal("<g style='\(style)'/>")).code == .tooLarge)
    #expect(try #require(refusal("<path d='\(String(repeating: " ", count: 8 << 20))'/>")).code == .tooLarge)
    let long = "<style>path{stroke-dasharray:\(String(repeating: "1 ", count: 100_000))}</style>"
    #expect(try #require(refusal(long + String(repeating: "<path/>", count: 1000))).code == .tooLarge)
  }
}

/// Nothing that comes in ends the process, and what is drawn draws itself again.
@Suite struct SVGChanceTests {
  private static let whole = """
    <?xml version="1.0"?><!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink"
    width="40" height="30" viewBox="0 0 80 60"><style>.a{fill:#f80;opacity:.5}</style><!-- c --><title>&lt;</title><defs>
    <linearGradient id="g"><stop offset="0" stop-color="red"/><stop offset="1"/></linearGradient><mask id="m"><path
    d="M0 0h80v60z" fill="white"/></mask><clipPath id="c"><circle cx="40" cy="30" r="20"/></clipPath></defs><g class="a"
    mask="url(#m)"><rect id="r" width="50" height="40" rx="5" fill="url(#g)" transform="rotate(9)"/></g><use x:href="#r"
    x="9" clip-path="url(#c)"/><path d="M1 1C2 3 4 5 60 40z" style="stroke:#00f;stroke-width:3;fill:none"/></svg>
    """
  private static let words = [
    "<", ">", "/>", "\"", "'", "&", ";", "url(#", ")", "<g>", "</g>", "<use href='#r'/>", "{", "}", "1e9", "-", "%",
    "#",
    "<![CDATA[", "]]>", "<!--", "-->", "viewBox", "scale(1e9)", "nan", ":", "\u{0}", "\u{301}", "xmlns=", "é",
  ]

  @Test func changedPicturesAreDrawnOrRefused() throws {
    try always(runs: 400) { draws -> [UInt8] in
      var bytes = Array(Self.whole.utf8)
      for _ in 0..<draws.int(1...4) {
        let at = draws.int(0...(bytes.count - 1))
        switch draws.int(0...3) {
        case 0: bytes[at] = UInt8(draws.int(0...255))
        case 1: bytes.removeSubrange(at..<min(bytes.count, at + draws.int(1...20)))
        case 2: bytes.insert(contentsOf: draws.one(of: Self.words).utf8, at: at)
        default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + draws.int(1...90))], at: at)
        }
        if bytes.isEmpty { bytes = [0] }
      }
      return bytes
    } holds: { bytes in
      guard refusal(bytes) == nil else { return true }
      // What may go wrong here is an error too.
      _ = try? SVGPicture(bytes).draw(scale: 0.5)
      return true
    }
  }

  @Test func bytesByChanceAreRefused() throws {
    try always { draws in
      draws.list(0...200) { UInt8($0.int(0...255)) }
    } holds: {
      refusal($0) != nil
    }
  }
}
