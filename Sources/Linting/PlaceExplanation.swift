import Diagnostics
import Evaluation
import Model
import Reporting
import Semantics
import SourceText
import YAMLSyntax

/// A plan as the rules saw it, and what its findings come from.
struct ExplainedPlan: Sendable {
  /// The plan, beside its previous version where there is one.
  var judged: Plan
  var options: EvaluationOptions
  /// By the index of the finding.
  var traces: [Int: [FindingTrace]]
}

/// A place of a plan that somebody asks about.
package struct PlaceQuestion: Sendable {
  package var file: SourceFile
  /// From 1.
  package var line: Int
  /// From 1, in Unicode scalars; nil: the whole line.
  package var column: Int?
  /// The rules to tell of, by their ids; all where there are none.
  package var rules: [String]
  /// Whether everything is told of every rule that judges the element.
  package var asksForAll: Bool

  package init(
    file: SourceFile, line: Int, column: Int? = nil, rules: [String] = [], asksForAll: Bool = false
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.rules = rules
    self.asksForAll = asksForAll
  }
}

extension LintResult {
  /// Tells how the rules judged what stands at a place; the plan must have been checked with
  /// `LintOptions.explains`, and read to its end.
  package func explain(_ question: PlaceQuestion) -> Result<PlanExplanation, PlaceRefusal> {
    guard let explained, let file = plan.trees.firstIndex(where: { $0.file == question.file })
    else {
      return .failure(
        PlaceRefusal(
          .notInPlan(path: question.file.path, plan: summary.path),
          at: Location(question.file, ByteRange(at: 0))))
    }
    return PlaceReader(result: self, explained: explained, question: question, file: file).read()
  }
}

/// Why a place is not explained, as the finding that says so.
package struct PlaceRefusal: Error {
  package var finding: Finding

  package init(_ problem: PlaceProblem, at location: Location) {
    finding = Finding(problem, severity: .error, at: location)
  }
}

/// Gathers what is to be told of one place.
private struct PlaceReader {
  let result: LintResult
  let explained: ExplainedPlan
  let question: PlaceQuestion
  let file: Int
  let line: ByteRange
  let explainer: Explainer

  init(result: LintResult, explained: ExplainedPlan, question: PlaceQuestion, file: Int) {
    self.result = result
    self.explained = explained
    self.question = question
    self.file = file
    line = question.file.rangeOfLine(question.line)
    explainer = Explainer(
      result.rules.program, plan: explained.judged, options: explained.options)
  }

  private var plan: Plan { result.plan }
  private var program: Program { result.rules.program }

  func read() -> Result<PlanExplanation, PlaceRefusal> {
    let lines = lineCount
    guard question.line >= 1, question.line <= lines else {
      return .failure(refusal(.noSuchLine(question.line, lines: lines)))
    }
    if let problem = question.rules.lazy.compactMap(problemOfRule).first {
      return .failure(refusal(problem))
    }
    let findings = findings()
    // A column of a finding means this finding; a place inside a line what stands there.
    let isOfFinding = question.column != nil && !findings.isEmpty
    var spot = plan.spot(in: file, line: line, at: isOfFinding ? nil : offset)
    if spot.isEmpty, offset != nil { spot = plan.spot(in: file, line: line, at: nil) }
    guard !spot.isEmpty || !findings.isEmpty else {
      return .failure(refusal(nothing()))
    }
    return explanation(spot, findings, isOfFinding: isOfFinding)
  }

  /// Without the empty line behind the last line break.
  private var lineCount: Int {
    let count = question.file.lines.lineCount
    return count > 1 && question.file.rangeOfLine(count).isEmpty ? count - 1 : count
  }

  private func refusal(_ problem: PlaceProblem) -> PlaceRefusal {
    PlaceRefusal(problem, at: Location(question.file, line))
  }

  /// The byte of the column that is asked for; nil behind the end of the line.
  private var offset: Int? {
    guard let column = question.column else { return nil }
    return (line.start..<line.end).first {
      let position = question.file.position(of: $0)
      return position.column == column
    }
  }

