import Diagnostics
import Model
import Semantics

/// Which fields a blank plan shows.
package enum BlankPlanFields: Sendable {
  /// Those that a rule reads, with ids and names.
  case important
  case all
}

extension RuleSet {
  /// A plan without content whose comments say what belongs where; it loads without an error.
  package func blankPlan(in language: Language, fields: BlankPlanFields) -> String {
    var shown: Set<Record.Place>?
    if fields == .important, !program.rules.isEmpty {
      shown = program.rules.reduce(into: []) { $0.formUnion(RuleUses($1, schema).fields) }
    }
    var plan = BlankPlan(schema, language, shown: shown)
    return plan.text()
  }
}

/// Writes a blank plan line by line.
private struct BlankPlan {
  private let schema: Schema
  private let language: Language
  private let words: SchemaWords
  /// The fields that rules read; nil: all fields are shown.
  private let read: Set<Record.Place>?
  private var lines: [Line] = []

  private struct Line {
    /// Without indentation; empty for a blank line.
    var text: String
    var comment = ""
    var indent: Int
    /// Whether the line begins an element of a list.
    var hasDash = false
    /// Where the `#` stands that makes the line an example; nil for lines that count.
    var exampleColumn: Int?
  }

  init(_ schema: Schema, _ language: Language, shown: Set<Record.Place>?) {
    self.schema = schema
    self.language = language
    words = SchemaWords(schema, language, for: .comment)
    read = shown
  }

  mutating func text() -> String {
    addHead()
    let root = schema.records[schema.root]
    for field in root.topFields where isShown(field, in: schema.root) {
      if case .scalar = root.fields[field].type {} else { addBlankLine() }
      add(field, in: schema.root, indent: 0, exampleColumn: nil, around: [])
    }
    for (index, record) in schema.records.enumerated() {
      guard let list = record.list, isShown(list: index) else { continue }
      addBlankLine()
      lines.append(Line(text: "\(list):", comment: record.title[language], indent: 0))
      addElement(of: index, indent: 2, exampleColumn: 2, around: [])
    }
    return lines.map(render).joined()
  }

  // MARK: - Head

  private mutating func addHead() {
    let title = schema.title
    let english = [
      "\(title.english): a first draft.", "",
      "Fill in what you know. What is not known yet stays blank, or says why:",
      "{open: \"waits for the tender\", until: 2027-03-31, by: works}",
      "{not-applicable: \"building technology only\"}",
      "A date is 2027, 2027-Q3, 2027-03 or 2027-03-31; an amount of money 50000 EUR.",
      "Elements of lists stand here as examples: take away the # before their lines.",
      "ratsam check tells what is missing.",
    ]
    let german = [
      "\(title.german): ein erster Entwurf.", "",
      "Tragen Sie ein, was bekannt ist. Was noch offen ist, bleibt leer oder sagt, warum:",
      "{open: \"wartet auf die Ausschreibung\", until: 2027-03-31, by: bauamt}",
      "{not-applicable: \"betrifft nur Gebäudetechnik\"}",
      "Ein Datum ist 2027, 2027-Q3, 2027-03 oder 2027-03-31, ein Geldbetrag 50000 EUR.",
      "Elemente von Listen stehen als Beispiel da: Nehmen Sie das # vor ihren Zeilen weg.",
      "ratsam check sagt, was fehlt.",
    ]
    lines += language.pick(english, german).map { line in
      Line(text: line.isEmpty ? "#" : "# \(line)", indent: 0)
    }
    addBlankLine()
    let own = Set(
      schema.records[schema.root].topFields.map {
        schema.records[schema.root].fields[$0].name
      })
    if !own.contains(PlanKey.language.rawValue) {
      lines.append(
        Line(
          text: "\(PlanKey.language.rawValue): \(language.rawValue)",
          comment: language.pick(
            "the language of messages: en or de", "Sprache der Meldungen: de oder en"),
          indent: 0))
    }
    if schema.hasMoney, !own.contains(PlanKey.currency.rawValue) {
      lines.append(
        Line(
          text: "\(PlanKey.currency.rawValue): EUR",
          comment: language.pick("of amounts without a unit", "Währung von Beträgen ohne Einheit"),
          indent: 0))
    }
  }

  // MARK: - Fields

