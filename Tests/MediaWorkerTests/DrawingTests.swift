import Codec
import Draw
import Foundation
import Media
import Props
import Testing

@testable import MediaWorker

/// Pictures made of shapes are drawn by a worker as this process would draw them, and as librsvg's own program does.
@Suite struct DrawingTests {
  private let workshop: Workshop

  init() throws { workshop = try Workshop() }

  private func write(_ content: String, _ root: String = "viewBox=\"0 0 60 40\"") throws -> String {
    try workshop.write("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" \(root)>\(content)</svg>".utf8)
  }

  /// What drawing programs write, each of it in another picture.
  private static let pictures = [
    "<circle cx='30' cy='20' r='15.3' fill='#ff8040' stroke='navy' stroke-width='2.5' stroke-dasharray='4 1.5'/>",
    "<g opacity='.6' transform='rotate(20 30 20)'><rect width='40' height='20' rx='4'/><path d='M5 5q20 40 50 0t2 3'/></g>",
    """
    <defs><linearGradient id='g' x1='0' x2='1' y2='1'><stop offset='.1' stop-color='red'/><stop offset='1'
    stop-color='blue' stop-opacity='.2'/></linearGradient><radialGradient id='h' xlink:href='#g' xmlns:xlink=
    'http://www.w3.org/1999/xlink' cx='.3'/></defs><rect width='60' height='20' fill='url(#g)'/><ellipse cx='30' cy='28'
    rx='25' ry='9' fill='url(#h)' stroke='url(#g)'/>
    """,
    """
    <mask id='m'><rect width='60' height='40' fill='#999'/><circle cx='20' cy='20' r='9' fill='white'/></mask>
    <clipPath id='c'><path d='M0 0h50l-20 40z' clip-rule='evenodd'/></clipPath><g mask='url(#m)'><g clip-path='url(#c)'>
    <rect width='60' height='40' fill='teal'/></g></g>
    """,
    """
    <style>.a,.b{fill:#36c;stroke:gold}.b{stroke-width:3;mix-blend-mode:multiply}</style><symbol id='s' viewBox='0 0 9 9'>
    <path class='a' d='M0 9L4.5 0 9 9z'/></symbol><use href='#s' width='20' height='20'/><use href='#s' x='15' y='9'
    width='30' height='30' class='b'/><svg x='40' width='20' height='40' viewBox='0 0 2 2'><rect class='b' width='1'
    height='1'/></svg><polyline points='1,1 20,30 40,5' fill='none' stroke-linejoin='round' stroke='black'/>
    """,
  ]

  @Test(arguments: pictures) func aDrawingIsDrawnAsInThisProcess(content: String) throws {
    let path = try write(content)
    let (here, apart) = (try InputFile(path: path).opened(), try Apart.file(path))
    #expect(try here.profile().info == apart.profile().info)
    #expect(apart.profile().info.video?.displaySize == Size(width: 60, height: 40))
    for scale in [1, 0.4, 7.25] {
      let (mine, theirs) = (try here.drawing(scale: scale), try apart.drawing(scale: scale))
      #expect(mine.size == theirs.size && mine.alpha == .premultiplied && theirs.alpha == .premultiplied)
      let areEqual = mine.samples == theirs.samples
      #expect(areEqual)
      #expect(mine.samples.contains { $0 != 0 })
    }
    let still = try apart.pictures().frame(at: .zero)
    let isAtItsSize = try still.samples == here.drawing(scale: 1).samples
    #expect(isAtItsSize)
  }

  /// What was left out, written anew and applied by us has changed nothing.
  @Test(arguments: pictures) func aDrawingIsDrawnAsByAnotherProgram(content: String) throws {
    let path = try write(content)
    var streams = Child.Streams()
    streams.errors = workshop.path("errors")
    let other = try Child(
      "rsvg-convert", ["-z", "3", "-o", "b.png", path], in: workshop.path(""), streams: streams)
    #expect(other.wait() == .exit(0))
    let (mine, theirs) = (try Apart.file(path).drawing(scale: 3), try MediaFile(path: workshop.path("b.png")).still())
    #expect(mine.size == theirs.size && theirs.alpha == .straight)
    let (a, b) = (mine.samples, theirs.samples)
    var furthest = 0
    for at in a.indices {
      let alpha = Int(b[at / 4 * 4 + 3])
      let wanted = at % 4 == 3 ? alpha : (Int(b[at]) * alpha + 127) / 255
      furthest = max(furthest, abs(Int(a[at]) - wanted))
    }
    #expect(furthest <= 1)
  }

  @Test func whatIsRefusedIsSaidAlikeByAWorker() throws {
    for content in ["<script/>", "<image href='a.png'/>", "<g>", "<use href='#a'/><g id='a'><use href='#a'/></g>"] {
      let path = try write("\n\(content)")
      let mine = #expect(throws: CodecError.self) { try InputFile(path: path).opened() }
      let theirs = #expect(throws: CodecError.self) { try Apart.file(path) }
      #expect(mine == theirs && mine?.problem.hasPrefix("line ") == true && mine?.remedy != nil)
    }
    #expect(throws: CodecError.self) { try Apart.file(write("", "width='1'")) }
  }

  @Test func aDrawingHasNoSound() throws {
    let file = try Apart.file(write(""))
    #expect(throws: CodecError.self) { try file.sound() }
    #expect(file.profile().info.duration == nil)
  }

  @Test func aWorkerHasNoMoreMemoryThanItIsGiven() throws {
    var limits = MediaLimits()
    limits.memory = 16 << 20
    let faded = String(repeating: "<g opacity='.9'>", count: 9) + "<rect width='50' height='9'/>"
    let path = try write(faded + String(repeating: "</g>", count: 9))
    #expect(try Apart.file(path, limits).drawing(scale: 2).size == Size(width: 120, height: 80))
    let error = #expect(throws: CodecError.self) { try Apart.file(path, limits).drawing(scale: 50) }
    #expect([.tooLarge, .failed, .damaged].contains(error?.code))
  }

  @Test func aPictureThatCannotBeIsRefused() throws {
    let path = try write("<rect width='9' height='9'/>")
    let file = ConfinedFile(try Apart.source(path), profile: try Apart.file(path).profile())
    #expect(try file.drawing(scale: 2).size == Size(width: 120, height: 80))
    // The file has changed, and with it the size that the host counts on.
    _ = try write("<rect width='9' height='9'/>", "viewBox='0 0 61 40'")
    let stale = ConfinedFile(try Apart.source(path), profile: file.profile())
    #expect(throws: CodecError.self) { try stale.drawing(scale: 2) }
  }
}
