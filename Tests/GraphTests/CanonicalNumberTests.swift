import Claims
import Foundation
import Graph
import Testing

/// RFC 8785, appendix B, as bits and text.
private let samples: [(bits: UInt64, text: String)] = [
  (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"), (0x0000_0000_0000_0001, "5e-324"),
  (0x8000_0000_0000_0001, "-5e-324"), (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
  (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"), (0x4340_0000_0000_0000, "9007199254740992"),
  (0xc340_0000_0000_0000, "-9007199254740992"), (0x4430_0000_0000_0000, "295147905179352830000"),
  (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"), (0x44b5_2d02_c7e1_4af6, "1e+23"),
  (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"), (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
  (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"), (0x444b_1ae4_d6e2_ef50, "1e+21"),
  (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"), (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
  (0x41b3_de43_5555_5553, "333333333.3333332"), (0x41b3_de43_5555_5554, "333333333.33333325"),
  (0x41b3_de43_5555_5555, "333333333.3333333"), (0x41b3_de43_5555_5556, "333333333.3333334"),
  (0x41b3_de43_5555_5557, "333333333.33333343"), (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
  (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
]

@Test(arguments: samples)
func numbersAreWrittenAsInAppendixB(sample: (bits: UInt64, text: String)) {
  #expect(CanonicalJSON.form(of: Double(bitPattern: sample.bits)) == sample.text)
}

@Test(
  arguments: [
    // Section 3.2.2: [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001].
    (333333333.33333329, "333333333.3333333"), (1e30, "1e+30"), (4.50, "4.5"), (2e-3, "0.002"),
    (0.000000000000000000000000001, "1e-27"),
    // ECMA-262, 6.1.6.1.20, at its borders: 21 digits before the point, 6 noughts behind it.
    (1, "1"), (10, "10"), (123, "123"), (0.1, "0.1"), (1.5, "1.5"), (-2.5, "-2.5"), (100, "100"),
    (1e20, "100000000000000000000"),
    (123456789012345683968, "123456789012345680000"), (1.2345e21, "1.2345e+21"), (0.00001, "0.00001"),
    (0.00000123, "0.00000123"), (1e-7, "1e-7"), (1.23e-7, "1.23e-7"), (0.5, "0.5"), (12.345, "12.345"),
  ] as [(Double, String)])
func numbersAreWrittenAsECMAScriptDoes(number: Double, text: String) {
  #expect(CanonicalJSON.form(of: number) == text)
}

@Test func everyNumberReadsBackBitForBit() throws {
  try always(runs: 10_000) {
    $0.finite()
  } holds: { number in
    let text = CanonicalJSON.form(of: number)
    // Glibc reads, so that a mistake in our own idea of digits shows.
    return strtod(text, nil).bitPattern == (number == 0 ? 0 : number.bitPattern)
  }
}

@Test func noShorterTextReadsBackTheSame() throws {
  try always(runs: 5000) {
    $0.finite().magnitude
  } holds: { number in
    guard number > 0 else { return true }
    let digits = CanonicalJSON.form(of: number).prefix { $0 != "e" }.filter(\.isNumber)
    let significant = digits.drop { $0 == "0" }.reversed().drop { $0 == "0" }.count
    guard significant > 1 else { return true }
    // %.*e with one digit fewer is the nearest of that length.
    return strtod(String(format: "%.\(significant - 2)e", number), nil) != number
  }
}