  // MARK: - What there is

  /// The check's findings at the place, with their indices.
  private func findings() -> [(index: Int, finding: Finding)] {
    let here = result.findings.enumerated().filter { _, finding in
      finding.location.file == question.file
        && question.file.position(of: finding.location.range.start).line == question.line
        && (question.rules.isEmpty || !finding.codes.isDisjoint(with: question.rules))
    }
    guard let column = question.column else { return here.map { ($0.offset, $0.element) } }
    return here.filter {
      question.file.position(of: $0.element.location.range.start).column == column
    }.map { ($0.offset, $0.element) }
  }

  private func problemOfRule(_ id: String) -> PlaceProblem? {
    guard let rule = result.rules.all.rules.first(where: { $0.id == id }) else { return nil }
    switch result.rules.state(of: rule) {
    case .on: return nil
    case .packOff(let pack): return .packIsOff(rule: id, pack: result.rules.packs.all[pack].name)
    case .turnedOff(let change):
      let position = change.location.file.position(of: change.location.range.start)
      return .ruleIsOff(rule: id, place: "\(change.location.file.path):\(position.line)")
    }
  }

  private func nothing() -> PlaceProblem {
    let letters = question.file.text(line).drop { $0 == " " || $0 == "\t" }
    let filling: PlaceProblem.Filling =
      letters.isEmpty ? .blank : letters.first == "#" ? .comment : .notRead
    let nearest = plan.nearest(to: line.start, in: file).map { nearest in
      (
        name: nearest.field.map(name)
          ?? plan.label(record: nearest.element.record, row: nearest.element.row),
        line: nearest.place.file.position(of: nearest.place.range.start).line
      )
    }
    return .nothingHere(filling, nearest: nearest)
  }

  /// "`owner` of measure M7".
  private func name(of cell: CellReference) -> LocalizedText {
    let path = plan.schema.records[cell.record].fields[cell.field].path
    let label = plan.label(record: cell.record, row: cell.row)
    return LocalizedText(en: "`\(path)` of \(label.english)", de: "`\(path)`, \(label.german)")
  }

  // MARK: - What is told

  private func explanation(
    _ spot: PlanSpot, _ findings: [(index: Int, finding: Finding)], isOfFinding: Bool
  ) -> Result<PlanExplanation, PlaceRefusal> {
    var gathering = Gathering(explainer: explainer, program: program, question: question)
    for (index, _) in findings { gathering.take(explained.traces[index] ?? [], spot) }
    if !isOfFinding || !question.rules.isEmpty || question.asksForAll {
      gathering.take(spot, plan)
    }
    for id in question.rules where !gathering.speaks(of: id) {
      let isTold = findings.contains { $0.finding.codes.contains(id) }
      guard gathering.takeAround(spot, plan, rule: id) || isTold else {
        return .failure(refusal(elsewhere(id)))
      }
    }
    let detail: PlanExplanation.Detail =
      question.asksForAll || !question.rules.isEmpty
      ? .full : spot.elements.isEmpty ? .judged : .names
    var made = PlanExplanation(
      location: location(spot, findings.first?.finding, isOfFinding: isOfFinding),
      subjects: subjects(spot, isOfFinding ? findings.map(\.finding) : []),
      findings: findings.map(\.finding),
      evaluations: gathering.evaluations(toldElsewhere: toldElsewhere(but: findings.map(\.index))),
      detail: detail)
    made.others = gathering.others()
    made.stage = result.summary.stage
    made.today = explained.options.today
    made.hint = hint(detail)
    if spot.elements.isEmpty { made.remark = spot.list.flatMap(remark) }
    return .success(made)
  }

