/// Names that a schema may not give, because a rule that used them could be read in two ways.
enum ReservedNames {
  /// Words that begin or join the parts of a rule, whatever stands around them.
  static let always: Set<String> = [
    "each", "every", "some", "no", "when", "where", "if", "any", "all", "none", "exactly", "must",
    "is", "has", "of", "in", "today", "earlier", "later", "previous",
  ]

  /// Words that may follow `is` or `must be`, where the values of a choice stand as well.
  static let afterIs: Set<String> = [
    "stated", "answered", "open", "missing", "left", "left-out", "not", "one", "at", "more", "less",
    "before", "after", "on", "the", "written", "unique", "not-applicable",
  ]

  /// Keys that say the state of a field in a plan; see `StateKey`.
  static let states: Set<String> = ["open", "not-applicable"]
}
