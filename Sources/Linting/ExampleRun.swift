import Diagnostics
import Evaluation
import Model
import RuleSyntax
import Semantics
import SourceText
import Values
import YAMLSyntax

/// One example of a rule, and what came of it.
package struct ExampleResult: Sendable {
  package var rule: String
  package var example: ExamplesSyntax.Case
  /// The example's place in its rule file.
  package var location: Location
  /// What the rule judged; nil where the example could not be loaded.
  package var outcome: Outcome?
  /// The paths at fault.
  package var fields: [String]
  /// What the loader says against the example itself.
  package var loaderFindings: [Finding]
  /// The outcome of each clause for every element that the example was judged for.
  package var clauses: [[Outcome]]

  /// Whether the rule says what the example expects, at the field that it names.
  package var isAsExpected: Bool {
    guard loaderFindings.isEmpty, let outcome else { return false }
    let names = example.field.map { fields.contains($0.text) } ?? true
    switch example.expectation {
    case .passes: return outcome == .met
    case .fails: return outcome == .violated && names
    case .unclear: return outcome == .undetermined && names
    case .doesNotApply: return outcome == .notApplicable
    }
  }
}

extension RuleSet {
  /// Runs every example of every rule.
  package func runExamples(limits: Limits = Limits()) -> [ExampleResult] {
    program.rules.indices.flatMap { runExamples(ofRule: $0, limits: limits) }
  }

  /// Runs the examples of one rule, an index into the program's rules.
  package func runExamples(ofRule index: Int, limits: Limits = Limits()) -> [ExampleResult] {
    let rule = program.rules[index]
    guard let examples = rule.examples else { return [] }
    return examples.cases.map { example in
      let document = ExampleDocument(
        rule, rule.origin.file.text(example.yaml),
        examples.contexts.map { ExampleContext($0, in: rule.origin.file) }, schema)
      return run(index, example, document, limits)
    }
  }

  private func run(
    _ index: Int, _ example: ExamplesSyntax.Case, _ document: ExampleDocument, _ limits: Limits
  ) -> ExampleResult {
    let rule = program.rules[index]
    var result = ExampleResult(
      rule: rule.id, example: example, location: Location(rule.origin.file, example.range),
      outcome: nil, fields: [], loaderFindings: [], clauses: [])
    let loaded = loadPlan(
      SourceFile(path: "example.yaml", text: document.text), schema: schema, limits: limits,
      includes: .refusing)
    guard loaded.plan.trees.first?.root != nil else {
      result.loaderFindings = loaded.findings
      return result
    }
    let own = ownTrials(index, document, loaded.plan)
    result.outcome = Self.joint(own.map(\.outcome))
    result.fields = own.flatMap(\.fields)
    result.clauses = own.map(\.clauses).filter { !$0.isEmpty }
    // What the loader finds is the example's fault, unless the example is meant to fail.
    let isMeantToFail = example.expectation == .fails || example.expectation == .unclear
    result.loaderFindings = loaded.findings.filter {
      $0.severity == .error && !Self.harmless.contains($0.code) && !isMeantToFail
        && document.holdsExample(line: $0.location.file.position(of: $0.location.range.start).line)
    }
    return result
  }

  /// What the rule says of the example's own element or elements.
  private func ownTrials(_ index: Int, _ document: ExampleDocument, _ plan: Plan) -> [Trial] {
    let all = trials(
      ofRule: index, in: program, plan: plan, options: EvaluationOptions(today: document.today))
    let last = all.map { $0.rows[0] }.max()
    return all.filter { document.isWholePlan || $0.rows[0] == document.element ?? last }
  }

  /// Judges an element that stands in no rule file as if it were an example of the rule; nil where
  /// it cannot be loaded.
  package func judge(
    _ yaml: String, with contexts: [ExampleContext], ofRule index: Int, limits: Limits
  ) -> (outcome: Outcome, fields: [String])? {
    let document = ExampleDocument(program.rules[index], yaml, contexts, schema)
    let loaded = loadPlan(
      SourceFile(path: "example.yaml", text: document.text), schema: schema, limits: limits,
      includes: .refusing)
    guard loaded.plan.isComplete, loaded.plan.trees.first?.root != nil else { return nil }
    let own = ownTrials(index, document, loaded.plan)
    return (Self.joint(own.map(\.outcome)), own.flatMap(\.fields))
  }

