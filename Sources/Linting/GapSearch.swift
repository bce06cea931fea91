import Diagnostics
import Model
import Reporting
import SourceText
import YAMLSyntax

/// Takes one stated value of a plan away at a time and looks whether a rule or a table notices.
package struct GapSearch: Sendable {
  /// One value and one way to lose it.
  package struct Attempt: Sendable {
    fileprivate var field: Int
    fileprivate var place: PlanNode
    fileprivate var loss: GapReport.Loss
  }

  package enum Outcome: Sendable { case noticed, unnoticed, broken }

  package let attempts: [Attempt]
  /// What the plan has already, before anything is lost.
  package let findings: [Finding]
  private let rules: RuleSet
  private let input: PlanInput
  private let options: LintOptions
  private let trees: [YAMLTree]
  private let edits: [GapEdit]
  private let fields: [GapReport.Field]
  private let places: [[PlanNode]]
  private let base: Seen

  /// What a plan looks like from outside: its findings without places and titles, its tables.
  private struct Seen {
    var findings: [String: Int] = [:]
    var tables: [[[ReportTable.Cell]]] = []

    init(_ result: LintResult) {
      for finding in result.findings {
        findings[finding.code + ": " + finding.plainHeadline, default: 0] += 1
      }
    }
  }

  /// - Parameter limit: how many places of one field are tried; nil: all.
  /// - Returns: nil where the plan cannot be read to its end.
  package init?(_ rules: RuleSet, _ input: PlanInput, options: LintOptions, limit: Int?) {
    let result = rules.lint(input, options: options)
    guard result.plan.isComplete, result.plan.trees.first?.root != nil else { return nil }
    let cells = GapCells(result.plan)
    self.rules = rules
    self.input = input
    self.options = options
    findings = result.findings
    trees = result.plan.trees
    let known = Set(
      rules.schema.records.flatMap { $0.listSpellings + $0.fields.flatMap(\.spellings) })
    edits = trees.map { GapEdit($0, known: known) }
    fields = cells.fields
    places = cells.places
    var seen = Seen(result)
    seen.tables = Self.tables(of: result.plan, rules, options)
    base = seen
    attempts = cells.places.enumerated().flatMap { field, places in
      Self.sample(places, limit).flatMap { place in
        GapReport.Loss.allCases.map { Attempt(field: field, place: place, loss: $0) }
      }
    }
  }

  /// The first, the last and those at even distances between: the same at every run.
  private static func sample(_ places: [PlanNode], _ limit: Int?) -> [PlanNode] {
    guard let limit, places.count > limit else { return places }
    guard limit > 1 else { return Array(places.prefix(limit)) }
    return (0..<limit).map { places[$0 * (places.count - 1) / (limit - 1)] }
  }

  private static func tables(
    of plan: Plan, _ rules: RuleSet, _ options: LintOptions
  ) -> [[[ReportTable.Cell]]] {
    // Tables over findings change with the findings, which are compared already.
    rules.program.tables.indices.filter { !rules.needsFindings($0) }.map { index in
      rules.table(index, of: plan, findings: [], options: options).rows.map(\.cells)
    }
  }

  /// Loses one value and looks.
  package func outcome(of attempt: Attempt) -> Outcome {
    let tree = trees[attempt.place.file]
    guard let edited = edits[attempt.place.file].file(attempt.loss, of: attempt.place.node) else {
      return .broken
    }
    var changed = input
    if attempt.place.file == 0 {
      changed.main = edited
    } else {
      let files = input.includes.files
      changed.includes = IncludeResolver { pattern, path in
        files(pattern, path).map { $0.map { $0.path == tree.file.path ? edited : $0 } }
      }
    }
    let result = rules.lint(changed, options: options)
    guard result.plan.isComplete, result.plan.trees.count == trees.count else { return .broken }
    let seen = Seen(result).findings
    if seen.contains(where: { $0.value > base.findings[$0.key] ?? 0 }) { return .noticed }
    let tables = Self.tables(of: result.plan, rules, options)
    return tables == base.tables ? .unnoticed : .noticed
  }

  /// What came of all attempts, in their order.
  package func report(_ outcomes: [Outcome]) -> GapReport {
    var fields = fields
    var tried = fields.map { _ in Set<PlanNode>() }
    for (attempt, outcome) in zip(attempts, outcomes) {
      tried[attempt.field].insert(attempt.place)
      switch outcome {
      case .noticed: break
      case .broken: fields[attempt.field].broken += 1
      case .unnoticed:
        let tree = trees[attempt.place.file]
        let place = Location(tree.file, tree.keySpan(attempt.place.node))
        fields[attempt.field].unnoticed[attempt.loss, default: []].append(place)
      }
    }
    for index in fields.indices { fields[index].tried = tried[index].count }
    return GapReport(plan: input.path, fields: fields)
  }
}

