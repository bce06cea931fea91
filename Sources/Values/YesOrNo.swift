/// Reads a declared yes or no.
package enum YesOrNo {
  /// Reads `yes`, `no`, `ja`, `nein`, `true`, `false`, `wahr` or `falsch` in any case.
  package static func read(_ bytes: TextBytes) -> Result<Bool, ReadProblem> {
    let bytes = bytes.trimmed
    var word: UInt64 = 0
    for index in 0..<min(bytes.count, 7) {
      guard bytes[index].isASCIILetter else { return .failure(problem(of: bytes.text)) }
      word = word << 8 | UInt64(bytes[index] | 0x20)
    }
    if yes.contains(word) { return .success(true) }
    if no.contains(word) { return .success(false) }
    return .failure(problem(of: bytes.text))
  }

  package static func read(_ text: String) -> Result<Bool, ReadProblem> {
    text.withTextBytes(read)
  }

  private static let yes = ["yes", "ja", "true", "wahr"].map(packed)
  private static let no = ["no", "nein", "false", "falsch"].map(packed)

  private static func packed(_ word: String) -> UInt64 {
    word.utf8.reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func problem(of text: String) -> ReadProblem {
    if Placeholder.recognises(text) { return .placeholder(text) }
    let suggestion: String? =
      switch text.lowercased() {
      case "y": "yes"
      case "j": "ja"
      case "n": "no"
      default: nil
      }
    return .notYesOrNo(text, suggestion: suggestion)
  }
}