  /// Where the findings at other places stand, by what they come from.
  private func toldElsewhere(but here: [Int]) -> [JudgedElement: [Location]] {
    var places: [JudgedElement: [Location]] = [:]
    for (index, traces) in explained.traces where !here.contains(index) {
      for judged in Set(traces.map(\.judged)) {
        places[judged, default: []].append(result.findings[index].location)
      }
    }
    return places.mapValues { places in
      places.sorted { ($0.file.path, $0.range.start) < ($1.file.path, $1.range.start) }
    }
  }

  private func elsewhere(_ id: String) -> PlaceProblem {
    let index = program.rules.firstIndex { $0.id == id }
    let scope = index.map { result.rules.description(ofRule: $0).scope }
    return .otherElements(rule: id, scope: scope ?? LocalizedText(same: ""))
  }

  /// What is underlined: a finding's own place, the element's id or the field's key, else the line.
  private func location(
    _ spot: PlanSpot, _ finding: Finding?, isOfFinding: Bool
  ) -> Location {
    if isOfFinding, let finding { return finding.location }
    let known =
      spot.elements.map { plan.anchor(record: $0.record, row: $0.row) }
      + spot.named.compactMap(plan.keyLocation)
      + [spot.list.flatMap { plan.listKeys[$0] }].compactMap { $0 }
    let here = known.first {
      $0.file == question.file
        && question.file.position(of: $0.range.start).line == question.line
    }
    if let here { return here }
    let letters = (line.start..<line.end).first {
      let byte = question.file.bytes[$0]
      return byte != 32 && byte != 9 && byte != UInt8(ascii: "-")
    }
    return Location(question.file, ByteRange(letters ?? line.start, line.end))
  }

  /// What findings speak of, which may be a field that does not stand there; without findings what
  /// does.
  private func subjects(_ spot: PlanSpot, _ findings: [Finding]) -> [LocalizedText] {
    var subjects: [LocalizedText] = []
    for finding in findings {
      let element = finding.element
      let subject =
        finding.field.map { field in
          LocalizedText(
            en: "`\(field)`" + (element.map { " of \($0.english)" } ?? ""),
            de: "`\(field)`" + (element.map { ", \($0.german)" } ?? ""))
        } ?? element
      if let subject, !subjects.contains(subject) { subjects.append(subject) }
    }
    return subjects.isEmpty ? self.subjects(spot) : subjects
  }

  /// "measure M7", "`owner` of measure M7".
  private func subjects(_ spot: PlanSpot) -> [LocalizedText] {
    var subjects = spot.elements.map { plan.label(record: $0.record, row: $0.row) }
    subjects += spot.named.map(name)
    if let record = spot.list, let list = plan.schema.records[record].list {
      let count = plan.tables[record].count
      subjects.append(
        LocalizedText(
          en: "the list `\(list)` (\(count) \(count == 1 ? "element" : "elements"))",
          de: "die Liste `\(list)` (\(count) \(count == 1 ? "Element" : "Elemente"))"))
    }
    if subjects.isEmpty {
      subjects.append(plan.label(record: spot.around.record, row: spot.around.row))
    }
    return subjects
  }

  /// What is told of a list as a whole.
  private func remark(onList record: Int) -> LocalizedText? {
    let count = program.rules.count { $0.scope.record == record }
    guard count > 0 else { return nil }
    return LocalizedText(
      en: "\(count) \(count == 1 ? "rule judges" : "rules judge") the elements of this list one by"
        + " one: name the line of an element",
      de: "\(count) \(count == 1 ? "Regel beurteilt" : "Regeln beurteilen") die Elemente dieser"
        + " Liste einzeln: die Zeile eines Elements angeben")
  }

  private func hint(_ detail: PlanExplanation.Detail) -> LocalizedText? {
    switch detail {
    case .full: nil
    case .names, .judged:
      LocalizedText(
        en: "--rule RULE tells one rule in full, --all every rule",
        de: "--rule REGEL sagt eine Regel ganz, --all alle")
    }
  }
}

extension Finding {
  /// Its code and the rules that wait for it.
  fileprivate var codes: Set<String> { Set(rules + [code]) }
}
