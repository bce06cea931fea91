/// Texts that stand in a plan where a value is not known, as found in council papers.
package enum Placeholder {
  private static let whole: Set<String> = [
    "-", "--", "---", "–", "—", "/", "?", "??", "???", "…", "...", "x", "xx", "xxx",
    "k.a.", "ka", "n.n.", "nn", "n.b.", "n.v.", "dto.", "dito", "s.o.", "s.u.", "n/a", "na", "n.a.",
    "tbd", "tbc", "tba", "t.b.d.", "todo", "null", "none", "keine", "nil", "offen", "open",
    "unknown", "unbekannt", "unbestimmt", "unklar", "not applicable", "entfällt", "entfaellt",
    "projektbezogen", "konzeptabhängig", "konzept-abhängig",
  ]

  /// In UTF-8, each with its umlauts composed and decomposed.
  private static let phrases: [[UInt8]] = spelled.flatMap { phrase in
    let decomposed = phrase.unicodeScalars.map { $0 == "ä" ? "a\u{308}" : String($0) }.joined()
    return [Array(phrase.utf8), Array(decomposed.utf8)]
  }

  private static let spelled = [
    "keine angabe", "nicht bezifferbar", "noch nicht", "nicht abschätzbar", "steht noch",
    "noch offen", "zu klären", "nicht bekannt", "siehe ", "in abhängigkeit", "abhängig von",
    "im laufenden geschäft", "not yet", "not specified", "not quantifiable", "see investment",
    "see annex", "to be ", "being assessed", "nicht zutreffend", "wird noch",
  ]

  /// Whether the text says that a value is missing rather than what it is.
  package static func recognises(_ text: String) -> Bool {
    let lower = text.lowercased()
    if whole.contains(lower) || whole.contains(String(lower.filter { $0 != " " })) { return true }
    return lower.withTextBytes { bytes in phrases.contains { contains(bytes, $0) } }
  }

  private static func contains(_ bytes: TextBytes, _ part: [UInt8]) -> Bool {
    guard bytes.count >= part.count else { return false }
    for start in 0...(bytes.count - part.count) where bytes[start] == part[0] {
      if bytes[start..<(start + part.count)].elementsEqual(part) { return true }
    }
    return false
  }
}
