import Diagnostics
import SourceText

/// What `ratsam test` tells: examples, what they show of each rule, and what changed rules survived.
package struct TestReport: Sendable {
  /// Something that can come of a part of a rule, and how often examples show it.
  package struct Value: Sendable {
    /// The name in machine formats, such as `false` or `violated`.
    package var name: String
    package var title: LocalizedText
    package var count: Int
    /// Whether it can happen, so that an example must show it.
    package var isWanted: Bool

    package init(name: String, title: LocalizedText, count: Int, isWanted: Bool) {
      self.name = name
      self.title = title
      self.count = count
      self.isWanted = isWanted
    }
  }

  /// A condition, alternative or requirement.
  package struct Part: Sendable {
    /// The name in machine formats, such as `when`.
    package var kind: String
    package var location: Location
    package var values: [Value]

    package init(kind: String, location: Location, values: [Value]) {
      self.kind = kind
      self.location = location
      self.values = values
    }

    package var missing: [Value] { values.filter { $0.isWanted && $0.count == 0 } }
  }

  package struct Rule: Sendable {
    package var id: String
    package var location: Location
    package var examples: Int
    package var parts: [Part]

    package init(id: String, location: Location, examples: Int, parts: [Part]) {
      self.id = id
      self.location = location
      self.examples = examples
      self.parts = parts
    }

    /// The folder of the rule's file.
    package var pack: String {
      let path = location.file.path
      return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }

    package var share: CoverageShare {
      parts.flatMap(\.values).reduce(into: CoverageShare()) { share, value in
        guard value.isWanted else { return }
        share.of += 1
        if value.count > 0 { share.shown += 1 }
      }
    }
  }

  package var rules: [Rule]
  /// How many of the examples come to what they say.
  package var asExpected: Int
  /// How many whole plans were run.
  package var fixtures = 0
  /// What is wrong with rules, examples, fixtures and coverage, and the mutants that survived.
  package var findings: [Finding]
  /// nil where rules were not changed.
  package var mutation: MutationReport?

  package init(
    rules: [Rule], asExpected: Int, findings: [Finding], mutation: MutationReport? = nil
  ) {
    self.rules = rules
    self.asExpected = asExpected
    self.findings = findings
    self.mutation = mutation
  }

  /// Whether something was tested and nothing is wrong.
  package var passes: Bool {
    examples + fixtures > 0 && !findings.contains { $0.severity == .error }
  }

  package var examples: Int { rules.reduce(0) { $0 + $1.examples } }

  /// What examples show of all rules.
  package var share: CoverageShare { rules.reduce(into: CoverageShare()) { $0.add($1.share) } }

  /// The folders that rules stand in, in the order of the files.
  package var packs: [(name: String, rules: [Rule])] {
    var order: [String] = []
    var members: [String: [Rule]] = [:]
    for rule in rules {
      if members[rule.pack] == nil { order.append(rule.pack) }
      members[rule.pack, default: []].append(rule)
    }
    return order.map { ($0, members[$0] ?? []) }
  }
}

/// How much of what can happen examples show.
package struct CoverageShare: Sendable, Hashable {
  package var shown = 0
  package var of = 0

  package init(shown: Int = 0, of: Int = 0) {
    self.shown = shown
    self.of = of
  }

  /// Whether everything is shown; nothing of nothing is not.
  package var isComplete: Bool { of > 0 && shown == of }

  /// The whole per cent, never rounded up; nil of nothing.
  package var percent: Int? { of > 0 ? shown * 100 / of : nil }

  package mutating func add(_ other: CoverageShare) {
    shown += other.shown
    of += other.of
  }
}
