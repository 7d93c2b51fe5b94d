import Media

/// The form in which an encoded sound is stored: a head, and parts of some 90 seconds, so that neither writing nor reading
/// a long one takes much memory. All numbers are little-endian, 32 bits unless said otherwise.
///
///     head: "RSND"   version   channels   samples (64 bits)   priming   packets   bytes of configuration   configuration
///     part: sizes of its packets   packets
///
/// In version 1, which is read as well, channels are left out: there are two. All else is refused, since what is read may be
/// damaged.
extension EncodedSound {
  package static let formatVersion: UInt32 = 2
  private static let magic: UInt32 = 0x444e_5352
  private static let packetsPerPart = 4096

  package func serializedHead() -> [UInt8] {
    var bytes: [UInt8] = []
    let samples = UInt64(bitPattern: sampleCount)
    let numbers = [
      Self.magic, Self.formatVersion, UInt32(layout.channelCount), UInt32(truncatingIfNeeded: samples),
      UInt32(truncatingIfNeeded: samples >> 32), UInt32(priming), UInt32(packetSizes.count),
      UInt32(configuration.count),
    ]
    for number in numbers { bytes.append(littleEndian: number) }
    return bytes + configuration
  }

  package var partCount: Int { Self.parts(of: packetSizes.count).count }

  package func serializedPart(_ index: Int) throws(CodecError) -> [UInt8] {
    let range = Self.parts(of: packetSizes.count)[index]
    let start = packetSizes[..<range.lowerBound].reduce(Int64(0)) { $0 + Int64($1) }
    let length = packetSizes[range].reduce(Int64(0)) { $0 + Int64($1) }
    var bytes: [UInt8] = []
    for size in packetSizes[range] { bytes.append(littleEndian: size) }
    return bytes + (try file.read(start..<(start + length)))
  }

  /// Puts a stored sound together.
  ///
  /// - Parameters:
  ///   - codec: What it was encoded with.
  ///   - part: Gives part `index`; nil if it is not to be had.
  ///   - folder: Where packets take their space: 24 kB a second in stereo.
  /// - Returns: Nil if a part is not to be had.
  /// - Throws: what is wrong, if these are not the bytes of a whole sound of this version.
  package init?(
    head: [UInt8], _ codec: SoundCodec = .aac, spoolingIn folder: String, part: (_ index: Int) throws -> [UInt8]?
  ) throws {
    var reader = ByteReader(head[...])
    guard let layout = Self.layout(&reader), let low = reader.number(), let high = reader.number(),
      let priming = reader.number(), let count = reader.number(),
      let length = reader.number(), let configuration = reader.take(Int(length)), reader.isAtEnd, high < 1 << 31
    else { throw Self.damaged }
    let file = try SpoolFile(in: folder)
    var sizes: [UInt32] = []
    for (index, range) in Self.parts(of: Int(count)).enumerated() {
      guard let bytes = try part(index) else { return nil }
      sizes += try Self.append(bytes, packets: range.count, to: file)
    }
    self.init(
      codec: codec, layout: layout, configuration: Array(configuration),
      sampleCount: Int64(high) << 32 | Int64(low), priming: Int64(priming), packetSizes: sizes, file: file)
  }

  /// Reads the beginning of a head; nil if it is none.
  private static func layout(_ reader: inout ByteReader) -> ChannelLayout? {
    guard reader.number() == magic, let version = reader.number(), (1...formatVersion).contains(version) else {
      return nil
    }
    guard version > 1 else { return .stereo }
    return reader.number().flatMap { ChannelLayout(channelCount: Int($0)) }
  }

  private static func append(_ bytes: [UInt8], packets: Int, to file: SpoolFile) throws(CodecError) -> [UInt32] {
    var reader = ByteReader(bytes[...])
    var sizes: [UInt32] = []
    while sizes.count < packets, let size = reader.number() { sizes.append(size) }
    let length = sizes.reduce(0) { $0 + Int($1) }
    guard sizes.count == packets, let data = reader.take(length), reader.isAtEnd else { throw damaged }
    _ = try file.append(Array(data))
    return sizes
  }

  private static func parts(of packets: Int) -> [Range<Int>] {
    stride(from: 0, to: packets, by: packetsPerPart).map { $0..<min($0 + packetsPerPart, packets) }
  }

  private static var damaged: CodecError {
    CodecError(.damaged, "a stored sound", "makes no sense", remedy: "mix it again")
  }
}
