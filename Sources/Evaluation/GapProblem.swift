import Diagnostics
import Model
import Semantics
import SourceText

/// A value that rules need and the plan does not give: one finding for all of them.
struct GapProblem: Problem {
  let workspace: Workspace
  /// The rule that speaks first.
  let rule: Int
  let cell: CellReference
  let standing: Standing
  let outcome: Outcome
  /// The line that needs the value.
  let needed: LineNode
  /// The text that the line cannot go on behind, where an open reference keeps one.
  let unnamed: UnnamedReference?

  var code: String { workspace.program.rules[rule].id }

  var element: LocalizedText? { workspace.plan.label(record: cell.record, row: cell.row) }
  var titledElement: LocalizedText? {
    workspace.plan.label(record: cell.record, row: cell.row, .titled)
  }

  private var field: Field { workspace.plan.schema.records[cell.record].fields[cell.field] }

  private func label(_ form: LabelForm, _ language: Language) -> String {
    workspace.labels.element(workspace, record: cell.record, row: cell.row, form, language)
  }

  /// `owner`, with the title where it says more than the key.
  private func name(_ language: Language) -> String {
    workspace.labels.field(field, record: cell.record, cell.field, language)
  }

  func headline(in language: Language) -> String {
    let what = statement(language)
    switch outcome {
    case .violated, .met, .notApplicable: return what
    case .undetermined:
      let title = workspace.program.rules[rule].quoted(language)
      return language.pick(
        "\(what), so nobody can tell whether \(title) holds",
        "\(what), daher lässt sich nicht sagen, ob \(title) gilt")
    }
  }

  private func statement(_ language: Language) -> String {
    let element = label(.titled, language)
    let name = name(language)
    if let unnamed { return "\(element): \(unnamed.statement(language))" }
    switch standing {
    case .stated, .unclear:
      return language.pick(
        "\(name) of \(element) is not known", "\(name) ist nicht bekannt: \(element)")
    case .absent:
      return language.pick("\(element) has no \(name)", "\(element): \(name) fehlt")
    case .empty:
      if let placeholder {
        return language.pick(
          "\(element): \(name) says nothing but “\(placeholder)”",
          "\(element): \(name) sagt nur „\(placeholder)“")
      }
      return language.pick("\(element): \(name) is empty", "\(element): \(name) ist leer")
    case .malformed:
      return language.pick(
        "\(element): \(name) cannot be read", "\(element): \(name) ist nicht lesbar")
    case .open:
      return language.pick(
        "\(element): \(name) is declared open\(workspace.declared(cell, language))",
        "\(element): \(name) ist als offen erklärt\(workspace.declared(cell, language))")
    case .inapplicable:
      return language.pick(
        "\(element): \(name) is declared not applicable\(workspace.declared(cell, language))",
        "\(element): \(name) ist als nicht zutreffend erklärt\(workspace.declared(cell, language))")
    }
  }

  /// The text that stands there and says no more than an empty field; nil where nothing does.
  private var placeholder: String? {
    let place = workspace.plan.location(of: cell)
    let text = place.file.text(place.range).filter { $0 != "\"" && $0 != "'" }
    let isPlaceholder = workspace.plan.schema.placeholders.contains(
      Schema.folded(placeholder: text))
    return isPlaceholder ? text : nil
  }

  /// That a field is not there at all reads the same for every element.
  var likeness: String? {
    guard outcome == .violated, standing == .absent else { return nil }
    return "\(cell.record).\(field.path)"
  }

  func label(in language: Language) -> String? {
    switch standing {
    case .absent: language.pick("no `\(field.path)` here", "hier fehlt `\(field.path)`")
    case .empty:
      placeholder == nil ? language.pick("nothing stands here", "hier steht nichts") : nil
    case .open, .inapplicable, .malformed, .stated, .unclear: nil
    }
  }

  func help(in language: Language) -> String? {
    let entry = "`\(field.name): …`"
    switch standing {
    case .absent:
      if let group = field.group {
        let path = workspace.plan.schema.records[cell.record].fields[group].path
        return language.pick(
          "add \(entry) under `\(path)`", "\(entry) unter `\(path)` ergänzen")
          + inheritance(language)
      }
      let isPlan = cell.record == workspace.plan.schema.root
      let place = label(.plain, language)
      return language.pick(
        "add \(entry) to \(place)", "\(entry) \(isPlan ? "im Plan" : "bei \(place)") ergänzen")
        + inheritance(language)
    case .empty:
      return language.pick(
        "write a value, or say why there is none: `{open: \"…\", until: …, by: …}`",
        "einen Wert eintragen oder sagen, warum es keinen gibt: `{open: \"…\", until: …, by: …}`")
    case .open:
      return language.pick("this rule needs a value", "diese Regel verlangt einen Wert")
    case .inapplicable, .malformed, .stated, .unclear: return nil
    }
  }

  /// Where the value could come from instead.
  private func inheritance(_ language: Language) -> String {
    guard let inherited = field.inherited, let first = inherited.references.first else { return "" }
    let records = workspace.plan.schema.records
    let reference = records[cell.record].fields[first].path
    let target = records[inherited.record].fields[inherited.field].path
    return language.pick(
      ", or to its `\(reference)` (`\(target)`)",
      " oder beim zugehörigen `\(reference)` (`\(target)`)")
  }

  var facts: [Fact] {
    var facts = [
      Fact("expected", workspace.program.rules[rule].title)
    ]
    if let why = workspace.program.rules[rule].why { facts.append(Fact("why", why)) }
    facts += workspace.known(cell)
    if let say = workspace.program.rules[rule].say { facts.append(Fact("say", say)) }
    return facts
  }
}

extension Workspace {
  /// Why, until when and by whom a value is open or does not apply, where the plan says so.
  func declared(_ cell: CellReference, _ language: Language) -> String {
    guard let declared = plan.declaration(cell) else { return "" }
    var text = declared.reason.isEmpty ? "" : ": \(declared.reason)"
    if let until = declared.until { text += language.pick(", until \(until)", ", bis \(until)") }
    if let by = declared.by { text += language.pick(", by \(by)", ", durch \(by)") }
    return text
  }

  /// The values that a field could take: the values of a choice, the ids of a list.
  func known(_ cell: CellReference) -> [Fact] {
    let field = plan.schema.records[cell.record].fields[cell.field]
    var scalar: ScalarType?
    switch field.type {
    case .scalar(let type), .scalars(let type, _): scalar = type
    case .records, .record, .group: break
    }
    switch scalar {
    case .choice(let choice)?:
      let values = plan.schema.choices[choice].values.map(\.name).joined(separator: ", ")
      return [Fact("values", LocalizedText(en: "one of: \(values)", de: "eines von: \(values)"))]
    case .reference(let record, _)?:
      let count = plan.tables[record].count
      let ids = (0..<min(count, 6)).compactMap { idText(record: record, row: $0) }
      guard !ids.isEmpty, let list = plan.schema.records[record].list else { return [] }
      let shown = ids.joined(separator: ", ") + (count > ids.count ? " … (\(count))" : "")
      return [Fact("known", same: "\(list): \(shown)")]
    default: return []
    }
  }
}
