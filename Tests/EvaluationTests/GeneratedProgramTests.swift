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
    expectReach(found.seen)
    // Each outcome is common: agreement means something.
    let all = found.counts.values.reduce(0, +)
    for outcome in Outcome.allCases {
      #expect(found.counts[outcome, default: 0] * 10 > all, "\(outcome) is rare")
    }
  }

  /// No form of the language is lost, and none that this test does not know is made.
  ///
  /// `RATSAM_PROGRAM_DISTRIBUTION` names a file for how often each form occurs.
  private func expectReach(_ seen: SeenSyntax) {
    // So many of each form in the rules of 50,000 programs; fewer batches show less.
    let least = Self.batches >= 265 ? 20 : Self.batches >= 60 ? 1 : 0
    let rare = SeenSyntax.all.filter { seen.counts[$0, default: 0] < least }
    #expect(rare == [], "\(seen.distribution)")
    #expect(seen.counts.keys.filter { !SeenSyntax.all.contains($0) } == [])
    if let path = ProcessInfo.processInfo.environment["RATSAM_PROGRAM_DISTRIBUTION"] {
      #expect(throws: Never.self) {
        try seen.distribution.write(toFile: path, atomically: true, encoding: .utf8)
      }
    }
  }

  /// What came of some batches.
  struct Sum: Sendable {
    var programs = 0
    var counts: [Outcome: Int] = [:]
    var problems: [String] = []
    var seen = SeenSyntax()

    mutating func examine(_ batch: Int) {
      let first = trial(batch)
      for rule in first.rules { seen.add(rule.text) }
      for trial in [first] + (first.further.map { [first.with($0.tree, former: $0.former)] } ?? [])
      {
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
      seen.add(other.seen)
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
    let isNoticed = (0..<60).contains { !Self.trial($0).disagreements(mistake).isEmpty }
    #expect(isNoticed)
  }
}
