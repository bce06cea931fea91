import Diagnostics
import GeneratedPrograms
import SourceText

extension ProgramTrial {
  /// The smallest plan for one rule on which both evaluators still disagree, with what each says.
  package func report(_ rule: Int, _ tries: Int = 400) -> String {
    guard let generated = generated(rule) else { return "no such rule" }
    let alone = ProgramTrial(schemaText: schemaText, rules: [generated], tree: tree)
    var tree = tree
    var isSmaller = true
    var tries = tries
    while isSmaller {
      isSmaller = false
      for candidate in tree.reductions {
        tries -= 1
        guard tries > 0 else { break }
        let trial = alone.with(candidate)
        guard !trial.disagreements().isEmpty else { continue }
        tree = candidate
        isSmaller = true
        break
      }
    }
    let trial = alone.with(tree)
    return """
      \(schemaText)
      \(generated.text)\(tree.document)
      the evaluator:       \(Self.shown(trial.outcomes()))
      the naive evaluator: \(Self.shown(trial.naiveOutcomes()))
      """
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
