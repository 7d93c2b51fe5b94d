import Testing

@testable import Worker

/// The right bits are MPFR's, at arguments where glibc 2.36 on x86-64 is off by one in the last place.
@Suite struct MathTests {
  @Test(
    arguments: modes,
    [
      ("math.sin(0x1.bae1041747f5p+1)", -0x1.408f50e01399fp-2), ("math.sin(0x1.eafb1430e7fp-3)", 0x1.e64a8bb2b5db7p-3),
      ("math.sin(0x1.015139876a36p+0)", 0x1.b0403ad12e3a1p-1), ("math.sqrt(2)", 0x1.6a09e667f3bcdp+0),
      ("math.exp(1)", 0x1.5bf0a8b145769p+1), ("math.log(10)", 0x1.26bb1bbb55516p+1), ("math.log(8, 2)", 3),
      ("math.log(1000, 10)", 3), ("math.cos(0)", 1), ("math.tan(1)", 0x1.8eb245cbee3a6p+0),
      ("math.asin(1)", 0x1.921fb54442d18p+0),
      ("math.acos(-1)", 0x1.921fb54442d18p+1), ("math.atan(1, -1)", 0x1.2d97c7f3321d2p+1),
      ("math.atan(1)", 0x1.921fb54442d18p-1),
      ("math.exp(-745.13)", 0x1p-1074), ("math.sin(1e22)", -0x1.b453ab76bf397p-1), ("math.exp(-746)", 0),
    ] as [(String, Double)])
  func functionsAreCorrectlyRounded(mode: Isolation, claim: (expression: String, result: Double)) throws {
    #expect(try run("return \(claim.expression)", mode) == [.number(claim.result)])
  }

  @Test(
    arguments: [
      ("0x1.1beb005d72a3cp+3", "0x1.089630f7b91ap+2", 0x1.038c499a04409p+13),
      ("0x1.009c0c89fcaacp+3", "-0x1.51f82a815f4p-3", 0x1.6b2282d083a08p-1),
      ("0x1.954f316fed1f8p+2", "-0x1.09bfe90ef1ecp+1", 0x1.62ef6322d8789p-6),
      ("0x1.84424bd5a553p+1", "-0x1.1b59307e04b9p+3", 0x1.c57584089da46p-15),
    ] as [(String, String, Double)])
  func theOperatorForPowersIsTheWorkersOwn(base: String, exponent: String, result: Double) throws {
    // Folded by the compiler, and computed by the machine.
    #expect(
      try run("local x = \(base) return \(base) ^ \(exponent), x ^ \(exponent)", .standard) == [
        .number(result), .number(result),
      ])
  }

  @Test func powersOfTheEdgesAreAsTheStandardSays() throws {
    let source =
      "return 0^0, 2^10, (-2)^3, 2^0.5, 2^-1074, 1^(0/0), (-8)^(1/3) ~= (-8)^(1/3), 10^400 == math.huge, 0^-1 == math.huge"
    #expect(
      try run(source, .standard) == [
        1.0, 1024.0, -8.0, .number(0x1.6a09e667f3bcdp+0), .number(0x1p-1074), 1.0, true, true, true,
      ])
  }

  @Test func wholeNumbersStayWhole() throws {
    let source =
      "return math.floor(-1.5), math.ceil(1e300) == 1e300, math.tointeger(3.0), math.fmod(-5, 3), math.abs(math.mininteger), math.type(1), math.type(1.0), math.max(1, 2.5), math.ult(1, -1), math.modf(-3.7)"
    #expect(
      try run(source) == [-2, true, 3, -2, .integer(.min), "integer", "float", 2.5, true, -3.0, .number(-3.7 + 3)])
    #expect(message("return math.fmod(1, 0)").contains("zero"))
    #expect(message("return 1 // 0").contains("attempt to divide by zero"))
  }
}
