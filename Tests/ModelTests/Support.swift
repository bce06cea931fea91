import Diagnostics
import RuleSyntax
import SourceText
import TestSupport
import Testing
import YAMLSyntax

@testable import Model

/// The schema that most tests load plans with; it has every type in every position.
let townSchema = """
  schema plan 1
    "Action plan" de "Aktionsplan"

  placeholder "k. A.", "tbd", "-"

  choice stage, in order
    draft     "Draft"     de "Entwurf"     also entwurf
    submitted "Submitted" de "Eingebracht"
  choice role, open
    hearing   "Hearing"   de "Anhörung"
    decision  "Decision"  de "Entscheidung"

  record plan
    name           text          also titel
    stage          choice stage
    period         group
      start        date, from its first day
      end          date, to its last day
    consultations  list of consultation, in order
    lead           one of committees

  record consultation "Consultation" de "Beratung"
    committee  one of committees
    role       choice role

  record committee, listed in committees "Committee" de "Gremium"
    id    identifier
    name  text

  record area, listed in areas "Field of action" de "Handlungsfeld"
    id     identifier
    owner  one of committees
    words  list of text

  record measure, listed in measures also massnahmen "Measure" de "Maßnahme"
    id          identifier
    name        text                                also titel
    area        one of areas, seen from there as measures
    owner       one of committees, else area.owner
    words       list of text, else area.words
    partner     one of committees, open
    done        yes or no
    score       number, at least 0
    count       whole number
    share       percent
    due         date
    depends-on  some of measures
    dates       list of date
    parts       list of measure
    milestones  list of milestone
    contract    contract
    cost        group                               also kosten
      amount    money, at least 0
      status    choice stage
      items     list of item
      detail    group
        note    text

  record milestone "Milestone" de "Meilenstein"
    id    identifier
    name  text
    due   date, to its last day

  record contract "Contract" de "Vertrag"
    with  text
    until date

  record item "Item" de "Posten"
    amount money
  """

func readSchema(_ text: String) -> (schema: Schema, findings: [Finding]) {
  let file = SourceFile(path: "schema.ratsam", text: text)
  let (tree, problems) = parseRuleFile(file, limits: Limits())
  let (schema, findings) = buildSchema([tree])
  return (schema, problems + findings)
}

let town: Schema = readSchema(townSchema).schema

func load(
  _ text: String, _ files: [String: String] = [:], schema: Schema = town,
  limits: Limits = Limits()
) -> (plan: Plan, findings: [Finding]) {
  loadPlan(
    SourceFile(path: "plan.yaml", text: text), schema: schema, limits: limits,
    includes: resolver(files))
}

/// Finds files in memory; `*.yaml` stands for all that end so.
func resolver(_ files: [String: String]) -> IncludeResolver {
  IncludeResolver { pattern, _ in
    if pattern.hasPrefix("..") { return .failure(.outsideDirectory) }
    if pattern == "locked.yaml" {
      return .failure(.unreadable(path: pattern, reason: "permission denied"))
    }
    let matches = files.filter { path, _ in
      pattern.first == "*" ? path.hasSuffix(pattern.dropFirst()) : path == pattern
    }
    guard !matches.isEmpty else { return .failure(.nothingMatches) }
    return .success(matches.map { SourceFile(path: $0.key, text: $0.value) })
  }
}

extension Plan {
  /// The cell of a field by its record, row and path.
  func cell(_ record: String, _ row: Int, _ path: String) -> CellReference {
    let record = schema.record(named: record)!
    return CellReference(
      record: record, row: row, field: schema.records[record].field(path: path)!)
  }

  func state(_ record: String, _ row: Int, _ path: String) -> CellState {
    state(cell(record, row, path))
  }

  func text(_ record: String, _ row: Int, _ path: String) -> String? {
    text(cell(record, row, path))
  }

  func count(_ record: String) -> Int { tables[schema.record(named: record)!].count }
}

extension [Finding] {
  var codes: [String] { map(\.code) }
  var headlines: [String] { map { $0.problem.headline(in: .english) } }
}

/// A finding as plain lines: place, headline, label, help, related places and fixes.
func rendered(_ finding: Finding, _ language: Language) -> String {
  func place(_ location: Location) -> String {
    let start = location.file.position(of: location.range.start)
    return
      "\(location.file.path):\(start.line):\(start.column) «\(location.file.text(location.range))»"
  }
  let problem = finding.problem
  var lines = ["\(finding.severity.name)[\(finding.code)]: \(problem.headline(in: language))"]
  lines.append(
    "  at \(place(finding.location))" + (problem.label(in: language).map { "  \($0)" } ?? ""))
  for related in finding.related {
    lines.append("  \(related.text[language]): \(place(related.location))")
  }
  for fact in problem.facts { lines.append("  = \(fact.name): \(fact.text[language])") }
  if let help = problem.help(in: language) { lines.append("  = help: \(help)") }
  for fix in finding.fixes {
    let edits = fix.edits.map { "\(place($0.location)) → «\($0.replacement)»" }
    lines.append("  = fix: \(fix.title[language]): \(edits.joined(separator: ", "))")
  }
  return lines.joined(separator: "\n")
}
