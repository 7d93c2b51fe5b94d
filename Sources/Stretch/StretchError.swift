/// Why a sound was not stretched.
package enum StretchError: Error, CustomStringConvertible {
  case outOfMemory

  package var description: String {
    "stretching got no memory, wanted about 1 MB and what the blocks take; use shorter blocks, or close other programs"
  }
}
