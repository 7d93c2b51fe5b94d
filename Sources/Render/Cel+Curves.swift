import Media
import Pixels
import Plan

extension Cel {
  /// With its tones bent by curves.
  func bent(by curves: ToneCurves) -> Cel {
    func table(_ own: ToneCurve?) -> ToneTable {
      ToneTable { tone in
        let bent = own?(tone) ?? tone
        return curves.master?(bent) ?? bent
      }
    }
    return mapped(table(curves.red), table(curves.green), table(curves.blue))
  }
}
