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
      let document = ExampleDocument(rule, example, examples.contexts, schema)
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
    let all = trials(
      ofRule: index, in: program, plan: loaded.plan,
      options: EvaluationOptions(today: document.today))
    let last = all.map { $0.rows[0] }.max()
    let own = all.filter { document.isWholePlan || $0.rows[0] == document.element ?? last }
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

  /// Examples give only what the rule reads; an element may go without its id.
  private static let harmless: Set<String> = ["missing-id"]

  private static func joint(_ outcomes: [Outcome]) -> Outcome {
    if outcomes.contains(.violated) { return .violated }
    if outcomes.contains(.undetermined) { return .undetermined }
    return outcomes.contains(.met) ? .met : .notApplicable
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
    _ rule: TypedRule, _ example: ExamplesSyntax.Case, _ contexts: [ExamplesSyntax.Context],
    _ schema: Schema
  ) {
    let file = rule.origin.file
    var root = YAMLEntries()
    var lists: [String: [String]] = [:]
    for context in contexts {
      switch context.name.text {
      case "plan":
        if let yaml = context.yaml { root.add(YAMLEntries(file.text(yaml))) }
      case "today":
        let date = context.yaml.map { file.text($0) } ?? context.ids.first?.text ?? ""
        today = try? CalendarDate.read(date).get()
      default:
        let ids = context.ids.map { "{id: \($0.text)}" }
        let yaml = context.yaml.map { YAMLEntries.items(file.text($0)) } ?? []
        lists[context.name.text, default: []] += ids + yaml
      }
    }
    let own = file.text(example.yaml)
    let outermost = rule.scope.frames[0]
    var marked = own
    if outermost == schema.root {
      isWholePlan = true
      root.replace(with: YAMLEntries(own))
    } else if schema.records[outermost].list == nil {
      let wrapped = Self.wrap(YAMLEntries.flow(own), record: outermost, schema)
      marked = wrapped.item
      if let list = wrapped.list {
        lists[list, default: []].append(wrapped.item)
      } else {
        root.merge(with: YAMLEntries(wrapped.item))
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