/// The values that a plan states in its own text, by field.
private struct GapCells {
  private(set) var fields: [GapReport.Field] = []
  private(set) var places: [[PlanNode]] = []

  init(_ plan: Plan) {
    let records = plan.schema.records
    for (record, declared) in records.enumerated() {
      if let list = declared.list, plan.listStates[record] == .stated,
        let value = plan.listValues[record]
      {
        add(records[plan.schema.root].name, list, [value], plan)
      }
      for (index, field) in declared.fields.enumerated() where field.type != .group {
        add(declared.name, field.path, Self.places(record, index, plan), plan)
      }
    }
  }

  private mutating func add(
    _ record: String, _ field: String, _ found: [PlanNode], _ plan: Plan
  ) {
    // Behind an alias the same bytes state a field of several elements.
    var seen: Set<PlanNode> = []
    let own = found.filter { seen.insert($0).inserted && plan.trees[$0.file].key($0.node) != nil }
    guard !own.isEmpty else { return }
    fields.append(GapReport.Field(record: record, field: field, stated: own.count))
    places.append(own)
  }

  private static func places(_ record: Int, _ field: Int, _ plan: Plan) -> [PlanNode] {
    (0..<plan.tables[record].count).compactMap { row in
      let cell = CellReference(record: record, row: row, field: field)
      let node = plan.tables[record].columns[field].nodes[row]
      guard plan.state(cell) == .stated, !plan.isInherited(cell), node != 0 else { return nil }
      return PlanNode(file: plan.file(of: cell), node: NodeID(raw: node))
    }
  }
}

extension GapReport {
  /// The fields of which a loss was not noticed, the worst first.
  package var table: ReportTable {
    let rows = gaps.map { field in
      ReportTable.Row(
        [
          .text("\(field.record).\(field.field)"), .number(.init(field.stated)),
          .number(.init(field.tried)),
        ]
          + Loss.allCases.map { .number(.init(field.count($0))) })
    }
    return ReportTable(
      name: "gaps",
      title: LocalizedText(
        en: "What could be lost without a word", de: "Was unbemerkt verloren gehen könnte"),
      columns: [
        .init(LocalizedText(en: "Field", de: "Feld")),
        .init(LocalizedText(en: "Stated", de: "angegeben"), .right),
        .init(LocalizedText(en: "Tried", de: "versucht"), .right),
        .init(LocalizedText(en: "Deleted", de: "gelöscht"), .right),
        .init(LocalizedText(en: "Blank", de: "leer"), .right),
        .init(LocalizedText(en: "Misspelt", de: "verschrieben"), .right),
      ], rows: rows, notes: notes)
  }

  private var notes: [LocalizedText] {
    let (fields, gaps) = (fields.count, gaps.count)
    var notes = [
      LocalizedText(
        en: "\(gaps) of \(fields) fields could be lost without a finding or a changed table; "
          + "\(tried) of \(stated) stated values tried, each deleted, blank and misspelt",
        de: "\(gaps) von \(fields) Feldern könnten ohne Befund und ohne veränderte Tabelle "
          + "verloren gehen; \(tried) von \(stated) angegebenen Werten versucht, jeder gelöscht, "
          + "leer und verschrieben")
    ]
    if !triedAll {
      notes.append(
        LocalizedText(
          en: "of each field a few values only: `--all` tries every one",
          de: "von jedem Feld nur einige Werte: `--all` versucht alle"))
    }
    if broken > 0 {
      notes.append(
        LocalizedText(
          en: "\(broken) changes would have made the file no YAML and say nothing",
          de: "\(broken) Änderungen hätten die Datei unlesbar gemacht und sagen nichts"))
    }
    return notes
  }
}
