import SourceText

/// A text with places marked by `1️⃣`, `2️⃣` … `9️⃣`, which are taken out of it.
package struct MarkedText {
  package let text: String
  /// The UTF-8 byte offset of each marker in `text`.
  package let offsets: [Int: Int]

  package init(_ marked: String) {
    var text = ""
    var offsets: [Int: Int] = [:]
    for character in marked {
      let scalars = Array(character.unicodeScalars)
      if scalars.count == 3, scalars[1] == "\u{FE0F}", scalars[2] == "\u{20E3}",
        let digit = Int(String(scalars[0]))
      {
        offsets[digit] = text.utf8.count
      } else {
        text.append(character)
      }
    }
    self.text = text
    self.offsets = offsets
  }

  /// The range between two markers.
  package func range(_ first: Int, _ second: Int) -> ByteRange {
    ByteRange(offsets[first]!, offsets[second]!)
  }
}
