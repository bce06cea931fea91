import RuleSyntax
import Testing

/// Every phrase, expression and form of a rule's body.
@Suite struct PhraseTests {
  /// The outline of the body of a rule, one line for each item.
  private func body(_ lines: String) -> [String] {
    let indented = lines.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    let (tree, findings) = parsed("rule r\n  each measure\n\(indented)\n")
    #expect(findings.isEmpty, "\(rendered(findings, in: .english))")
    return Outline(tree).lines.dropFirst(2).map { String($0.dropFirst(4)) }
  }

  @Test(arguments: [
    ("a must be stated", "a stated"), ("a must not be answered", "a not answered"),
    ("a must be left out", "a leftOut"), ("a must be yes", "a equal(yes)"),
    ("a must not be no", "a not equal(no)"), ("a must be \"a1\"", "a equal(\"a1\")"),
    ("a must be one of b, c, if stated", "a oneOf(b, c) if-stated"),
    ("a must be the same as b.c", "a sameAs(b.c)"),
    ("a must be at least 50 000 EUR", "a atLeast(50000 EUR)"),
    ("a must be at most 12.5 %", "a atMost(12.5 %)"), ("a must be more than 3€", "a moreThan(3 €)"),
    ("a must be less than -5", "a lessThan(-5)"), ("a must be before 2027-03", "a before(2027-03)"),
    ("a must be after today", "a after(today)"),
    ("a must be on or before b + 30 days", "a onOrBefore((b + 30 days))"),
    ("a must be on or after 2027", "a onOrAfter(2027)"),
    ("a must lie within b to c, if stated", "a within(b to c) if-stated"),
    ("a must overlap plan.start to plan.end", "a overlapping(plan.start to plan.end)"),
    ("every a.b must exist in committees", "every a.b existing(committees)"),
    ("a must exist in goals other than itself", "a existing(goals, other)"),
    ("a must include \"x\"", "a including(\"x\")"), ("a must be unique among b", "a unique(b)"),
    ("a must be unique among all b", "a unique(all b)"),
    ("a must be written like b", "a writtenLike(b)"),
    ("a must have at most most-indicators entries", "a measured(atMost most-indicators entries)"),
    ("a must have exactly 1 entry", "a measured(exactly 1 entries)"),
    ("a must have at least 5 words", "a measured(atLeast 5 words)"),
    ("a must not have at least 5 characters", "a not measured(atLeast 5 characters)"),
    ("a must mention any of vague, \"x y\"", "a mentioning(vague, \"x y\")"),
    ("a must avoid all of vague", "a avoiding(vague)"),
    ("a must not lead back to itself", "a not leadingBack"),
    ("a must change", "a changed"), ("a must not change, if stated", "a not changed if-stated"),
    ("a must be on or before previous.a", "a onOrBefore(previous.a)"),
    ("note must be stated", "note stated"), ("why.text must be stated", "why.text stated"),
    ("de must be stated", "de stated"), ("examples must be stated", "examples stated"),
    ("measure.must.is must be stated", "measure.must.is stated"),
  ])
  func requirements(line: String, outline: String) {
    #expect(body(line) == ["must: " + outline])
  }

