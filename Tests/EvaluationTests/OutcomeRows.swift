extension OutcomeRow {
  static let stateRequirements = [
    OutcomeRow("name must be stated", "name", fits: "x", not: nil, "M . V V V V V"),
    OutcomeRow("name must not be stated", "name", fits: "x", not: nil, "V . M M M M M"),
    OutcomeRow("name must be answered", "name", fits: "x", not: nil, "M . M M V V V"),
    OutcomeRow("name must not be answered", "name", fits: "x", not: nil, "V . V V M M M"),
    OutcomeRow("name must be left out", "name", fits: "x", not: nil, "V . V V M M V"),
    OutcomeRow("name must not be left out", "name", fits: "x", not: nil, "M . M M V V M"),
    OutcomeRow("size must be stated", "size", fits: "3", not: nil, "M . V V V V V"),
    OutcomeRow("team must be stated", "team", fits: "t1", not: nil, malformed: "t9", "M . V V V V V"),
    OutcomeRow("box.note must be stated", "box.note", fits: "x", not: nil, "M . V V V V V"),
  ]

  static let stateConditions = [
    OutcomeRow("name is stated", "name", fits: "x", not: nil, "M . - - - - -"),
    OutcomeRow("name is not stated", "name", fits: "x", not: nil, "- . M M M M M"),
    OutcomeRow("name is answered", "name", fits: "x", not: nil, "M . M M - - -"),
    OutcomeRow("name is not answered", "name", fits: "x", not: nil, "- . - - M M M"),
    OutcomeRow("name is open", "name", fits: "x", not: nil, "- . M - - - -"),
    OutcomeRow("name is not open", "name", fits: "x", not: nil, "M . - M M M M"),
    OutcomeRow("name does not apply", "name", fits: "x", not: nil, "- . - M - - -"),
    OutcomeRow("name applies", "name", fits: "x", not: nil, "M . M - M M M"),
    OutcomeRow("name is missing", "name", fits: "x", not: nil, "- . - - M M M"),
    OutcomeRow("name is not missing", "name", fits: "x", not: nil, "M . M M - - -"),
  ]

  /// The phrases about values: the line, the field, a value that fits and one that does not.
  private static let phrases: [(String, String, String, String, String)] = [
    ("name must be \"x\"", "name", "x", "y", "[[x]]"),
    ("name must be one of \"x\", \"z\"", "name", "z", "y", "[[x]]"),
    ("level must be high", "level", "high", "low", "hgih"),
    ("level must be one of low, middle", "level", "medium", "high", "hgih"),
    ("level must be at least middle", "level", "high", "low", "hgih"),
    ("level must be at most middle", "level", "low", "dropped", "hgih"),
    ("level must be more than low", "level", "middle", "low", "hgih"),
    ("level must be less than high", "level", "middle", "high", "hgih"),
    ("colour must be red", "colour", "red", "green", "[[x]]"),
    ("done must be yes", "done", "yes", "no", "maybe"),
    ("size must be 5", "size", "5", "4", "five"),
    ("size must be at least 5", "size", "5", "4", "five"),
    ("size must be at most 5", "size", "5", "6", "5.5"),
    ("size must be more than 5", "size", "6", "5", "five"),
    ("size must be less than 5", "size", "4", "5", "five"),
    ("size must be at most most", "size", "3", "4", "five"),
    ("quota must be at least 50 %", "quota", "50 %", "49.9 %", "half"),
    ("amount must be at most 100 EUR", "amount", "100 EUR", "100.01 EUR", "12.000"),
    ("amount must be more than 0", "amount", "1 EUR", "0", "100"),
    ("day must be before 2027-03-02", "day", "2027-03-01", "2027-03-02", "31.2.2027"),
    ("day must be after 2027-03", "day", "2027-04-01", "2027-03", "soon"),
    ("day must be on or before 2027", "day", "2027", "2028-01-01", "soon"),
    ("day must be on or after 2027-Q2", "day", "2027-07-01", "2027-03-31", "soon"),
    ("day must be the same as 2027-03", "day", "2027-03", "2027-04", "soon"),
    ("day must lie within 2027 to 2028-06", "day", "2028-06", "2028-07-01", "soon"),
    ("day must overlap 2027-02 to 2027-03", "day", "2027", "2026", "soon"),
    ("name must exist in teams", "name", "t2", "t3", "[[x]]"),
    ("team must exist in teams", "team", "t2", "", "t9"),
    ("name must be written like number", "name", "0815/2027", "815/2027", "[[x]]"),
    ("name must have at least 2 words", "name", "two words", "one", "[[x]]"),
    ("name must have at most 3 characters", "name", "äöü", "äöüß", "[[x]]"),
    ("name must have exactly 2 words", "name", "two words", "one", "[[x]]"),
    ("name must mention any of vague", "name", "Wir prüfen das", "Wir tun das", "[[x]]"),
    ("name must avoid all of vague", "name", "Wir tun das", "Es ist abhängig von Geld", "[[x]]"),
  ]

  /// Each phrase and its `not`.
  static let values = phrases.flatMap { line, field, fits, doesNot, malformed in
    let not = doesNot.isEmpty ? nil : doesNot
    let denied = line.replacing("must ", with: "must not ", maxReplacements: 1)
    return [
      OutcomeRow(
        line, field, fits: fits, not: not, malformed: malformed,
        "M \(not == nil ? "." : "V") V - V V V"),
      OutcomeRow(
        denied, field, fits: fits, not: not, malformed: malformed,
        "V \(not == nil ? "." : "M") V - V V V"),
    ]
  }

  /// The same phrases as conditions, where the grammar has them.
  static let valueConditions = phrases.compactMap { row -> (String, String, String, String, String)? in
    let (line, field, fits, doesNot, malformed) = row
    guard !line.contains("must avoid"), !doesNot.isEmpty else { return nil }
    return (line, field, fits, doesNot, malformed)
  }.flatMap { line, field, fits, doesNot, malformed in
    let (positive, negative) = conditions(of: line)
    return [
      OutcomeRow(
        positive, field, fits: fits, not: doesNot, malformed: malformed, "M - U - U U U"),
      OutcomeRow(
        negative, field, fits: fits, not: doesNot, malformed: malformed, "- M U - U U U"),
    ]
  }

  /// A requirement as a condition, and its opposite.
  private static func conditions(of line: String) -> (String, String) {
    let verbs = [
      "be": ("is", "is not"), "lie": ("lies", "does not lie"),
      "overlap": ("overlaps", "does not overlap"), "exist": ("exists", "does not exist"),
      "have": ("has", "does not have"), "mention": ("mentions", "does not mention"),
    ]
    for (verb, (positive, negative)) in verbs where line.contains("must \(verb) ") {
      return (
        line.replacing("must \(verb) ", with: positive + " "),
        line.replacing("must \(verb) ", with: negative + " ")
      )
    }
    return (line, line)
  }

  static let lists = [
    OutcomeRow("tags must be stated", "tags", fits: "[a]", not: nil, malformed: "{x: y}", "M . V V V V V"),
    OutcomeRow("tags must be answered", "tags", fits: "[a]", not: nil, malformed: "{x: y}", "M . M M V V V"),
    OutcomeRow("tags must be left out", "tags", fits: "[a]", not: nil, malformed: "{x: y}", "V . V V M M V"),
    OutcomeRow("tags must include \"a\"", "tags", fits: "[b, a]", not: "[b]", malformed: "{x: y}", "M V V - V V V"),
    OutcomeRow("tags must not include \"a\"", "tags", fits: "[a]", not: "[b]", malformed: "{x: y}", "V M V - M V V"),
    OutcomeRow("tags must have at least 2 entries", "tags", fits: "[a, b]", not: "[a]", malformed: "{x: y}", "M V V - V V V"),
    OutcomeRow("tags must have at most 1 entry", "tags", fits: "[a]", not: "[a, b]", malformed: "{x: y}", "M V V - M V V"),
    OutcomeRow("tags must have exactly 0 entries", "tags", fits: "[]", not: "[a]", malformed: "{x: y}", "M V V - M V V"),
    OutcomeRow("parts must have at least 1 entry", "parts", fits: "[{id: p}]", not: "[]", malformed: "5", "M V V - V V V"),
    OutcomeRow("needs must not lead back to itself", "needs", fits: "[]", not: nil, malformed: "[q9]", "M . V - M V M"),
  ]

  static let listConditions = [
    OutcomeRow("tags is stated", "tags", fits: "[a]", not: nil, malformed: "{x: y}", "M . - - - - -"),
    OutcomeRow("tags is missing", "tags", fits: "[a]", not: nil, malformed: "{x: y}", "- . - - M M M"),
    OutcomeRow("tags is open", "tags", fits: "[a]", not: nil, malformed: "{x: y}", "- . M - - - -"),
    OutcomeRow("tags does not apply", "tags", fits: "[a]", not: nil, malformed: "{x: y}", "- . - M - - -"),
    OutcomeRow("tags includes \"a\"", "tags", fits: "[b, a]", not: "[b]", malformed: "{x: y}", "M - U - - U U"),
    OutcomeRow("tags does not include \"a\"", "tags", fits: "[a]", not: "[b]", malformed: "{x: y}", "- M U - M U U"),
    OutcomeRow("tags has at least 2 entries", "tags", fits: "[a, b]", not: "[a]", malformed: "{x: y}", "M - U - - U U"),
    OutcomeRow("tags does not have at least 2 entries", "tags", fits: "[a, b]", not: "[a]", malformed: "{x: y}", "- M U - M U U"),
    OutcomeRow("at least one tags is \"a\"", "tags", fits: "[b, a]", not: "[b]", malformed: "{x: y}", "M - U - - U U"),
    OutcomeRow("no tags is \"a\"", "tags", fits: "[b]", not: "[a]", malformed: "{x: y}", "M - U - M U U"),
    OutcomeRow("every tags is \"a\"", "tags", fits: "[a, a]", not: "[a, b]", "M - U - - - U"),
  ]

  static let groups = [
    OutcomeRow("box must be stated", "box", fits: "{note: x}", not: "{}", malformed: "5", "M V V V V V V"),
    OutcomeRow("box must be answered", "box", fits: "{note: x}", not: "{}", malformed: "5", "M V M M V V V"),
    OutcomeRow("box must be left out", "box", fits: "{}", not: "{note: x}", malformed: "5", "M V V V M M V"),
  ]
}
