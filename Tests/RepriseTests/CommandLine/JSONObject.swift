import Foundation
import Testing

/// What a JSON text holds, read by somebody else's reader.
func JSONObject(_ text: some StringProtocol) throws -> [String: Any] {
  try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
}
