import Diagnostics
import Linting
import Model
import SourceText
import TestSupport
import Testing

@Suite("What never changes a finding, and what never makes one disappear")
struct PropertyTests {
  private func substances(_ findings: [Finding]) -> [String] { findings.map(\.substance).sorted() }

  // MARK: - Order

  @Test("the order of measures and of files changes no finding but its position", arguments: 1...4)
  func orderOfElements(_ seed: UInt64) throws {
    var generator = SeededRandom(seed)
    let plan = try PlanFolder(named: "musterstadt-draft")
    let lines = (plan.files["massnahmen.yaml"] ?? "").split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    var head: [String] = []
    var blocks: [[String]] = []
    for line in lines {
      if line.hasPrefix("  - id:") {
        blocks.append([line])
      } else if blocks.isEmpty {
        head.append(line)
      } else {
        blocks[blocks.count - 1].append(line)
      }
    }
    #expect(blocks.count > 10)
    blocks.shuffle(using: &generator)
    var shuffled = plan
    shuffled.files["massnahmen.yaml"] =
      (head + blocks.flatMap { $0 }).joined(separator: "\n") + "\n"
    #expect(substances(shuffled.lint().findings) == substances(plan.lint().findings))

    // The same measures in two files.
    var split = plan
    let half = blocks.count / 2
    split.files["massnahmen.yaml"] =
      (head + blocks[..<half].flatMap { $0 }).joined(separator: "\n") + "\n"
    split.files["weitere.yaml"] =
      "measures:\n" + blocks[half...].flatMap { $0 }.joined(separator: "\n") + "\n"
    split.files["plan.yaml"] = plan.files["plan.yaml"]?
      .replacing("include: [massnahmen.yaml]", with: "include: [weitere.yaml, massnahmen.yaml]")
    #expect(substances(split.lint().findings) == substances(plan.lint().findings))
  }

  @Test("the order of keys changes no finding but its position")
  func orderOfKeys() {
    let keys = [
      "id: M1", "name: x", "owner: a9", "gender: {marker: principal}", "cost: {amount: 12.000}",
    ]
    func lint(_ keys: [String]) -> [String] {
      let measure = keys.enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 }.joined(
        separator: "\n")
      return substances(
        Lint("stage: submitted\ncommittees: [{id: a1}]\nareas: [{id: f1}]\nmeasures:\n\(measure)\n")
          .result.findings)
    }
    let wanted = lint(keys)
    #expect(wanted.count >= 3)
    var generator = SeededRandom(7)
    for _ in 0..<6 { #expect(lint(keys.shuffled(using: &generator)) == wanted) }
  }

