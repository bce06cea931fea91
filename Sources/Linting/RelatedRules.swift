import Model
import Reporting
import Semantics

/// Which rules look at the same statements.
struct RelatedRules {
  private let rules: [TypedRule]
  /// The fields of each rule, in one order.
  private let fields: [[Record.Place]]
  private let readers: [Record.Place: [Int]]

  /// How many are named at most.
  private static let most = 5
  /// What a field that only one rule reads would count; the more rules read it, the less it says.
  private static let weight = 100_000
  /// Two rules that share nothing but what every twentieth rule reads have little in common.
  private static let least = weight / 20

  init(_ rules: [TypedRule], _ schema: Schema) {
    self.rules = rules
    fields = rules.map { rule in
      RuleUses(rule, schema).fields.filter { place in
        let record = schema.records[place.record]
        return place.field != record.idField && place.field != record.nameField
          && record.fields[place.field].type != .group
      }.sorted { ($0.record, $0.field) < ($1.record, $1.field) }
    }
    var readers: [Record.Place: [Int]] = [:]
    for (rule, fields) in fields.enumerated() {
      for field in fields { readers[field, default: []].append(rule) }
    }
    self.readers = readers
  }

  /// The rules that share most with one of them, the nearest first.
  func related(to rule: Int) -> [RuleDescription.Related] {
    var scores: [Int: Int] = [:]
    for field in fields[rule] {
      let all = readers[field] ?? []
      for other in all where other != rule {
        scores[other, default: 0] += Self.weight / all.count
      }
    }
    return scores.filter { $0.value >= Self.least }
      .sorted { (-$0.value, rules[$0.key].id) < (-$1.value, rules[$1.key].id) }
      .prefix(Self.most)
      .map { RuleDescription.Related(id: rules[$0.key].id, title: rules[$0.key].title) }
  }
}
