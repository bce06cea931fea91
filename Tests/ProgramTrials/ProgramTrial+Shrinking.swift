import Diagnostics
import GeneratedPrograms
import SourceText

extension ProgramTrial {
  /// The smallest plan for one rule on which both evaluators still disagree, with what each says.
  package func report(_ rule: Int, _ tries: Int = 400) -> String {
    guard let generated = generated(rule) else { return "no such rule" }
    var trial = ProgramTrial(
      schemaText: schemaText, rules: [generated], tree: tree, former: former)
    var tries = tries
    while tries > 0 {
      let smaller = trial.smaller.first { candidate in
        tries -= 1
        return tries > 0 && !candidate.disagreements().isEmpty
      }
      guard let smaller else { break }
      trial = smaller
    }
    return """
      \(schemaText)
      \(generated.text)\(trial.tree.document)
      previous version:
      \(trial.former?.document ?? "none")
      the evaluator:       \(Self.shown(trial.outcomes()))
      the naive evaluator: \(Self.shown(trial.naiveOutcomes()))
      """
  }

  /// The trial with one entry less in one of the versions.
  private var smaller: [ProgramTrial] {
    tree.reductions.map { with($0, former: former) }
      + (former?.reductions ?? []).map { with(tree, former: $0) }
  }

  private static func shown(_ outcomes: [[[Outcome]]]) -> String {
    outcomes.flatMap { $0 }.map { $0.map(\.name).joined(separator: "+") }.joined(separator: ", ")
  }
}

extension GeneratedYAML {
  /// The value with one entry less, at any depth.
  package var reductions: [GeneratedYAML] {
    switch self {
    case .scalar: return []
    case .list(let values):
      return values.indices.map { index in
        var fewer = values
        fewer.remove(at: index)
        return .list(fewer)
      }
        + values.indices.flatMap { index in
          values[index].reductions.map { smaller in
            var changed = values
            changed[index] = smaller
            return .list(changed)
          }
        }
    case .mapping(let entries):
      return entries.indices.filter { entries[$0].key != "id" }.map { index in
        var fewer = entries
        fewer.remove(at: index)
        return .mapping(fewer)
      }
        + entries.indices.flatMap { index in
          entries[index].value.reductions.map { smaller in
            var changed = entries
            changed[index].value = smaller
            return .mapping(changed)
          }
        }
    }
  }
}
