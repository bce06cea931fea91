import Diagnostics
import Model
import Semantics

extension TrialBench {
  /// What one rule says of the elements that it has something against, as a check would tell it.
  ///
  /// - Parameters:
  ///   - trials: those of the elements that are asked for.
  ///   - loaderFindings: what loading the plan found; the rule may wait for one of them.
  package func findings(
    ofRule index: Int, on trials: [Trial], loaderFindings: [Finding]
  ) -> [Finding] {
    // The plan counts its findings; those of another version are no use.
    guard workspace.plan.reported.values.allSatisfy({ $0 < loaderFindings.count }),
      workspace.plan.reportedLists.values.allSatisfy({ $0 < loaderFindings.count })
    else { return [] }
    let run = RuleRun(index, workspace)
    let asked = Set(trials.map(\.rows))
    // At the last stage most rules say something.
    let stages = run.node.typed.severities.broken.count
    var collector = FindingCollector(
      workspace, loaderFindings, stage: stages - 1, keepsTraces: false)
    workspace.withRows { rows in
      forEachElement(run.node.typed.scope, workspace, rows) {
        let frames = run.node.typed.scope.frames.indices.map { Int(rows[$0]) }
        if asked.contains(frames) { run.judge(rows, &collector) }
      }
    }
    return collector.findings.filter { $0.rules.contains(run.node.typed.id) }
  }
}
