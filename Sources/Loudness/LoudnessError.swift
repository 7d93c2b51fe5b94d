/// Why a loudness was not measured.
package enum LoudnessError: Error, CustomStringConvertible {
  case outOfMemory

  package var description: String {
    "the loudness meter got no memory, wanted about 2 MB an hour of sound; close other programs"
  }
}
