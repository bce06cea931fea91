/// A place as the call names it: `plan.yaml:41`, `plan.yaml:41:7`.
struct PlanPlace {
  var path: String
  var line: Int
  var column: Int?

  /// Nil where the text has no line behind a colon, as the ids of rules.
  init?(_ text: String) {
    // The concise form of findings ends with a colon.
    let parts = text.hasSuffix(":") ? text.dropLast() : text[...]
    guard let (head, last) = Self.split(parts) else { return nil }
    if let (path, line) = Self.split(head) {
      (self.path, self.line, column) = (String(path), line, last)
    } else {
      (path, line, column) = (String(head), last, nil)
    }
  }

  /// What stands before the last colon, and the number behind it.
  private static func split(_ text: Substring) -> (head: Substring, number: Int)? {
    guard let colon = text.lastIndex(of: ":"), colon != text.startIndex else { return nil }
    let digits = text[text.index(after: colon)...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }),
      let number = Int(digits)
    else { return nil }
    return (text[..<colon], number)
  }
}
