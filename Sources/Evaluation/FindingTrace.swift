/// A rule, and an element that it was judged for.
package struct JudgedElement: Hashable, Sendable {
  /// An index into the program's rules.
  package var rule: Int
  /// The rows of the scope's frames, the outermost element first.
  package var rows: [Int32]

  package init(rule: Int, rows: [Int32]) {
    self.rule = rule
    self.rows = rows
  }
}

/// What a finding comes from: a rule that was not met for an element.
package struct FindingTrace: Hashable, Sendable {
  package var judged: JudgedElement
  /// The clause that was not met, an index into the rule's; -1 for the scope's `where`.
  package var clause: Int
}
