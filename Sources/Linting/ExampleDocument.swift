import Diagnostics
import Evaluation
import Model
import RuleSyntax
import Semantics
import SourceText
import Values

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

/// The plan that an example stands in: the context's elements, then the example's own; where the
/// rule compares two versions, the previous one as well.
struct ExampleDocument {
  /// The plan as YAML.
  private(set) var text = ""
  /// The previous version as YAML; nil where the rule does not read it.
  private(set) var previous: String?
  /// Whether the example is an element of the previous version.
  let isFormer: Bool
  /// The row of the example's element in its table; nil for nested records: it is the last.
  private(set) var element: Int?
  /// Whether the whole plan is the example.
  let isWholePlan: Bool
  /// The line that the example's element stands on; nil where it is the whole plan.
  private var ownLine: Int?
  private(set) var today: CalendarDate?

  init(_ rule: TypedRule, _ own: String, _ contexts: [ExampleContext], _ schema: Schema) {
    let readsPrevious = rule.reads(.previous)
    isFormer = rule.scope.isFormer
    isWholePlan = rule.scope.frames[0] == schema.root
    var version = ExampleVersion(rule.scope.frames[0], schema, isIdentified: readsPrevious)
    var before: String?
    for context in contexts {
      switch context.name {
      case "plan": if let yaml = context.yaml { version.root.add(YAMLEntries(yaml)) }
      case "previous": before = context.yaml
      case "today":
        let date = context.yaml ?? context.ids.first ?? ""
        today = try? CalendarDate.read(date).get()
      default:
        let ids = context.ids.map { "{id: \($0)}" }
        let yaml = context.yaml.map { YAMLEntries.items($0) } ?? []
        version.lists[context.name, default: []] += ids + yaml
      }
    }
    let id = version.id(of: own) ?? before.flatMap(version.id)
    var holder = version
    let marked = holder.add(own, id: id)
    element = holder.element
    if readsPrevious {
      if let before, !isFormer {
        var former = version
        _ = former.add(before, id: id)
        previous = former.text
      } else {
        previous = isFormer ? holder.text : version.text
      }
    }
    text = isFormer ? version.text : holder.text
    if !isWholePlan {
      let lines = holder.text.split(separator: "\n", omittingEmptySubsequences: false)
      ownLine = lines.lastIndex { $0 == "  - \(marked)" }.map { $0 + 1 }
    }
  }

  /// The plan, beside its previous version where the rule reads one, and what the loader says of the
  /// version that holds the example; no plan where one of them is no YAML.
  func load(_ shape: LoadShape, _ limits: Limits) -> (plan: Plan?, findings: [Finding]) {
    func version(_ text: String, _ path: String) -> (plan: Plan?, findings: [Finding]) {
      let loaded = loadPlan(
        SourceFile(path: path, text: text), shape: shape, limits: limits, includes: .refusing)
      let isReadable = loaded.plan.trees.first?.root != nil
      return (isReadable ? loaded.plan : nil, loaded.findings)
    }
    let (plan, findings) = version(text, "example.yaml")
    guard let previous, let plan else { return (plan, findings) }
    let (former, formerFindings) = version(previous, "previous.yaml")
    guard let former else { return (nil, formerFindings) }
    return (plan.beside(former), isFormer ? formerFindings : findings)
  }

  /// Of the elements that a rule was tried on, those of the example; the others are its context.
  func own(_ trials: [Trial]) -> [Trial] {
    let last = trials.map { $0.rows[0] }.max()
    return trials.filter { isWholePlan || $0.rows[0] == element ?? last }
  }

  /// Whether a line of the text belongs to the example, not to its context.
  func holdsExample(line: Int) -> Bool { ownLine == nil || ownLine == line }
}

/// One version of the plan that an example stands in, put together from its parts.
struct ExampleVersion {
  let outermost: Int
  let schema: Schema
  /// Whether elements get an id where they have none, so that they are found in the other version.
  let isIdentified: Bool
  var root = YAMLEntries()
  var lists: [String: [String]] = [:]
  /// The row of the element that was added, if its record has a list of the document.
  private(set) var element: Int?

  init(_ outermost: Int, _ schema: Schema, isIdentified: Bool) {
    self.outermost = outermost
    self.schema = schema
    self.isIdentified = isIdentified
  }

  /// Adds the element of a scope, or the whole plan; returns the item as it stands in the text.
  mutating func add(_ yaml: String, id: String?) -> String {
    guard outermost != schema.root else {
      root.replace(with: YAMLEntries(yaml))
      return yaml
    }
    let own = identified(YAMLEntries.flow(yaml), outermost, id)
    guard let list = schema.records[outermost].list else {
      let wrapped = wrap(own, record: outermost)
      if let list = wrapped.list {
        lists[list, default: []].append(wrapped.item)
      } else {
        root.merge(with: YAMLEntries(wrapped.item))
      }
      return wrapped.item
    }
    element = YAMLEntries.items(root.value(list) ?? "").count + (lists[list]?.count ?? 0)
    lists[list, default: []].append(own)
    return own
  }

  var text: String {
    var rest = root
    let joined = lists.sorted { $0.key < $1.key }.map { name, items in
      let known = YAMLEntries.items(rest.value(name) ?? "")
      rest.remove(name)
      return "\(name):\n" + (known + items).map { "  - \($0)\n" }.joined()
    }
    let text = rest.text + joined.joined()
    return text.isEmpty ? "{}\n" : text
  }

  // MARK: - Ids

  /// The id that the YAML of a scope's element states.
  func id(of yaml: String) -> String? {
    guard let spellings = idSpellings(outermost) else { return nil }
    let entries = YAMLEntries(yaml)
    return spellings.lazy.compactMap { entries.value($0) }.first
  }

  private func idSpellings(_ record: Int) -> [String]? {
    schema.records[record].idField.map { schema.records[record].fields[$0].spellings }
  }

  /// The id of an example's element that states none and needs one; nobody is told of it.
  static let madeUpID = "example"

  private func identified(_ item: String, _ record: Int, _ id: String?) -> String {
    guard isIdentified, let spellings = idSpellings(record), let name = spellings.first else {
      return item
    }
    var entries = YAMLEntries(item)
    guard !spellings.contains(where: { entries.value($0) != nil }) else { return item }
    entries.add(YAMLEntries("{\(name): \(id ?? Self.madeUpID)}"))
    return YAMLEntries.flow(entries.text)
  }

  // MARK: - Nested elements

  /// An element of a nested record inside the elements that it stands in: the list of the document
  /// and its item, or the document's entries where the list stands in a group.
  private func wrap(_ item: String, record: Int) -> (list: String?, item: String) {
    guard let place = schema.records[record].places.first else { return (nil, item) }
    let keys = schema.records[place.record].fields[place.field].path.split(separator: ".")
    if place.record == schema.root, keys.count == 1 { return (String(keys[0]), item) }
    let inner = keys.reversed().reduce("[\(item)]") { "{\($1): \($0)}" }
    if place.record == schema.root { return (nil, inner) }
    let around = identified(inner, place.record, nil)
    if let list = schema.records[place.record].list { return (list, around) }
    return wrap(around, record: place.record)
  }
}