  @Test(arguments: [
    ("a is stated", "a stated"), ("a are not stated", "a not stated"), ("a is open", "a open"),
    ("a does not apply", "a inapplicable"), ("a applies", "a not inapplicable"),
    ("every a.b are missing", "every a.b missing"), ("a is b", "a equal(b)"),
    ("a is not b", "a not equal(b)"), ("a is one of 1, 2", "a oneOf(1, 2)"),
    ("a is not one of b, c", "a not oneOf(b, c)"), ("a is the same as b", "a sameAs(b)"),
    ("a is more than 100 000 EUR", "a moreThan(100000 EUR)"),
    ("no a.b is before 2027-Q1", "no a.b before(2027-Q1)"),
    ("a lies within b to c", "a within(b to c)"),
    ("a does not overlap b to c", "a not overlapping(b to c)"),
    ("at least one a.b exists in c", "atLeastOne a.b existing(c)"),
    ("a do not exist in c", "a not existing(c)"), ("a includes b", "a including(b)"),
    ("a is written like b", "a writtenLike(b)"),
    ("a has at most 5 entries", "a measured(atMost 5 entries)"),
    ("a does not have exactly 2 words", "a not measured(exactly 2 words)"),
    ("a mentions any of b", "a mentioning(b)"), ("a leads back to itself", "a leadingBack"),
    ("a has changed", "a changed"), ("a have not changed", "a not changed"),
    ("measure.previous.a is stated", "measure.previous.a stated"),
    ("sum of a.b where c is d is at least 5 EUR", "sum(a.b where (c equal(d))) atLeast(5 EUR)"),
    ("at least one a.b where c is d is stated", "atLeastOne a.b where (c equal(d)) stated"),
    ("paper in motion.text exists in annexes", "matches(paper, motion.text) existing(annexes)"),
    ("earlier.date is before date", "earlier.date before(date)"),
  ])
  func conditions(line: String, outline: String) {
    #expect(body("when \(line)\n  x must be stated") == ["when " + outline, "  must: x stated"])
  }

  @Test(arguments: [
    ("1 + 2 * 3", "(1 + (2 * 3))"), ("1 * 2 + 3", "((1 * 2) + 3)"),
    ("a - b - c", "((a - b) - c)"), ("(a + b) * 2", "((a + b) * 2)"),
    ("sum of a counting missing as 0", "sum(a missing=0)"), ("count of a", "count(a)"),
    ("count of a where b is c counting missing as 0", "count(a where (b equal(c)) missing=0)"),
    ("count", "count"), ("earliest of a.b", "earliest(a.b)"), ("latest of a", "latest(a)"),
    ("smallest of a", "smallest(a)"), ("largest of a", "largest(a)"), ("first of a", "first(a)"),
    ("last of a", "last(a)"), ("share of a where b is open", "share(a where (b open))"),
    ("first", "first"), ("today - 3 months", "(today - 3 months)"), ("50 000 + 1", "(50000 + 1)"),
  ])
  func expressions(text: String, outline: String) {
    #expect(body("x must be the same as \(text)") == ["must: x sameAs(\(outline))"])
  }

  @Test func blocksAndConditionsBelowEachOther() {
    let lines = """
      name must be stated
      when a is stated
      when b is stated
        c must be stated
        when d is yes
          none of these may hold
            e is stated
            every f.g where h is i is open
      when any of
        a is b
        exactly one of
          c is d
          e is f
        g must be stated
        all of these must hold
          h is stated
      when none of
        a is open
      when k is stated
        exactly one of these must hold
          l is stated
      """
    #expect(
      body(lines) == [
        "must: name stated",
        "when a stated & b stated",
        "  must: c stated",
        "  when d equal(yes)",
        "    must: none[e stated | every f.g where (h equal(i)) open]",
        "when any[a equal(b) | exactlyOne[c equal(d) | e equal(f)]]",
        "  must: g stated",
        "  must: all[h stated]",
        "when none[a open] & k stated",
        "  must: exactlyOne[l stated]",
      ])
  }

  @Test func partsOfARuleStandInAnyOrderAndUnderTheScope() {
    let text = """
      rule r
        de "Titel"
        say "Look." de "Schau."
        setting n whole number 3
          "N"
        each cost-item in cost.items of each measure where kind is one of a, b
        every x.y where a is b must be at least n
        may find nothing to check
        why "Because."
          de "Darum."
      rule s
        the plan
          name must be one of "a",
            "b",
            "c", if stated
          say "One."
          de "Eins."
      """
    let (tree, findings) = parsed(text)
    #expect(findings.isEmpty, "\(rendered(findings, in: .english))")
    #expect(
      Outline(tree).text == """
        rule r de "Titel"
          why "Because." de "Darum."
          setting n: wholeNumber = 3 "N"
          each cost-item in cost.items of measure where (kind oneOf(a, b))
            must: every x.y where (a equal(b)) atLeast(n)
          say "Look." de "Schau."
          may find nothing
        rule s
          the plan
            must: name oneOf("a", "b", "c") if-stated
          say "One." de "Eins."

        """)
  }
}
