import Diagnostics
import Linting
import Semantics

/// What is wrong with the rules that are on and that nobody looked at yet: those in files that did
/// not come with ratsam, also beside those that did.
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
    guard !ownFiles.isEmpty else { return [] }
    let options = AnalysisOptions(files: ownFiles)
    var analyser = Analyser(self, options)
    analyser.run()
    return analyser.findings + withAllRules.namingFindings(options)
  }
}
