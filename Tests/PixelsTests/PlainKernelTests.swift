import CPixels
import Testing

/// The same twins for the versions that run where there are no wide vectors. Other tests may run meanwhile: results
/// do not depend on the choice.
@Suite struct PlainKernelTests {
  @Test func plainVersionsEqualTheTwinsToo() {
    pixels_prefer_plain(1)
    defer { pixels_prefer_plain(0) }
    BlendKernelTests().everyBlendEqualsItsTwin()
    ConversionKernelTests().matricesEqualTheirTwin()
    ConversionKernelTests().alphaKernelsEqualTheirTwins()
    ConversionKernelTests().writtenCodesEqualTheirTwins()
    FilterKernelTests().filtersEqualTheirTwins()
    FilterKernelTests().sampledPixelsEqualTheirTwin()
  }
}
