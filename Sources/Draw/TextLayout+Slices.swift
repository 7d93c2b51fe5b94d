import CPango
import Media

extension TextLayout {
  /// The glyphs of all lines, run by run.
  var slices: [GlyphSlice] {
    lines.flatMap { line in
      var x = line.x
      return line.runs.map { run in
        defer { x += run.width }
        return GlyphSlice(run, x: x, baseline: line.baseline + drop(of: run))
      }
    }
  }

  /// The glyphs of each piece, in reading order. Pieces without a glyph that could be seen are not among them.
  func pieces(_ kind: TextPiece) -> [[GlyphSlice]] {
    let number = numbering(of: kind)
    return Dictionary(grouping: visibleClusters) { number($0.line, $0.slice) }
      .sorted { $0.key < $1.key }.map { $0.value.map(\.slice) }
  }

  var pieceCounts: [TextPiece: Int] {
    let clusters = visibleClusters
    return Dictionary(
      uniqueKeysWithValues: TextPiece.allCases.map { kind in
        let number = numbering(of: kind)
        return (kind, Set(clusters.map { number($0.line, $0.slice) }).count)
      })
  }

  /// Says which piece a glyph belongs to.
  private func numbering(of kind: TextPiece) -> (_ line: Int, GlyphSlice) -> Int {
    guard kind != .line else { return { line, _ in line } }
    let starts = starts(of: kind)
    return { _, slice in starts.partitioningIndex { $0 > slice.start } }
  }

  private var visibleClusters: [(line: Int, slice: GlyphSlice)] {
    lines.enumerated().flatMap { number, line in
      clusters(of: line).filter { !$0.ink.isEmpty }.map { (number, $0) }
    }
  }

  /// Each cluster of a line by itself: what Pango shaped as one.
  private func clusters(of line: Line) -> [GlyphSlice] {
    var x = line.x
    return line.runs.flatMap { run in
      defer { x += run.width }
      return run.clusters(of: text).map { cluster in
        GlyphSlice(
          run, start: cluster.start, glyphs: cluster.glyphs, x: x + run.width(before: cluster.glyphs.lowerBound),
          baseline: line.baseline + drop(of: run))
      }
    }
  }

  /// How far letters that lie on their side stand below the middle of a line that runs downwards.
  private func drop(of run: TextRun) -> Double {
    guard isVertical, !run.isUpright, let font = run.font else { return 0 }
    var extents = hb_font_extents_t()
    hb_font_get_h_extents(pango_font_get_hb_font(font), &extents)
    return (layoutUnits(extents.ascender) + layoutUnits(extents.descender)) / 2
  }

  /// The bytes at which pieces begin, in order.
  private func starts(of kind: TextPiece) -> [Int] {
    var count: Int32 = 0
    guard let attributes = pango_layout_get_log_attrs_readonly(layout.pointer, &count) else { return [] }
    var (offset, starts) = (0, [Int]())
    for (index, scalar) in String(cString: text).unicodeScalars.enumerated() where index < count {
      let (here, before) = (attributes[index], index > 0 ? attributes[index - 1] : nil)
      let isStart =
        kind == .character
        ? here.is_cursor_position != 0
        : here.is_white == 0 && before?.is_white != 0 || here.is_word_start != 0 && here.is_word_end != 0
      if isStart { starts.append(offset) }
      offset += UTF8.width(scalar)
    }
    return starts
  }
}

extension TextRun {
  var glyphCount: Int { Int(glyphs.pointee.num_glyphs) }

  /// The width of so many glyphs from the left.
  func width(before index: Int) -> Double {
    layoutUnits((0..<index).reduce(0) { $0 + glyphs.pointee.glyphs[$1].geometry.width })
  }

  /// Where each cluster begins in the text, and its glyphs.
  func clusters(of text: UnsafePointer<CChar>) -> [(start: Int, glyphs: Range<Int>)] {
    var iterator = PangoGlyphItemIter()
    var found: [(start: Int, glyphs: Range<Int>)] = []
    guard pango_glyph_item_iter_init_start(&iterator, item, text) != 0 else { return [] }
    repeat {
      // From right to left it goes backwards through the glyphs.
      let (first, end) = (Int(iterator.start_glyph), Int(iterator.end_glyph))
      found.append((Int(iterator.start_index), first <= end ? first..<end : end + 1..<first + 1))
    } while pango_glyph_item_iter_next_cluster(&iterator) != 0
    return found
  }
}
