import Diagnostics
import RuleSyntax
import SourceText

/// Keys that every plan may have beside those of its schema.
package enum PlanKey: String, CaseIterable, Sendable {
  /// `en` or `de`.
  case language
  /// A path or a list of them; `*` stands for any part of a name.
  case include
  /// The currency of amounts without a unit; only where the schema has money.
  case currency
  /// The packs of rules that the plan is judged by.
  case packs

  /// Keys that begin so are the author's own; ratsam does not read them.
  package static let ownPrefix = "x-"
}

extension SchemaBuilder {
  /// Checks names that mean something in two places.
  mutating func checkNames() {
    checkPlanFields()
    for record in schema.records.indices { checkEnclosing(record) }
    for record in schema.records
    where record.name != "plan" && record.list == nil && record.places.isEmpty {
      report(.unreachableRecord(record.name), .warning, at: record.origin)
    }
  }

  private mutating func checkPlanFields() {
    guard let plan = schema.records.first(where: { $0.name == "plan" }) else { return }
    for index in plan.topFields {
      let field = plan.fields[index]
      for spelling in field.spellings {
        if let other = schema.records.first(where: { $0.listSpellings.contains(spelling) }) {
          report(
            .planFieldNamedLikeList(spelling, list: other.list ?? other.name), at: field.origin,
            first: other.origin)
        }
        if spelling == PlanKey.include.rawValue || spelling == PlanKey.packs.rawValue {
          report(.planFieldNamedLikeKey(spelling), at: field.origin)
        }
      }
    }
  }

  /// A name in a rule means the field of the innermost element or an element around it: not both.
  private mutating func checkEnclosing(_ record: Int) {
    var around: [Int] = []
    var next = schema.records[record].places.map(\.record)
    while let candidate = next.popLast() {
      guard !around.contains(candidate) else { continue }
      around.append(candidate)
      next += schema.records[candidate].places.map(\.record)
    }
    if around.isEmpty { return }
    let names = Set(around.map { schema.records[$0].name })
    let owner = schema.records[record]
    for field in owner.topFields where names.contains(owner.fields[field].name) {
      let name = owner.fields[field].name
      guard name != "plan" else { continue }
      report(
        .fieldNamedLikeRecord(name, record: owner.name, around: name),
        at: owner.fields[field].origin)
    }
  }
}