  /// Examples give only what the rule reads; an element may go without its id.
  private static let harmless: Set<String> = ["missing-id"]

  private static func joint(_ outcomes: [Outcome]) -> Outcome {
    if outcomes.contains(.violated) { return .violated }
    if outcomes.contains(.undetermined) { return .undetermined }
    return outcomes.contains(.met) ? .met : .notApplicable
  }
}

/// What an example stands in: `committees a1, a2`, `plan { stage: draft }`, `today 2027-01-01`.
package struct ExampleContext: Sendable {
  package var name: String
  /// Ids of elements that need nothing else.
  package var ids: [String]
  package var yaml: String?

  package init(_ name: String, ids: [String] = [], yaml: String? = nil) {
    self.name = name
    self.ids = ids
    self.yaml = yaml
  }

  package init(_ context: ExamplesSyntax.Context, in file: SourceFile) {
    self.init(
      context.name.text, ids: context.ids.map(\.text), yaml: context.yaml.map { file.text($0) })
  }
}

/// The plan that an example stands in: the context's elements, then the example's own.
struct ExampleDocument {
  /// The plan as YAML.
  private(set) var text = ""
  /// The row of the example's element in its table; nil for nested records: it is the last.
  private(set) var element: Int?
  /// Whether the whole plan is the example.
  private(set) var isWholePlan = false
  /// The line that the example's element stands on; nil where it is the whole plan.
  private var ownLine: Int?
  private(set) var today: CalendarDate?

  init(
    _ rule: TypedRule, _ own: String, _ contexts: [ExampleContext], _ schema: Schema
  ) {
    var root = YAMLEntries()
    var lists: [String: [String]] = [:]
    for context in contexts {
      switch context.name {
      case "plan":
        if let yaml = context.yaml { root.add(YAMLEntries(yaml)) }
      case "today":
        let date = context.yaml ?? context.ids.first ?? ""
        today = try? CalendarDate.read(date).get()
      default:
        let ids = context.ids.map { "{id: \($0)}" }
        let yaml = context.yaml.map { YAMLEntries.items($0) } ?? []
        lists[context.name, default: []] += ids + yaml
      }
    }
    let outermost = rule.scope.frames[0]
    var marked = own
    if outermost == schema.root {
      isWholePlan = true
      root.replace(with: YAMLEntries(own))
    } else if schema.records[outermost].list == nil {
      let wrapped = Self.wrap(YAMLEntries.flow(own), record: outermost, schema)
      marked = wrapped.item
      if let list = wrapped.list {
        root.remove(list)
        lists[list, default: []].append(wrapped.item)
      } else {
        root.replace(with: YAMLEntries(wrapped.item))
      }
    } else if let list = schema.records[outermost].list {
      lists[list, default: []] += []
      element = YAMLEntries.items(root.value(list) ?? "").count + (lists[list]?.count ?? 0)
      marked = YAMLEntries.flow(own)
      lists[list, default: []].append(marked)
    }
    let joined = lists.sorted { $0.key < $1.key }.map { name, items in
      let known = YAMLEntries.items(root.value(name) ?? "")
      root.remove(name)
      return Self.entry(name, known + items)
    }
    text = root.text + joined.joined()
    if text.isEmpty { text = "{}\n" }
    if !isWholePlan {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      ownLine = lines.lastIndex { $0 == "  - \(marked)" }.map { $0 + 1 }
    }
  }

  /// Whether a line of the text belongs to the example, not to its context.
  func holdsExample(line: Int) -> Bool { ownLine == nil || ownLine == line }

  /// An element of a nested record inside the elements that it stands in: the list of the document
  /// and its item, or the document's entries where the list stands in a group.
  private static func wrap(_ item: String, record: Int, _ schema: Schema)
    -> (list: String?, item: String)
  {
    guard let place = schema.records[record].places.first else { return (nil, item) }
    let keys = schema.records[place.record].fields[place.field].path.split(separator: ".")
    if place.record == schema.root, keys.count == 1 { return (String(keys[0]), item) }
    let inner = keys.reversed().reduce("[\(item)]") { "{\($1): \($0)}" }
    if place.record == schema.root { return (nil, inner) }
    if let list = schema.records[place.record].list { return (list, inner) }
    return wrap(inner, record: place.record, schema)
  }

  private static func entry(_ name: String, _ items: [String]) -> String {
    "\(name):\n" + items.map { "  - \($0)\n" }.joined()
  }
}
