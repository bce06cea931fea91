import RuleSyntax
import SourceText

/// A tree as text without places, to compare what was read.
struct Outline {
  private(set) var lines: [String] = []
  private let file: SourceFile

  init(_ tree: RuleFile) {
    file = tree.file
    for declaration in tree.declarations { add(declaration) }
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  private mutating func add(_ depth: Int, _ line: String) {
    lines.append(String(repeating: "  ", count: depth) + line)
  }

  private mutating func add(_ declaration: Declaration) {
    switch declaration {
    case .schema(let header):
      add(0, "schema \(header.name.text) \(header.version)\(title(header.title))")
    case .choice(let choice): add(choice)
    case .record(let record):
      let list = record.list.map { " in \($0.text)\(also(record.listAlso))" } ?? ""
      let head = record.isExtension ? "extend record" : "record"
      add(0, "\(head) \(record.name.text)\(list)\(title(record.title))")
      for field in record.fields { add(field, 1) }
    case .placeholder(let placeholder): add(0, "placeholder\(texts(placeholder.texts))")
    case .rule(let rule): add(rule)
    case .notation(let notation):
      add(0, "notation \(notation.name.text)\(texts(notation.patterns))")
    case .words(let words):
      add(
        0,
        "words \(words.name.text)\(texts(words.entries)) de\(texts(words.german))"
          + " en\(texts(words.english))")
    case .setting(let setting): add(setting, 0)
    case .table(let table): add(table)
    case .pack(let pack):
      let uses = pack.uses.isEmpty ? "" : " uses " + pack.uses.map(\.text).joined(separator: " ")
      let profile = pack.profile == nil ? "" : " profile"
      add(0, "pack \(pack.name.text)\(profile)\(uses)\(title(pack.title))")
    case .report(let report):
      add(0, "report \(report.name.text)\(title(report.title))")
      for section in report.sections { add(section, 1) }
    }
  }

  private mutating func add(_ choice: ChoiceDeclaration) {
    let marks =
      (choice.isOrdered ? " ordered" : "") + (choice.isOpen ? " open" : "")
      + (choice.place.map { " after \($0.text)" } ?? "")
    let head = choice.isExtension ? "extend choice" : "choice"
    add(0, "\(head) \(choice.name.text)\(marks)\(title(choice.title))")
    for value in choice.values {
      let outside = value.isOutsideOrder ? " outside" : ""
      add(1, "\(value.name.text)\(outside)\(title(value.title))\(also(value.also))")
    }
  }

  private mutating func add(_ field: FieldDeclaration, _ depth: Int) {
    var line = "\(field.name.text): \(type(field.type))"
    if let inverse = field.inverse { line += " inverse \(inverse.text)" }
    if let inherited = field.inherited { line += " else \(inherited.text)" }
    if let reading = field.dateReading { line += " \(reading)" }
    if let bound = field.lowerBound { line += " ≥ \(expression(bound))" }
    if field.openChoice != nil { line += " open" }
    add(depth, line + title(field.title) + also(field.also))
    if case .group(let fields) = field.type {
      for field in fields { add(field, depth + 1) }
    }
  }

  private func type(_ type: FieldType) -> String {
    switch type {
    case .choice(let name): "choice \(name.text)"
    case .oneOf(let list, let isOpen): "one of \(list.text)\(isOpen ? " open" : "")"
    case .someOf(let list, let isOpen): "some of \(list.text)\(isOpen ? " open" : "")"
    case .list(let element, .none): "list(\(self.type(element)))"
    case .list(let element, .asWritten): "list(\(self.type(element))) ordered"
    case .list(let element, .by(let field)): "list(\(self.type(element))) by \(field.text)"
    case .group: "group"
    case .record(let name): "record \(name.text)"
    case .text, .identifier, .yesOrNo, .number, .wholeNumber, .percent, .money, .date: "\(type)"
    }
  }

  private mutating func add(_ setting: SettingDeclaration, _ depth: Int) {
    let value = setting.value.map { " = \(expression($0))" } ?? ""
    add(depth, "setting \(setting.name.text): \(type(setting.type))\(value)\(title(setting.title))")
  }

  // MARK: - Rules

  private mutating func add(_ rule: RuleDeclaration) {
    add(0, "rule \(rule.name.text)\(title(rule.title))")
    if !rule.why.isEmpty { add(1, "why\(title(rule.why))") }
    for severity in rule.severities {
      add(1, "if \(severity.trigger): \(severity.entries.map(entry).joined(separator: "; "))")
    }
    for setting in rule.settings { add(setting, 1) }
    add(1, rule.scope.map(scope) ?? "no scope")
    for item in rule.body { add(item, 2) }
    if !rule.say.isEmpty { add(1, "say\(title(rule.say))") }
    if rule.mayFindNothing != nil { add(1, "may find nothing") }
    if let examples = rule.examples { add(examples) }
  }

  private func entry(_ entry: SeveritySyntax.Entry) -> String {
    switch entry.stages {
    case .all: "\(entry.level)"
    case .named(let stages): "\(entry.level) in \(stages.map(\.text).joined(separator: "+"))"
    case .from(let stage): "\(entry.level) from \(stage.text)"
    }
  }

  private func scope(_ scope: ScopeSyntax) -> String {
    var text = "the plan"
    if case .each(let record, let path, let outer) = scope.kind {
      text = "each \(record.text)"
      if let path { text += " in \(path.text)" }
      if let outer { text += " of \(outer.record.text)" }
    }
    if case .former(let record) = scope.kind { text = "each former \(record.text)" }
    if let filter = scope.filter { text += " where (\(condition(filter)))" }
    return text
  }

  private mutating func add(_ item: BodyItem, _ depth: Int) {
    switch item {
    case .when(let when):
      add(depth, "when \(when.conditions.map(condition).joined(separator: " & "))")
      for item in when.body { add(item, depth + 1) }
    case .line(let line):
      let end = line.ifStated == nil ? "" : " if-stated"
      add(depth, "must: \(subject(line.subject)) \(phrase(line.phrase))\(end)")
    case .block(let block):
      add(depth, "must: \(block.kind)[\(block.conditions.map(condition).joined(separator: " | "))]")
    }
  }

  private mutating func add(_ examples: ExamplesSyntax) {
    add(1, "examples")
    for context in examples.contexts {
      let yaml = context.yaml.map { " <\(file.text($0))>" } ?? ""
      add(2, "with \(context.name.text) \(context.ids.map(\.text))\(yaml)")
    }
    for example in examples.cases {
      let field = example.field.map { " at \($0.text)" } ?? ""
      add(2, "\(example.expectation)\(field) <\(file.text(example.yaml))>")
    }
  }

  private func condition(_ condition: ConditionSyntax) -> String {
    switch condition {
    case .line(let subject, let phrase, _): "\(self.subject(subject)) \(self.phrase(phrase))"
    case .block(let kind, let lines, _):
      "\(kind)[\(lines.map(self.condition).joined(separator: " | "))]"
    }
  }

  private func subject(_ subject: SubjectSyntax) -> String {
    let quantifier = subject.quantifier.map { "\($0) " } ?? ""
    let filter = subject.filter.map { " where (\(condition($0)))" } ?? ""
    return quantifier + expression(subject.expression) + filter
  }

  func phrase(_ phrase: PhraseSyntax) -> String {
    (phrase.isNegated ? "not " : "") + "\(phrase.phrase)" + arguments(phrase.arguments)
  }

  private func arguments(_ arguments: PhraseSyntax.Arguments) -> String {
    switch arguments {
    case .none: ""
    case .values(let values): "(\(values.map(expression).joined(separator: ", ")))"
    case .expression(let value): "(\(expression(value)))"
    case .period(let start, let end): "(\(expression(start)) to \(expression(end)))"
    case .list(let path, let other): "(\(path.text)\(other ? ", other" : ""))"
    case .siblings(let list, let all): "(\(all ? "all " : "")\(list.text))"
    case .notation(let name): "(\(name.text))"
    case .measure(let comparison, let value, let unit):
      "(\(comparison) \(expression(value)) \(unit))"
    case .words(let words): "(\(words.map(reference).joined(separator: ", ")))"
    }
  }

  private func reference(_ reference: PhraseSyntax.WordsReference) -> String {
    switch reference {
    case .list(let name): name.text
    case .word(let text): "\"\(text.value)\""
    }
  }

  private func expression(_ value: ExpressionSyntax) -> String {
    switch value {
    case .path(let path): path.text
    case .number(let text, let unit, _): text + (unit.map { " \($0.text)" } ?? "")
    case .string(let literal): "\"\(literal.value)\""
    case .date(let text, _): text
    case .yesOrNo(let value, _): value ? "yes" : "no"
    case .today: "today"
    case .aggregate(let aggregate): self.aggregate(aggregate)
    case .matches(let notation, let path, _): "matches(\(notation.text), \(path.text))"
    case .state(let path, _): "state(\(path.text))"
    case .binary(let operation, let left, let right, _):
      "(\(expression(left)) \(operation.rawValue) \(expression(right)))"
    }
  }

  private func aggregate(_ aggregate: AggregateSyntax) -> String {
    let filter = aggregate.filter.map { " where (\(condition($0)))" } ?? ""
    let zero = aggregate.missingAsZero == nil ? "" : " missing=0"
    return "\(aggregate.kind)(\(aggregate.path?.text ?? "rows")\(filter)\(zero))"
  }

  // MARK: - Tables and texts

  private mutating func add(_ section: SectionSyntax, _ depth: Int) {
    let scope = section.scope.map { " for \(self.scope($0))" } ?? ""
    add(depth, "section\(title(section.title))\(scope)")
    for part in section.parts {
      switch part {
      case .text(let path): add(depth + 1, "text \(path.text)")
      case .table(let name): add(depth + 1, "table \(name.text)")
      case .findings: add(depth + 1, "findings")
      case .ledger: add(depth + 1, "ledger")
      case .summary: add(depth + 1, "summary")
      case .section(let inner): add(inner, depth + 1)
      }
    }
  }

  private func chart(_ chart: TableDeclaration.Chart) -> String {
    switch chart.kind {
    case .bars(let column): "bars \"\(column.value)\""
    case .stacked(let columns): "stacked \(columns.map(\.value).joined(separator: " / "))"
    case .timeline(let first, let last): "timeline \"\(first.value)\" to \"\(last.value)\""
    case .graph(let path): "graph \(path.text)"
    }
  }

  private mutating func add(_ table: TableDeclaration) {
    add(0, "table \(table.name.text)\(title(table.title))")
    add(1, table.scope.map(scope) ?? "no scope")
    for group in table.grouping {
      add(1, "by \(group.isEachOf ? "each of " : "")\(group.path.text)")
    }
    for column in table.columns {
      add(1, "column\(title(column.title)): \(expression(column.expression))")
    }
    if let each = table.columnsEach {
      add(1, "columns each \(each.key.text) at \(each.position)")
      for cell in each.cells { add(2, "cell\(title(cell.title)): \(expression(cell.expression))") }
    }
    for sort in table.sorts {
      add(1, "sort \"\(sort.column.value)\"\(sort.isDescending ? " descending" : "")")
    }
    if table.total != nil { add(1, "total") }
    for chart in table.charts { add(1, "chart \(self.chart(chart))") }
  }

  private func title(_ title: Title) -> String {
    (title.english.map { " \"\($0.value)\"" } ?? "")
      + (title.german.map { " de \"\($0.value)\"" } ?? "")
  }

  private func also(_ also: [StringLiteral]) -> String {
    also.isEmpty ? "" : " also" + texts(also)
  }

  private func texts(_ texts: [StringLiteral]) -> String {
    texts.isEmpty ? "" : " " + texts.map(\.value).joined(separator: " / ")
  }
}
