import Diagnostics
import Evaluation
import Linting
import Model
import Semantics
import SourceText
import Values
import YAMLSyntax

/// The model elements for some rules of one scope, and how each rule judges each of them.
///
/// They are judged as far as somebody asks: that a rule is in order mostly shows on the first few.
final class Models {
  /// An index into the variants of the document, the outer and the inner element.
  typealias Choice = (plan: Int, outer: Int, inner: Int)

  /// The rules that are judged, indices into the program's; other methods count in this list.
  let rules: [Int]
  let survey: Survey
  private let ruleSet: RuleSet
  private var limits: Limits
  private let plans: Variants
  private let outers: Variants
  private let inners: Variants
  /// What keeps the elements from being all that rules could tell apart.
  private(set) var gaps: Set<AnalysisGap>
  /// The elements that were judged, in the order in which they were.
  private var judged: [Int] = []
  private var outcomes: [[Outcome]] = []
  private var holdings: [[Int8]] = []

  /// Builds the elements, or as many as there is room for; none of them is judged yet.
  init(_ rules: [Int], _ survey: Survey, in ruleSet: RuleSet, limits: Limits) {
    self.rules = rules
    self.survey = survey
    self.ruleSet = ruleSet
    self.limits = limits
    // Nobody reads what is wrong with model elements.
    self.limits.problemsPerFile = 0
    let isPlan = survey.frames == [0]
    // A document for each element costs more than an element of a list.
    let limit = isPlan ? limits.analysedElements / 8 : limits.analysedElements
    var maker = VariantMaker(survey, schema: ruleSet.schema, program: ruleSet.program, limit: limit)
    let empty = Variants(record: ruleSet.schema.root)
    plans = isPlan ? empty : maker.variants(0, share: 8)
    outers = maker.variants(survey.frames[0], except: survey.innerField, share: plans.count)
    inners =
      survey.innerField == nil
      ? empty : maker.variants(survey.frames[1], share: plans.count * outers.count)
    gaps = survey.gaps.union(maker.gaps)
    outcomes = rules.indices.map { Array(repeating: .notApplicable, count: count * clauses($0)) }
    holdings = rules.indices.map { Array(repeating: 0, count: count * clauses($0)) }
  }

  var count: Int { plans.count * outers.count * inners.count }

  // MARK: - What came of it

  /// Whether there is such an element; judges more of them until there is.
  func contains(where isWanted: (Int) -> Bool) -> Bool {
    var looked = 0
    while true {
      if judged[looked...].contains(where: isWanted) { return true }
      looked = judged.count
      if looked == count { return false }
      judgeMore()
    }
  }

  /// The first few elements, judged.
  func some() -> [Int] {
    if judged.isEmpty { judgeMore() }
    return judged
  }

  /// The elements, all of them judged.
  func all() -> Range<Int> {
    while judged.count < count { judgeMore() }
    return 0..<count
  }

  func outcome(_ rule: Int, clause: Int, _ element: Int) -> Outcome {
    outcomes[rule][element * clauses(rule) + clause]
  }

  /// How many conditions of a line hold one after the other; -1 outside the rule's scope.
  func holding(_ rule: Int, clause: Int, _ element: Int) -> Int {
    Int(holdings[rule][element * clauses(rule) + clause])
  }

  /// The worst outcome of a rule's lines that apply.
  func outcome(_ rule: Int, _ element: Int) -> Outcome {
    var found = Outcome.notApplicable
    for clause in 0..<clauses(rule) {
      switch outcome(rule, clause: clause, element) {
      case .violated: return .violated
      case .undetermined: found = .undetermined
      case .met: if found == .notApplicable { found = .met }
      case .notApplicable: break
      }
    }
    return found
  }

  func clauses(_ rule: Int) -> Int { ruleSet.program.rules[rules[rule]].clauses.count }

  /// Whether a value of the element cannot be read, of which the loader tells anyway.
  func isMalformed(_ element: Int) -> Bool {
    let (plan, outer, inner) = choice(element)
    return plans[plan].isMalformed || outers[outer].isMalformed || inners[inner].isMalformed
  }

  func weight(_ element: Int) -> Int {
    let (plan, outer, inner) = choice(element)
    return plans[plan].weight * 4 + outers[outer].weight + inners[inner].weight
  }

  private func choice(_ element: Int) -> Choice {
    let each = outers.count * inners.count
    let rest = element % each
    return (element / each, rest / inners.count, rest % inners.count)
  }

  // MARK: - Judging

  /// Judges some elements that were not judged yet; they differ from each other in many fields.
  private func judgeMore() {
    let first = survey.frames == [0] ? 8 : 24
    let wanted = judged.isEmpty ? first : judged.count * 3
    let step = Self.step(through: count)
    let elements = (judged.count..<min(count, judged.count + wanted)).map { $0 * step % count }
    judged += elements
    if survey.frames == [0] {
      for element in elements { judge([element]) }
    } else {
      // Elements in one document have the same document around them.
      let each = outers.count * inners.count
      for plan in plans.indices { judge(elements.filter { $0 / each == plan }) }
    }
  }

  /// A number without a common factor with `count`, by which one comes past every element.
  private static func step(through count: Int) -> Int {
    func factor(_ one: Int, _ other: Int) -> Int { other == 0 ? one : factor(other, one % other) }
    // The golden section spreads the first of them best.
    var step = max(1, count * 618 / 1_000)
    while factor(step, count) != 1 { step += 1 }
    return step
  }

