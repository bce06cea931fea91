import Diagnostics
import RuleSyntax
import SourceText
import Testing

/// Nothing that a file can hold makes the parser crash, hang or speak twice of one line.
@Suite struct RobustnessTests {
  /// A small generator with a fixed seed, so that a failure can be repeated.
  private struct Random {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }

    mutating func pick(_ words: [String]) -> String { words[next(below: words.count)] }
  }

  private static let words =
    Word.allCases.map(\.rawValue).filter { !$0.isEmpty } + [
      "a", "cost.amount", "a-b", "Maßnahme", "_x", "\"text\"", "„Text“", "'x'", "\"open", "12",
      "50 000 EUR", "12.5", "100.000", "1,5", "2027-Q3", "2027-3", "31.12.2027", "30", "%", "€",
      ",",
      ", ", ":", ".", "+", "-", " - ", "*", "(", ")", "{", "}", "{ a: b }", "[", "]", "<", ">=",
      "==",
      "&&", "#", "# x", "\\", "/", "\u{A0}", "\u{AD}", "…", "\t", "e\u{301}",
    ]

  private func check(_ bytes: [UInt8]) {
    let file = SourceFile(path: "soup.ratsam", bytes: bytes)
    let (tree, findings) = parseRuleFile(file, limits: Limits())
    var lines: Set<Int> = []
    for finding in findings {
      let range = finding.location.range
      #expect(range.start >= 0 && range.start <= range.end && range.end <= bytes.count)
      let line = file.position(of: range.start).line
      #expect(lines.insert(line).inserted, "line \(line): \(rendered(findings, in: .english))")
      for edit in finding.fixes.flatMap(\.edits) {
        #expect(edit.location.range.end <= bytes.count)
      }
    }
    for comment in tree.comments {
      #expect(comment.range.start < comment.range.end && comment.range.end <= bytes.count)
    }
    _ = Outline(tree).text
    _ = rendered(findings, in: .german)
  }

  @Test(arguments: 0..<8)
  func wordSoup(seed: Int) {
    var random = Random(state: UInt64(seed) &* 7919 &+ 1)
    for _ in 0..<150 {
      var text = ""
      for _ in 0..<random.next(below: 30) {
        text += String(repeating: " ", count: random.next(below: 5) * 2 % 9)
        for _ in 0..<random.next(below: 9) {
          text += random.pick(Self.words) + (random.next(below: 8) == 0 ? "" : " ")
        }
        text += random.pick(["\n", "\n", "\n", "\r\n", "\r", "\n\n"])
      }
      check(Array(text.utf8))
    }
  }

  @Test(arguments: 0..<8)
  func bytes(seed: Int) {
    var random = Random(state: UInt64(seed) &* 104_729 &+ 3)
    for _ in 0..<150 {
      var bytes: [UInt8] = Array("rule r\n  each m\n    ".utf8)
      for _ in 0..<random.next(below: 300) {
        let isByte = random.next(below: 4) == 0
        bytes.append(UInt8(isByte ? random.next(below: 256) : 32 + random.next(below: 95)))
        if random.next(below: 20) == 0 { bytes += Array("\n  ".utf8) }
      }
      check(bytes)
    }
  }

  /// Real text with one byte taken out, doubled or turned into another.
  @Test func wornText() {
    let sources = [Samples.rules, Samples.schema, Samples.tables].map { Array($0.utf8) }
    var random = Random(state: 42)
    for source in sources {
      for _ in 0..<300 {
        var bytes = source
        let index = random.next(below: bytes.count)
        switch random.next(below: 3) {
        case 0: bytes.remove(at: index)
        case 1: bytes.insert(bytes[index], at: index)
        default: bytes[index] = UInt8(32 + random.next(below: 95))
        }
        check(bytes)
      }
    }
  }

  /// Every place where a file can end.
  @Test func cutText() {
    for source in [Samples.rules, Samples.schema, Samples.tables] {
      let bytes = Array(source.utf8)
      for end in stride(from: 0, to: bytes.count, by: 3) { check(Array(bytes[..<end])) }
    }
  }

  @Test func depthIsLimited() {
    let many = 5_000
    let inputs = [
      "rule r\n  each m\n    a must be " + String(repeating: "(", count: many),
      "rule r\n  each m\n    a must be at least " + String(repeating: "1 + ", count: many) + "1\n",
      "rule r\n  each m\n    a must be at least " + String(repeating: "2 * ", count: many) + "1\n",
      "rule r\n  each m\n    a must be at least "
        + String(repeating: "count of a where ", count: many) + "b is c\n",
      "record r\n"
        + (1..<200).map { String(repeating: " ", count: $0) + "a group\n" }.joined(),
      "rule r\n  each m\n"
        + (3..<200).map { String(repeating: " ", count: $0) + "when a is b\n" }.joined(),
    ]
    for input in inputs {
      let findings = parsed(input).findings
      #expect(findings.map(\.code) == ["nested-too-deep"])
      check(Array(input.utf8))
    }
  }

  @Test func problemsAreLimited() {
    var limits = Limits()
    limits.problemsPerFile = 3
    let text = String(repeating: "rules r\n", count: 10)
    let findings = parsed(text, limits: limits).findings
    #expect(
      findings.map(\.code) == Array(repeating: "unknown-declaration", count: 3) + [
        "further-problems"
      ])
  }
}
