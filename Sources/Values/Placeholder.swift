/// Texts that stand in a plan where a value is not known, as found in council papers.
package enum Placeholder {
  private static let whole: Set<String> = [
    "-", "--", "---", "–", "—", "/", "?", "??", "???", "…", "...", "x", "xx", "xxx",
    "k.a.", "ka", "n.n.", "nn", "n.b.", "n.v.", "dto.", "dito", "s.o.", "s.u.", "n/a", "na", "n.a.",
    "tbd", "tbc", "tba", "t.b.d.", "todo", "null", "none", "keine", "nil", "offen", "open",
    "unknown", "unbekannt", "unbestimmt", "unklar", "not applicable", "entfällt", "entfaellt",
    "projektbezogen", "konzeptabhängig", "konzept-abhängig",
  ]

  private static let phrases = [
    "keine angabe", "nicht bezifferbar", "noch nicht", "nicht abschätzbar", "steht noch",
    "noch offen", "zu klären", "nicht bekannt", "siehe ", "in abhängigkeit", "abhängig von",
    "im laufenden geschäft", "not yet", "not specified", "not quantifiable", "see investment",
    "see annex", "to be ", "being assessed", "nicht zutreffend", "wird noch",
  ]

  /// Whether the text says that a value is missing rather than what it is.
  package static func recognises(_ text: String) -> Bool {
    let lower = text.lowercased()
    if whole.contains(lower) || whole.contains(String(lower.filter { $0 != " " })) { return true }
    return phrases.contains { contains(lower, $0) }
  }

  private static func contains(_ text: String, _ part: String) -> Bool {
    var rest = text[...]
    while !rest.isEmpty {
      if rest.hasPrefix(part) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
