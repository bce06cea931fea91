import Diagnostics
import Evaluation
import Model
import Reporting
import Semantics
import SourceText

/// The rules and elements that are to be told of, each once.
struct Gathering {
  let explainer: Explainer
  let program: Program
  let question: PlaceQuestion
  private var told: [JudgedElement] = []
  /// How many other elements a finding tells of, by the one that stands for them.
  private var likewise: [JudgedElement: Int] = [:]
  private var seen: Set<JudgedElement> = []
  /// Elements that read what stands at the place, by rule.
  private var readers: [Int: [JudgedElement]] = [:]
  /// Rules that are not judged, with the reason, in the order of the program.
  private var waiting: [(rule: Int, note: RuleLedger.Note)] = []

  init(explainer: Explainer, program: Program, question: PlaceQuestion) {
    self.explainer = explainer
    self.program = program
    self.question = question
  }

  private func isWanted(_ rule: Int) -> Bool {
    question.rules.isEmpty || question.rules.contains(program.rules[rule].id)
  }

  func speaks(of id: String) -> Bool {
    told.contains { program.rules[$0.rule].id == id }
      || waiting.contains { program.rules[$0.rule].id == id }
  }

  private mutating func tell(_ judged: JudgedElement) {
    if seen.insert(judged).inserted { told.append(judged) }
  }

  // MARK: - What to tell of

  /// What a finding comes from: of each rule one element, one that stands at the place if any does.
  mutating func take(_ traces: [FindingTrace], _ spot: PlanSpot) {
    var byRule: [(rule: Int, elements: [JudgedElement])] = []
    for judged in traces.map(\.judged) where isWanted(judged.rule) {
      let index = byRule.firstIndex { $0.rule == judged.rule }
      if let index {
        if !byRule[index].elements.contains(judged) { byRule[index].elements.append(judged) }
      } else {
        byRule.append((judged.rule, [judged]))
      }
    }
    for (_, elements) in byRule {
      let here = elements.first { spot.elements.contains(explainer.element($0)) }
      guard let chosen = here ?? elements.first else { continue }
      tell(chosen)
      likewise[chosen, default: 0] += elements.count - 1
      seen.formUnion(elements)
    }
  }

  /// The rules that judge the elements at the place, or read its fields.
  mutating func take(_ spot: PlanSpot, _ plan: Plan) {
    let cells = Set(spot.cells)
    let owners = Set(
      spot.cells.map { ElementReference(record: $0.record, row: $0.row) })
    let isWide = question.asksForAll || !question.rules.isEmpty
    for rule in program.rules.indices where isWanted(rule) {
      let waits = explainer.note(onRule: rule)
      let mayRead = !cells.isEmpty && explainer.mayRead(cells, rule: rule)
      guard mayRead || isWide || !spot.elements.isEmpty || spot.list != nil else { continue }
      for judged in explainer.elements(ofRule: rule) {
        let element = explainer.element(judged)
        let isHere = spot.elements.contains(element) || isWide && owners.contains(element)
        let isReader = !isHere && mayRead && explainer.reads(cells, judged)
        let isOfList =
          plan.schema.isRoot(element.record)
          && spot.list.map { explainer.reads(list: $0, rule: rule) } == true
        guard isHere || isReader || isOfList else { continue }
        if let waits {
          waiting.append((rule, waits))
          break
        }
        if isHere || isOfList || owners.contains(element) {
          tell(judged)
        } else if !seen.contains(judged) {
          readers[rule, default: []].append(judged)
        }
      }
    }
  }

  /// A rule that judges an element around the place; false where it judges none of them.
  mutating func takeAround(_ spot: PlanSpot, _ plan: Plan, rule id: String) -> Bool {
    guard let rule = program.rules.firstIndex(where: { $0.id == id }) else { return false }
    let around = [spot.around] + plan.ancestors(of: spot.around)
    let found = explainer.elements(ofRule: rule)
      .first { around.contains(explainer.element($0)) }
    guard let found else { return readers[rule] != nil }
    if let note = explainer.note(onRule: rule) {
      waiting.append((rule, note))
    } else {
      tell(found)
    }
    return true
  }

  // MARK: - In words

  /// Those that are not met first, each in the order of the rules.
  ///
  /// - Parameter elsewhere: where findings at other places tell of a rule and an element.
  func evaluations(toldElsewhere elsewhere: [JudgedElement: [Location]]) -> [RuleEvaluation] {
    var made = told.sorted { $0.rule < $1.rule }.map { judged in
      var evaluation = explainer.evaluation(judged)
      evaluation.likewise = likewise[judged] ?? 0
      evaluation.toldAt = elsewhere[judged] ?? []
      return evaluation
    }
    let order: [Outcome] = [.violated, .undetermined, .met, .notApplicable]
    made = order.flatMap { outcome in made.filter { $0.outcome == outcome } }
    return made
      + waiting.compactMap { rule, note in
        var evaluation = explainer.evaluation(ofRule: rule)
        evaluation.note = note.text
        return evaluation
      }
  }

  /// How other elements that read the place were judged, by rule.
  func others() -> [PlanExplanation.Others] {
    readers.sorted { $0.key < $1.key }.map { rule, elements in
      var byOutcome: [Outcome: [LocalizedText]] = [:]
      for judged in elements {
        let (label, outcome) = explainer.verdict(judged)
        byOutcome[outcome, default: []].append(label)
      }
      return PlanExplanation.Others(
        rule: program.rules[rule].id, title: program.rules[rule].title, elements: byOutcome)
    }
  }
}
