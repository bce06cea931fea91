import Diagnostics
import GeneratedPrograms
import ProgramTrials
import Testing

/// The laws of comparing two versions, on generated plans.
@Suite("Laws of two versions")
struct VersionLawTests {
  private static let batches = 0..<24

  /// For every field of items and teams whether it changed, said in one word or the other.
  private static func rules(_ trial: ProgramTrial, _ words: String) -> [GeneratedRule] {
    ["item", "team"].flatMap { record in
      let fields = trial.schema.records.first { $0.name == record }?.fields ?? []
      return fields.map { field in
        GeneratedRule(
          id: "\(record)-" + field.path.replacing(".", with: "-"), scope: "each \(record)",
          body: [.line("\(field.path) \(words)", ifStated: false)])
      }
    }
  }

  private static func trial(
    _ trial: ProgramTrial, _ rules: [GeneratedRule], _ tree: GeneratedYAML, _ former: GeneratedYAML
  ) -> ProgramTrial {
    ProgramTrial(schemaText: trial.schemaText, rules: rules, tree: tree, former: former)
  }

  @Test("nothing has changed since the same plan, and nothing is gone")
  func samePlan() {
    var met = 0
    for batch in Self.batches {
      let trial = GeneratedProgramTests.trial(batch)
      let gone = ["item", "team"].map { record in
        GeneratedRule(
          id: "gone-\(record)", scope: "each former \(record)",
          body: [.line("id must be left out", ifStated: false)])
      }
      let rules = Self.rules(trial, "must not change") + gone
      let same = Self.trial(trial, rules, trial.tree, trial.tree)
      #expect(same.refused.isEmpty)
      for (index, outcomes) in same.outcomes().enumerated() {
        met += outcomes.joined().count { $0 == .met }
        #expect(
          !outcomes.joined().contains { $0 == .violated || $0 == .notApplicable },
          "\(same.program.rules[index].id)\n\(trial.tree.document)")
      }
      for entries in same.outcomes().suffix(gone.count) { #expect(entries.isEmpty) }
    }
    #expect(met > 1000)
  }

  @Test("what has changed from one version to the other has changed the other way round")
  func symmetry() {
    var decided = 0
    for batch in Self.batches {
      let trial = GeneratedProgramTests.trial(batch)
      guard let former = trial.former?.withoutRepeatedIds else { continue }
      let rules = Self.rules(trial, "must change")
      let there = Self.trial(trial, rules, trial.tree, former).outcomesByName
      let back = Self.trial(trial, rules, former, trial.tree).outcomesByName
      for (name, outcome) in there where outcome != .notApplicable {
        decided += 1
        #expect(
          back[name] == outcome, "\(name)\n\(trial.tree.document)\n\(former.document)")
      }
    }
    #expect(decided > 1000)
  }

  @Test("`must not change` is the opposite of `must change`")
  func opposite() {
    for batch in Self.batches {
      let trial = GeneratedProgramTests.trial(batch)
      guard let former = trial.former else { continue }
      let changed = Self.trial(trial, Self.rules(trial, "must change"), trial.tree, former)
      let kept = Self.trial(trial, Self.rules(trial, "must not change"), trial.tree, former)
      let opposites = changed.outcomes().map { rule in rule.map { $0.map(\.opposite) } }
      #expect(opposites == kept.outcomes(), "batch \(batch)")
    }
  }
}

extension Outcome {
  fileprivate var opposite: Outcome {
    switch self {
    case .met: .violated
    case .violated: .met
    case .undetermined, .notApplicable: self
    }
  }
}

extension ProgramTrial {
  /// The outcomes of rules with one clause, by rule and the element's id.
  fileprivate var outcomesByName: [String: Outcome] {
    var named: [String: Outcome] = [:]
    for (rule, elements) in zip(program.rules, outcomes()) {
      let list = schema.records[rule.scope.record].list ?? ""
      for (id, outcomes) in zip(tree.ids(of: list), elements) {
        if let id { named["\(rule.id) of \(id)"] = outcomes.first }
      }
    }
    return named
  }
}

extension GeneratedYAML {
  /// The ids of a list's elements; nil for those without one.
  fileprivate func ids(of list: String) -> [String?] {
    guard case .mapping(let entries) = self,
      case .list(let elements)? = entries.first(where: { $0.key == list })?.value
    else { return [] }
    return elements.map { element in
      guard case .mapping(let fields) = element else { return nil }
      return fields.first { $0.key == "id" }?.value.flow
    }
  }
}
