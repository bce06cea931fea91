import Diagnostics
import Linting
import Model
import Reporting
import Semantics
import SourceText

/// What the analysis of rules found, and how far it could look.
package struct RuleAnalysis: Sendable {
  package var findings: [Finding] = []
  /// One entry for each analysed rule, in the order of the program.
  package var coverage: [RuleCheckReport.Coverage] = []

  package init() {}
}

/// What is analysed beside what is certainly wrong.
package struct AnalysisOptions: Sendable {
  /// The paths of the files whose declarations are analysed; nil: all.
  package var files: Set<String>?
  /// Also notes on fields and choice values that no rule and no table reads.
  package var tellsUnread = false
  package var limits = Limits()

  package init(files: Set<String>? = nil, tellsUnread: Bool = false) {
    self.files = files
    self.tellsUnread = tellsUnread
  }

  func includes(_ location: Location) -> Bool {
    files?.contains(location.file.path) ?? true
  }

  func includes(_ rule: TypedRule) -> Bool { includes(rule.origin) }
}

extension RuleSet {
  /// Looks for mistakes in the rules themselves, without a plan; the rules must be usable.
  ///
  /// Claims about what rules can and cannot find rest on model elements that the evaluator judged;
  /// where these are not all that the rule could tell apart, nothing is claimed.
  package func analyse(_ options: AnalysisOptions = AnalysisOptions()) -> RuleAnalysis {
    var analyser = Analyser(self, options)
    analyser.run()
    analyser.tellMissingExamples()
    var analysis = RuleAnalysis()
    let told = findings.filter { options.includes($0.location) && $0.code != "missing-example" }
    analysis.findings = told + analyser.findings + namingFindings(options)
    analysis.coverage = analyser.coverage
    return analysis
  }

  /// The part of the analysis that takes no time: names that nothing uses, and names that read
  /// alike.
  package func namingFindings(_ options: AnalysisOptions) -> [Finding] {
    UnusedNames(self, options).findings + LookAlikes(self, options).findings
  }
}

/// The state of one analysis.
struct Analyser {
  /// A rule of the program with what it reads; the models of those that the analysis can decide as
  /// a whole.
  struct Candidate {
    var rule: Int
    var survey: Survey
    /// The fields that the rule reads.
    var fields: Set<Record.Place>
    var models: Models?
    /// The rules that may contradict or repeat it.
    var others: [Int] = []
    /// Its lines, those that are plainly in order.
    var plain: [PlainLine?]
  }
  let ruleSet: RuleSet
  let options: AnalysisOptions
  var findings: [Finding] = []
  var coverage: [RuleCheckReport.Coverage] = []
  /// The rules of the program.
  private var candidates: [Candidate] = []
  /// Where a condition was already told to be never true: one may stand around many lines.
  var toldConditions: Set<Location> = []

  init(_ ruleSet: RuleSet, _ options: AnalysisOptions) {
    self.ruleSet = ruleSet
    self.options = options
  }

  var rules: [TypedRule] { ruleSet.program.rules }

  mutating func run() {
    let wanted = rules.indices.filter { options.includes(rules[$0]) }
    candidates = rules.indices.map { index in
      var survey = survey(of: index)
      survey.add(rules[index])
      return Candidate(
        rule: index, survey: survey, fields: RuleUses(rules[index], ruleSet.schema).fields,
        plain: rules[index].clauses.indices.map {
          PlainLine(rules[index], clause: $0, ruleSet.schema, ruleSet.program)
        })
    }
    for rule in wanted { analyse(rule) }
    for rule in wanted { compareLines(rule, candidates[rule].models, candidates[rule].plain) }
    comparePairs(wanted)
  }

  func survey(of rule: Int) -> Survey {
    Survey(rules[rule].scope, schema: ruleSet.schema, program: ruleSet.program)
  }

  /// The rules that may contradict or repeat a rule, as far as can be seen at once.
  private func others(of candidate: Candidate) -> [Int] {
    guard candidate.survey.gaps.isEmpty else { return [] }
    return candidates.filter { other in
      other.rule != candidate.rule && other.survey.gaps.isEmpty
        && other.survey.scope.frames == candidate.survey.scope.frames
        && other.survey.scope.place == candidate.survey.scope.place
        && !other.fields.isDisjoint(with: candidate.fields)
    }.map(\.rule)
  }

  // MARK: - One rule

  private mutating func analyse(_ rule: Int) {
    let clauses = rules[rule].clauses.indices
    candidates[rule].others = others(of: candidates[rule])
    // What keeps the rule from being looked at as a whole.
    var gaps = candidates[rule].survey.gaps
    if gaps.isEmpty {
      // Rules about the same kind of element are judged along, so that most pairs need no more.
      let models = Models(
        [rule] + candidates[rule].others, candidates[rule].survey, in: ruleSet,
        limits: options.limits)
      if models.gaps.isEmpty {
        for clause in clauses where candidates[rule].plain[clause] == nil {
          claim(rule, clause: clause, models)
        }
      }
      if models.gaps.isEmpty {
        candidates[rule].models = models
        return cover(rule, .full, [])
      }
      gaps = models.gaps
    }
    var reached = 0
    for clause in clauses {
      var survey = survey(of: rule)
      survey.add(rules[rule], clause: clause)
      if let models = self.models(rule, survey, &gaps) {
        reached += 1
        claim(rule, clause: clause, models)
        continue
      }
      if rules[rule].clauses[clause].guards.isEmpty, rules[rule].scope.filter == nil { continue }
      var conditions = self.survey(of: rule)
      conditions.addConditions(of: rules[rule], clause: clause)
      var ignored: Set<AnalysisGap> = []
      if let models = self.models(rule, conditions, &ignored) {
        _ = claimConditions(rule, clause: clause, models)
      }
    }
    cover(rule, reached == 0 ? .none : .partial, gaps)
  }

  /// The models of some lines of a rule; nil, and the reasons, where they are not all.
  private func models(_ rule: Int, _ survey: Survey, _ gaps: inout Set<AnalysisGap>) -> Models? {
    guard survey.gaps.isEmpty else {
      gaps.formUnion(survey.gaps)
      return nil
    }
    let models = Models([rule], survey, in: ruleSet, limits: options.limits)
    gaps.formUnion(models.gaps)
    return models.gaps.isEmpty ? models : nil
  }

  private mutating func cover(
    _ rule: Int, _ extent: RuleCheckReport.Coverage.Extent, _ gaps: Set<AnalysisGap>
  ) {
    let sorted = AnalysisGap.allCases.filter { gaps.contains($0) }
    coverage.append(.init(rule: rules[rule].id, extent: extent, gaps: sorted.map(\.described)))
  }

  // MARK: - Two rules

  /// Compares each of the wanted rules with all others, every pair once.
  private mutating func comparePairs(_ wanted: [Int]) {
    for rule in wanted {
      guard let models = candidates[rule].models else { continue }
      for other in candidates[rule].others where !areApart(rule, other) {
        let others = candidates[other].models
        if !options.includes(rules[other]) {
          compare(other, rule, [models])
        } else if other > rule, let others {
          compare(rule, other, [models, others])
        }
      }
    }
  }

  /// Whether two rules plainly have nothing to do with each other.
  private func areApart(_ left: Int, _ right: Int) -> Bool {
    let (first, second) = (candidates[left].plain, candidates[right].plain)
    guard first.count == 1, second.count == 1, let one = first[0], let other = second[0] else {
      return false
    }
    return one.isApart(from: other)
  }
}
