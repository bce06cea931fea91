import Diagnostics
import Linting
import Semantics

/// What is wrong with the rules that are on and that nobody looked at yet: those in files that did
/// not come with ratsam, and those whose settings somebody changed.
///
/// The same claims as those of `analyse`, but no drafts of examples. The shipped rules are analysed
/// before they are shipped.
///
/// - Parameter sets: the rules of each plan; those that several plans share are looked at once.
package func mistakesInOwnRules(of sets: [RuleSet]) -> [Finding] {
  struct Judged: Hashable {
    var rules: [String]
    var settings: [Literal?]
  }
  var known: Set<Judged> = []
  var told: Set<Finding.Place> = []
  var findings: [Finding] = []
  for set in sets {
    let judged = Judged(
      rules: set.program.rules.map(\.id), settings: set.program.settings.map(\.value))
    guard known.insert(judged).inserted else { continue }
    findings += set.analyseOwn().filter { told.insert($0.place).inserted }
  }
  return findings
}

extension RuleSet {
  fileprivate func analyseOwn() -> [Finding] {
    let options = AnalysisOptions(files: ownFiles, rules: Set(changedRules.map(\.id)))
    guard !ownFiles.isEmpty || !options.rules.isEmpty else { return [] }
    var analyser = Analyser(self, options)
    analyser.run()
    return analyser.findings + withAllRules.namingFindings(options)
  }

  /// The rules that read a setting with another value than its rule file gives it.
  private var changedRules: [TypedRule] {
    let changed = program.settings.indices.filter { index in
      switch program.settings[index].source {
      case .ruleFile: false
      case .configuration, .commandLine: true
      }
    }
    if changed.isEmpty { return [] }
    return program.rules.filter { rule in
      RuleUses(rule, schema).settings.contains { changed.contains($0) }
    }
  }
}