  /// Judges elements that stand in one document.
  private func judge(_ elements: [Int]) {
    guard !elements.isEmpty else { return }
    let loaded = loadPlan(
      SourceFile(path: "model.yaml", text: document(elements)), shape: ruleSet.shape,
      limits: limits, includes: .refusing)
    guard loaded.plan.isComplete, loaded.plan.trees.first?.root != nil else {
      gaps.insert(.place)
      return
    }
    let probes = probe(
      rules, in: ruleSet.program, plan: loaded.plan,
      options: EvaluationOptions(today: SampleValues.today))
    for (rule, probe) in probes.enumerated() {
      var seen = 0
      for (index, row) in probe.rows.enumerated() where row < elements.count {
        seen += 1
        let base = elements[row] * probe.clauses
        for clause in 0..<probe.clauses {
          outcomes[rule][base + clause] = probe.outcome(clause, ofElement: index)
          holdings[rule][base + clause] =
            probe.isInScope[index]
            ? Int8(clamping: probe.holding(clause, ofElement: index)) : -1
        }
      }
      // An element that was not judged exactly once is not where the analysis believes it.
      if seen != elements.count { gaps.insert(.place) }
    }
  }

  // MARK: - As text

  private func document(_ elements: [Int]) -> String {
    var text = ModelText(ruleSet.schema)
    let (plan, outer, _) = choice(elements[0])
    if survey.frames == [0] {
      let own = text.lines(outers[outer])
      return Self.nonEmpty(own + Self.lists(text.targets, first: nil))
    }
    let items = elements.map { item($0, &text) }
    let record = ruleSet.schema.records[survey.scope.frames[0]]
    if let list = record.list {
      let head = text.lines(plans[plan])
      return head + Self.lists(text.targets, first: (list, items))
    }
    return wrapped(items, record: survey.scope.frames[0], plan, &text)
  }

  /// Nested elements inside what they stand in.
  private func wrapped(_ items: [String], record: Int, _ plan: Int, _ text: inout ModelText)
    -> String
  {
    guard let place = ruleSet.schema.records[record].places.first else { return "{}\n" }
    let field = ruleSet.schema.records[place.record].fields[place.field]
    if place.record == ruleSet.schema.root {
      let all = "[ \(items.joined(separator: ", ")) ]"
      let head = text.lines(plans[plan], inside: [(field.path, all)])
      return head + Self.lists(text.targets, first: nil)
    }
    var isList = true
    if case .record = field.type { isList = false }
    let outer = items.map { item in
      text.element(
        Variant(record: place.record, cells: []),
        inside: [(field.path, isList ? "[ \(item) ]" : item)])
    }
    if let list = ruleSet.schema.records[place.record].list {
      let head = text.lines(plans[plan])
      return head + Self.lists(text.targets, first: (list, outer))
    }
    return wrapped(outer, record: place.record, plan, &text)
  }

  /// The element of the scope's outermost frame.
  private func item(_ element: Int, _ text: inout ModelText) -> String {
    let (_, outer, inner) = choice(element)
    guard let field = survey.innerField else { return text.element(outers[outer]) }
    let declared = ruleSet.schema.records[survey.scope.frames[0]].fields[field]
    let own = text.element(inners[inner])
    var isList = true
    if case .record = declared.type { isList = false }
    return text.element(outers[outer], inside: [(declared.path, isList ? "[ \(own) ]" : own)])
  }

  private static func lists(_ targets: [String: [String]], first: (list: String, items: [String])?)
    -> String
  {
    var lists = targets
    if let first { lists[first.list] = first.items + (lists[first.list] ?? []) }
    return lists.sorted { $0.key < $1.key }.map { name, items in
      "\(name):\n" + items.map { "  - \($0)\n" }.joined()
    }.joined()
  }

  private static func nonEmpty(_ text: String) -> String { text.isEmpty ? "{}\n" : text }

  /// Elements as examples would write them, with what stands around all of them; the document
  /// around them is that of the first.
  func witnesses(_ elements: [Int]) -> (yaml: [String], contexts: [ExampleContext]) {
    guard let first = elements.first else { return ([], []) }
    if survey.frames == [0] { return (elements.map(planWitness), []) }
    var text = ModelText(ruleSet.schema)
    let own = elements.map { item($0, &text) }
    return (own, contexts(choice(first).plan, &text))
  }

  /// A whole plan, with the elements that it refers to.
  private func planWitness(_ element: Int) -> String {
    let outer = outers[choice(element).outer]
    var text = ModelText(ruleSet.schema)
    _ = text.element(outer)
    let lists = text.targets.sorted { $0.key < $1.key }
    var whole = ModelText(ruleSet.schema)
    return whole.element(outer, inside: lists.map { ($0.key, Self.flow($0.value)) })
  }

  private func contexts(_ plan: Int, _ text: inout ModelText) -> [ExampleContext] {
    let head = text.element(plans[plan])
    let lists = text.targets.sorted { $0.key < $1.key }
    if plans[plan].weight == 0, lists.count <= 1 {
      guard let (list, items) = lists.first else { return [] }
      let ids = items.compactMap { item -> String? in
        guard item.hasPrefix("{ id: "), !item.contains(",") else { return nil }
        return String(item.dropFirst("{ id: ".count).dropLast(" }".count))
      }
      if ids.count == items.count { return [ExampleContext(list, ids: ids)] }
    }
    let own = head == "{}" ? [] : [String(head.dropFirst(2).dropLast(2))]
    let entries = own + lists.map { "\($0.key): \(Self.flow($0.value))" }
    return [ExampleContext("plan", yaml: "{ \(entries.joined(separator: ", ")) }")]
  }

  private static func flow(_ items: [String]) -> String { "[ \(items.joined(separator: ", ")) ]" }
}
