import Media

// What all tracks have alike.
extension FragmentedMovie {
  static func writeTrackHeader(_ track: UInt32, volume: UInt16, size: Size, to trak: inout BoxWriter) {
    // Flags: enabled, and part of the movie.
    trak.box("tkhd", version: 0, flags: 3) { tkhd in
      for number in [0, 0, track, 0, 0, 0, 0, 0] { tkhd.write(number) }
      tkhd.write(volume)
      tkhd.write(UInt16(0))
      writeUnityMatrix(to: &tkhd)
      for side in [size.width, size.height] { tkhd.write(UInt32(side) << 16) }
    }
  }

  /// An edit list that begins at an instant of the track's clock and goes on to the end (8.6.6).
  static func writeEdit(from start: UInt32, to trak: inout BoxWriter) {
    trak.box("edts") { edts in
      edts.box("elst", version: 0) { elst in
        for number in [1, 0, start, 0x0001_0000] { elst.write(number) }
      }
    }
  }

  static func writeMedia(
    _ handler: String, clock: UInt32, to trak: inout BoxWriter, head: (inout BoxWriter) -> Void,
    describe: (inout BoxWriter) -> Void
  ) {
    trak.box("mdia") { mdia in
      mdia.box("mdhd", version: 0) { mdhd in
        // No dates and no length yet; language "und" in three times five bits.
        for number in [0, 0, clock, 0, 0x55C4_0000] { mdhd.write(number) }
      }
      mdia.box("hdlr", version: 0) { hdlr in
        hdlr.writeZeros(4)
        hdlr.write(Array(handler.utf8))
        hdlr.writeZeros(13)
      }
      mdia.box("minf") { minf in
        head(&minf)
        // The media lie in this very file.
        minf.box("dinf") { dinf in
          dinf.box("dref", version: 0) { dref in
            dref.write(UInt32(1))
            dref.box("url ", version: 0, flags: 1) { _ in }
          }
        }
        writeEmptyTable(to: &minf, describe)
      }
    }
  }

  /// A sample table that describes samples and has none.
  private static func writeEmptyTable(to minf: inout BoxWriter, _ describe: (inout BoxWriter) -> Void) {
    minf.box("stbl") { stbl in
      stbl.box("stsd", version: 0) { stsd in
        stsd.write(UInt32(1))
        describe(&stsd)
      }
      for (kind, fields) in [("stts", 1), ("stsc", 1), ("stsz", 2), ("stco", 1)] {
        stbl.box(kind, version: 0) { $0.writeZeros(4 * fields) }
      }
    }
  }

  static func writeUnityMatrix(to writer: inout BoxWriter) {
    for number in [0x0001_0000, 0, 0, 0, 0x0001_0000, 0, 0, 0, 0x4000_0000] as [UInt32] { writer.write(number) }
  }
}
