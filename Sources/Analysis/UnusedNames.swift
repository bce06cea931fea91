import Diagnostics
import Linting
import Model
import Semantics
import SourceText

/// Names that rule files declare and that nothing uses.
struct UnusedNames {
  private(set) var findings: [Finding] = []
  private let ruleSet: RuleSet
  private let options: AnalysisOptions
  private let uses: RuleUses

  init(_ ruleSet: RuleSet, _ options: AnalysisOptions) {
    self.ruleSet = ruleSet
    self.options = options
    // Tables may range over findings, a record that no plan has.
    uses = RuleUses(ruleSet.program, ruleSet.schema.withFindings())
    findDeclarations()
    findChoices()
    if options.tellsUnread {
      findFields()
      findValues()
    }
  }

  private mutating func tell(
    _ problem: AnalysisProblem, _ severity: Severity, at location: Location
  ) {
    guard options.includes(location) else { return }
    findings.append(Finding(problem, severity: severity, at: location))
  }

  private mutating func findDeclarations() {
    let program = ruleSet.program
    for (index, setting) in program.settings.enumerated() where !uses.settings.contains(index) {
      tell(.unused(.setting, setting.name), .warning, at: setting.origin)
    }
    for (index, notation) in program.notations.enumerated()
    where !uses.notations.contains(index) {
      tell(.unused(.notation, notation.name), .warning, at: notation.origin)
    }
    for (index, list) in program.wordLists.enumerated() where !uses.wordLists.contains(index) {
      if let name = list.name { tell(.unused(.words, name), .warning, at: list.origin) }
    }
  }

  private mutating func findChoices() {
    var used = Swift.Set<Int>()
    if let stage = ruleSet.schema.stage { used.insert(stage.choice) }
    for field in ruleSet.schema.records.flatMap(\.fields) {
      switch field.type {
      case .scalar(.choice(let choice)), .scalars(.choice(let choice), _): used.insert(choice)
      case .scalar, .scalars, .records, .record, .group: break
      }
    }
    for setting in ruleSet.program.settings {
      if case .choice(let choice, _) = setting.value { used.insert(choice) }
    }
    for (index, choice) in ruleSet.schema.choices.enumerated() where !used.contains(index) {
      tell(.unused(.choice, choice.name), .warning, at: choice.origin)
    }
  }

  // MARK: - The schema

  /// What messages, severities and other fields read counts as read.
  private mutating func findFields() {
    let schema = ruleSet.schema
    var read = uses.fields
    for (index, record) in schema.records.enumerated() {
      for field in [record.idField, record.nameField].compactMap({ $0 }) {
        read.insert(.init(record: index, field: field))
      }
      for field in record.fields {
        guard let inherited = field.inherited else { continue }
        read.insert(.init(record: inherited.record, field: inherited.field))
      }
    }
    if let stage = schema.stage { read.insert(.init(record: schema.root, field: stage.field)) }
    for (index, record) in schema.records.enumerated() {
      let unread = record.fields.indices.filter { field in
        if case .group = record.fields[field].type { return false }
        return !read.contains(.init(record: index, field: field))
      }
      guard !unread.isEmpty else { continue }
      tell(
        .unreadFields(record: record.name, fields: unread.map { record.fields[$0].path }), .note,
        at: record.origin)
    }
  }

  private mutating func findValues() {
    for (index, choice) in ruleSet.schema.choices.enumerated()
    where index != ruleSet.schema.stage?.choice {
      let unnamed = choice.values.indices.filter {
        !uses.values.contains(.choice(index, value: $0))
      }
      // Where nothing names any value, rules and tables take them all alike.
      guard !unnamed.isEmpty, unnamed.count < choice.values.count else { continue }
      tell(
        .unnamedValues(choice: choice.name, values: unnamed.map { choice.values[$0].name }),
        .note, at: choice.origin)
    }
  }
}