  private mutating func add(
    _ index: Int, in record: Int, indent: Int, exampleColumn: Int?, around: [Int]
  ) {
    let field = schema.records[record].fields[index]
    var line = Line(text: "\(field.name):", indent: indent, exampleColumn: exampleColumn)
    line.comment = field.title[language]
    switch field.type {
    case .group:
      lines.append(line)
      for member in field.members where isShown(member, in: record) {
        add(member, in: record, indent: indent + 2, exampleColumn: exampleColumn, around: around)
      }
    case .scalar, .scalars:
      line.comment += ": \(words.type(of: field))"
      line.text += value(of: field, index, in: record)
      lines.append(line)
    case .records(let nested, _):
      lines.append(line)
      addElement(
        of: nested, indent: indent + 2, exampleColumn: exampleColumn ?? indent + 2, around: around)
    case .record(let nested):
      lines.append(line)
      guard !around.contains(nested) else { return }
      addFields(of: nested, indent: indent + 2, exampleColumn: exampleColumn, around: around)
    }
  }

  /// What stands behind the colon; most values are blank.
  private func value(of field: Field, _ index: Int, in record: Int) -> String {
    if case .scalars = field.type { return " []" }
    if let stage = schema.stage, record == schema.root, index == stage.field {
      return schema.choices[stage.choice].values.first.map { " \($0.name)" } ?? ""
    }
    if index == schema.records[record].idField {
      return " \(schema.records[record].name.prefix(1).uppercased())1"
    }
    return ""
  }

  /// Adds one element of a list.
  private mutating func addElement(
    of record: Int, indent: Int, exampleColumn: Int?, around: [Int]
  ) {
    guard !around.contains(record) else { return }
    let first = lines.count
    addFields(of: record, indent: indent + 2, exampleColumn: exampleColumn, around: around)
    if first < lines.count { lines[first].hasDash = true }
  }

  private mutating func addFields(
    of record: Int, indent: Int, exampleColumn: Int?, around: [Int]
  ) {
    for field in schema.records[record].topFields where isShown(field, in: record) {
      add(
        field, in: record, indent: indent, exampleColumn: exampleColumn, around: around + [record])
    }
  }

  // MARK: - What is shown

  private func isShown(_ index: Int, in record: Int) -> Bool {
    guard let read else { return true }
    let owner = schema.records[record]
    // An element whose fields no rule reads and that has no name would be blank.
    if owner.idField == nil, owner.nameField == nil, !read.contains(where: { $0.record == record })
    {
      return true
    }
    if read.contains(Record.Place(record: record, field: index)) { return true }
    if index == owner.idField || index == owner.nameField { return true }
    if let stage = schema.stage, record == schema.root, index == stage.field { return true }
    switch owner.fields[index].type {
    case .group: return owner.fields[index].members.contains { isShown($0, in: record) }
    case .records(let nested, _), .record(let nested):
      return read.contains { $0.record == nested }
    case .scalar, .scalars: return false
    }
  }

  /// A list is shown where rules read its elements or a field that is shown refers to them.
  private func isShown(list record: Int) -> Bool {
    guard let read else { return true }
    return read.contains { place in
      if place.record == record { return true }
      if case .reference(let target, _) = schema.records[place.record].fields[place.field].type
        .scalar
      {
        return target == record
      }
      return false
    }
  }

  // MARK: - Lines

  private mutating func addBlankLine() {
    if let last = lines.last, !last.text.isEmpty { lines.append(Line(text: "", indent: 0)) }
  }

  private static let commentColumn = 38
  private static let lineLength = 110

  private func render(_ line: Line) -> String {
    guard !line.text.isEmpty else { return "\n" }
    let head = lead(of: line, hasDash: line.hasDash) + line.text
    guard !line.comment.isEmpty else { return head + "\n" }
    let gap = max(2, Self.commentColumn - head.count)
    let whole = head + String(repeating: " ", count: gap) + "# \(line.comment)"
    guard whole.count > Self.lineLength else { return whole + "\n" }
    let lead = lead(of: line, hasDash: false)
    return Self.wrapped(line.comment, to: Self.lineLength - lead.count - 2)
      .map { "\(lead)# \($0)\n" }.joined() + head + "\n"
  }

  /// What stands before a line's key.
  private func lead(of line: Line, hasDash: Bool) -> String {
    var lead = Array(repeating: Character(" "), count: line.indent)
    if hasDash { lead[line.indent - 2] = "-" }
    if let column = line.exampleColumn { lead.insert(contentsOf: "# ", at: column) }
    return String(lead)
  }

  private static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + word.count < width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