  @Test("the order of rules and of rule files changes no finding", arguments: 1...4)
  func orderOfRules(_ seed: UInt64) throws {
    var generator = SeededRandom(seed)
    let plans = try ["musterstadt-draft", "hannover"].map { try PlanFolder(named: $0) }
    let shuffledFiles = RuleSet(RuleSet.shipped.shuffled(using: &generator))
    let parts = Samples.rules.components(separatedBy: "\nrule ").filter { !$0.isEmpty }
    #expect(parts.count == 3)
    for plan in plans {
      #expect(substances(plan.lint(shuffledFiles).findings) == substances(plan.lint().findings))
    }
    let faulty = "measures: [{id: M1}, {id: M2, gender: {marker: principal}}]\n"
    let mixed = parts.map { $0.hasPrefix("rule ") ? $0 : "rule \($0)" }
      .shuffled(using: &generator).joined(separator: "\n\n")
    #expect(
      substances(Lint(faulty, rules: mixed + "\n").result.findings)
        == substances(Lint(faulty).result.findings))
  }

  // MARK: - Languages, threads, places

  @Test(
    "English and German differ in nothing but the texts",
    arguments: ["musterstadt-draft", "hannover"])
  func languages(_ name: String) throws {
    for finding in try PlanFolder(named: name).lint().findings {
      let english = finding.problem.headline(in: .english)
      let german = finding.problem.headline(in: .german)
      #expect(!english.isEmpty && !german.isEmpty)
      #expect(english != german, "\(english) is not translated")
      #expect(
        (finding.problem.help(in: .english) == nil) == (finding.problem.help(in: .german) == nil))
      #expect(
        (finding.problem.label(in: .english) == nil) == (finding.problem.label(in: .german) == nil))
    }
  }

  @Test("several threads come to the same findings as one")
  func parallel() async throws {
    let plan = try PlanFolder(named: "musterstadt-draft")
    let wanted = plan.report()
    let rules = RuleSet.core
    await withTaskGroup(of: String.self) { group in
      for _ in 0..<8 { group.addTask { plan.report(rules) } }
      for await report in group { #expect(report == wanted) }
    }
  }

  @Test(
    "every place lies in its file", arguments: ["musterstadt", "musterstadt-draft", "hannover"])
  func places(_ name: String) throws {
    try PlanFolder(named: name).lint().expectPlacesInFiles()
  }

  // MARK: - Nothing passes silently

  @Test("a stated field that is deleted, emptied or misspelt never means fewer problems")
  func loss() throws {
    let plan = try PlanFolder(named: "musterstadt")
    for change in FieldChange.all(in: plan) {
      var generator = SeededRandom(
        UInt64(truncatingIfNeeded: change.line &* 31 &+ change.file.count))
      guard Int.random(in: 0..<8, using: &generator) == 0 else { continue }
      for kind in FieldChange.Kind.allCases {
        let changed = change.applied(kind, to: plan)
        let result = changed.lint()
        result.expectPlacesInFiles()
        // Deleting what rules need only where it is stated may be right; a misspelt key never is.
        if kind == .misspelt {
          #expect(!result.findings.isEmpty, "\(change.file):\(change.line) \(change.key) was lost")
        }
      }
    }
  }

  @Test("each scalar field of a sound plan can be deleted: no crash, and twice the same findings")
  func deletions() throws {
    let plan = try PlanFolder(named: "musterstadt")
    let changes = FieldChange.all(in: plan)
    #expect(changes.count > 300)
    for change in changes {
      let changed = change.applied(.deleted, to: plan)
      let first = changed.lint()
      first.expectPlacesInFiles()
      if change.line % 16 == 0 {
        #expect(substances(changed.lint().findings) == substances(first.findings))
      }
    }
  }

  @Test(
    "a field that a rule requires is missed wherever it is deleted",
    arguments: ["owner", "description", "name"])
  func requiredFields(_ key: String) throws {
    let plan = try PlanFolder(named: "musterstadt")
    for change in FieldChange.all(in: plan)
    where change.key == key && change.file.hasPrefix("measures/") && change.indent == 4 {
      let findings = change.applied(.deleted, to: plan).lint().findings
      let inherits = key == "owner" && findings.isEmpty
      #expect(inherits || !findings.isEmpty, "\(change.file):\(change.line)")
    }
  }

  @Test("plans of damaged bytes never crash, and every place lies in its file", arguments: 1...40)
  func damage(_ seed: UInt64) throws {
    var generator = SeededRandom(seed &* 977)
    let name = ["musterstadt", "musterstadt-draft", "hannover"][Int(seed % 3)]
    var plan = try PlanFolder(named: name)
    let path = plan.files.keys.sorted().randomElement(using: &generator) ?? plan.main
    var bytes = Array((plan.files[path] ?? "").utf8)
    for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.remove(at: place)
      case 2:
        bytes.insert(
          Array(":{}[]-&*!|>'\"#\n\t ").randomElement(using: &generator)!.asciiValue!, at: place)
      default: bytes.removeSubrange(place..<min(bytes.count, place + 40))
      }
    }
    plan.files[path] = String(decoding: bytes, as: UTF8.self)
    let result = plan.lint()
    result.expectPlacesInFiles()
    _ = plan.report(.core, .german)
  }
}

extension LintResult {
  func expectPlacesInFiles(sourceLocation: SourceLocation = #_sourceLocation) {
    for finding in findings {
      for location in [finding.location] + finding.related.map(\.location) {
        let range = location.range
        if range.start < 0 || range.end < range.start || range.end > location.file.bytes.count {
          Issue.record("\(finding.code) lies outside its file", sourceLocation: sourceLocation)
        }
      }
    }
  }
}

/// A line of a plan that states a field, and what can happen to it.
struct FieldChange {
  enum Kind: CaseIterable { case deleted, emptied, misspelt }

  let file: String
  /// From 0.
  let line: Int
  let key: String
  let indent: Int

  /// Every line `key: value` of a plan that has its value on the same line.
  static func all(in plan: PlanFolder) -> [FieldChange] {
    plan.files.keys.sorted().flatMap { file in
      let lines = (plan.files[file] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
      return lines.enumerated().compactMap { number, line -> FieldChange? in
        let indent = line.prefix { $0 == " " }.count
        let rest = line.dropFirst(indent)
        guard let colon = rest.firstIndex(of: ":"), rest.first?.isLetter == true,
          rest[..<colon].allSatisfy({ $0.isLetter || $0 == "-" })
        else { return nil }
        let value = rest[rest.index(after: colon)...].drop { $0 == " " }
        guard let first = value.first, !"{[>|&".contains(first) else { return nil }
        return FieldChange(file: file, line: number, key: String(rest[..<colon]), indent: indent)
      }
    }
  }

  func applied(_ kind: Kind, to plan: PlanFolder) -> PlanFolder {
    var lines = (plan.files[file] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    let head = String(repeating: " ", count: indent)
    switch kind {
    case .deleted: lines.remove(at: line)
    case .emptied: lines[line] = "\(head)\(key): \"\""
    case .misspelt:
      lines[line] = head + key + "x" + lines[line].dropFirst(indent + key.count)
    }
    var changed = plan
    changed.files[file] = lines.joined(separator: "\n")
    return changed
  }
}
