import Diagnostics
import Foundation
import GeneratedPrograms
import NaiveEvaluation
import ProgramTrials
import RuleSyntax
import Testing

/// Random schemas, rules and plans: what the checker lets through is sound, and a second evaluator,
/// written from the reference, comes to the same outcomes.
///
/// `RATSAM_PROGRAM_BATCHES` and `RATSAM_PROGRAM_SEED` make more of them, and others.
@Suite("Generated programs")
struct GeneratedProgramTests {
  /// Each batch is a schema with 100 rules and two plans: 200 programs.
  static let batches = number("RATSAM_PROGRAM_BATCHES") ?? 265
  static let firstSeed = number("RATSAM_PROGRAM_SEED") ?? 1

  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap(Int.init)
  }

  static func trial(_ batch: Int) -> ProgramTrial {
    ProgramTrial(ProgramRandom(seed: UInt64(firstSeed + batch)), rules: 100)
  }

  @Test(
    "no program fails when it is evaluated, and both evaluators agree on every clause and element")
  func soundAndAgreed() async {
    let width = 8
    let found = await withTaskGroup(of: Sum.self) { group in
      for part in 0..<width {
        group.addTask {
          var sum = Sum()
          for batch in stride(from: part, to: Self.batches, by: width) { sum.examine(batch) }
          return sum
        }
      }
      return await group.reduce(into: Sum()) { $0.add($1) }
    }
    #expect(found.problems.isEmpty, "\(found.problems.prefix(3).joined(separator: "\n\n"))")
    #expect(found.programs >= min(50_000, Self.batches * 180))
    // Each outcome is common: agreement means something.
    let all = found.counts.values.reduce(0, +)
    for outcome in Outcome.allCases {
      #expect(found.counts[outcome, default: 0] * 10 > all, "\(outcome) is rare")
    }
  }

  /// What came of some batches.
  struct Sum: Sendable {
    var programs = 0
    var counts: [Outcome: Int] = [:]
    var problems: [String] = []

    mutating func examine(_ batch: Int) {
      let first = trial(batch)
      for trial in [first] + (first.further.map { [first.with($0)] } ?? []) {
        let found = trial.examine()
        programs += trial.program.rules.count
        counts.merge(found.counts, uniquingKeysWith: +)
        problems += found.unsound.map { "batch \(batch): \($0)" }
        guard problems.count < 3 else { continue }
        problems += found.disagreements.prefix(1).map { "batch \(batch)\n" + trial.report($0) }
      }
    }

    mutating func add(_ other: Sum) {
      programs += other.programs
      counts.merge(other.counts, uniquingKeysWith: +)
      problems += other.problems
    }
  }

  @Test("nearly all rules pass the checker, so that the others hide nothing")
  func rulesPass() {
    let trials = (0..<5).map(Self.trial)
    let passed = trials.reduce(0) { $0 + $1.program.rules.count }
    #expect(passed > trials.count * 95)
  }

  @Test(
    "every deliberate mistake in the naive evaluator is noticed", arguments: NaiveMistake.allCases)
  func teeth(_ mistake: NaiveMistake) {
    let isNoticed = (0..<20).contains { !Self.trial($0).disagreements(mistake).isEmpty }
    #expect(isNoticed)
  }

  // MARK: - Reach

  @Test("every phrase, operator, aggregate, scope, block, quantifier and unit is generated")
  func reach() {
    var seen = SeenSyntax()
    for batch in 0..<30 {
      for rule in Self.trial(batch).rules { seen.add(rule.text) }
    }
    // A plan stands alone here: what changed since another version has tests of its own.
    let phrases = Phrase.allCases.filter { $0 != .changed }
    #expect(
      phrases.filter { !seen.requirements.contains($0) && $0.wording.requirement != nil }
        == [])
    #expect(
      phrases.filter { !seen.conditions.contains($0) && $0.wording.condition != nil } == [])
    #expect(
      phrases.filter { phrase in
        phrase.wording.requirement != nil && !seen.deniedRequirements.contains(phrase)
      } == [])
    #expect(
      phrases.filter { phrase in
        phrase.wording.negatedCondition != nil && !seen.deniedConditions.contains(phrase)
      } == [])
    #expect(seen.aggregates.count == AggregateSyntax.Kind.allCases.count)
    #expect(seen.filteredAggregates.count == AggregateSyntax.Kind.allCases.count)
    #expect(seen.blocks.count == BlockKind.allCases.count)
    #expect(seen.requiredBlocks.count == BlockKind.allCases.count)
    #expect(seen.quantifiers.count == SubjectSyntax.Quantifier.allCases.count)
    #expect(seen.operators.count == BinaryOperator.allCases.count)
    #expect(seen.units.count == PhraseSyntax.Unit.allCases.count)
    #expect(seen.comparisons.count == PhraseSyntax.Comparison.allCases.count)
    #expect(seen.others == SeenSyntax.allOthers)
  }
}
