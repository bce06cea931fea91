/// An element that names can be about.
struct GeneratedFrame {
  var record: String
  /// Whether it is of the previous version.
  var isFormer = false
}

/// Makes rules for a schema, directed by types: nearly all of them pass the checker.
package struct RuleMaker {
  let schema: GeneratedSchema
  package var random: ProgramRandom
  /// The elements that names can be about: the scope's frames and those of `where`.
  var frames: [GeneratedFrame] = []
  var inner: GeneratedFrame { frames[frames.count - 1] }
  /// What the rule itself declares.
  var ownSettings: [(name: String, kind: ValueKind, value: String)] = []
  var settings: [(name: String, kind: ValueKind, value: String)] { schema.settings + ownSettings }
  /// How many `where` stand around this one.
  var depth = 0

  package init(_ schema: GeneratedSchema, _ random: ProgramRandom) {
    self.schema = schema
    self.random = random
  }

  package mutating func rule(_ id: String) -> GeneratedRule {
    let (scope, records) = scope()
    let isFormer = scope.hasPrefix("each former")
    frames = records.map { GeneratedFrame(record: $0, isFormer: isFormer) }
    isInOrder = records.count == 2 && (scope.contains(" in ") || schema.ordersGoals)
    ownSettings = random.chance(12) ? [ownSetting(of: id)] : []
    let filter = random.chance(15) ? line(isRequirement: false) : nil
    let count = random.chance(80) ? 1 : 2
    let body = (0..<count).map { _ in item(depth: 0) }
    let severities = ["if unclear: note", "if open: warning"].filter { _ in random.chance(10) }
    let lines = ownSettings.map { "setting \($0.name) \(schema.type($0.kind)) \($0.value) \"Own\"" }
    return GeneratedRule(
      id: id, scope: scope, filter: filter, body: body, lines: severities + lines)
  }

  /// A setting that stands in the rule.
  private mutating func ownSetting(
    of rule: String
  ) -> (name: String, kind: ValueKind, value: String) {
    let setting = random.pick(schema.settings.filter { $0.kind.isPlain })
    return ("own-\(setting.name)-\(rule)", setting.kind, setting.value)
  }

  private mutating func scope() -> (text: String, records: [String]) {
    switch random.below(16) {
    case 0: return ("the plan", ["plan"])
    case 1, 2: return ("each team", ["team"])
    case 3: return ("each part", ["part"])
    case 4: return ("each part in parts of each item", ["item", "part"])
    case 5: return ("each part in steps of each item", ["item", "part"])
    case 6, 7: return ("each goal of each item", ["item", "goal"])
    case 8: return ("each part in parts", ["part"])
    case 9, 10:
      let records = ["item", "item", "team"] + (schema.canBeFoundAgain("goal") ? ["goal"] : [])
      let record = random.pick(records + ["detail"])
      return ("each former \(record)", [record])
    default: return ("each item", ["item"])
    }
  }

  /// Whether the innermost element may stand in an ordered list.
  var isInOrder = false

  // MARK: - The body

  private mutating func item(depth: Int) -> GeneratedItem {
    switch random.below(100) {
    case 0..<22 where depth < 2:
      let count = random.chance(75) ? 1 : 2
      let conditions = (0..<count).map { _ -> GeneratedCondition in
        random.chance(20) ? block(level: 1) : .line(line(isRequirement: false))
      }
      return .when(arranged(conditions), [item(depth: depth + 1)])
    case 22..<38:
      guard case .block(let kind, let parts) = block(level: 1) else { return item(depth: 2) }
      return .block(kind, parts)
    default:
      let line = line(isRequirement: true)
      return .line(line.text, ifStated: random.chance(22) && !line.isAboutState)
    }
  }

  /// A block behind `when` must be the last, for its conditions and the body share a column.
  private func arranged(_ conditions: [GeneratedCondition]) -> [GeneratedCondition] {
    let blocks = conditions.filter { if case .block = $0 { true } else { false } }
    let lines = conditions.filter { if case .line = $0 { true } else { false } }
    return lines + blocks.prefix(1)
  }

  private mutating func block(level: Int) -> GeneratedCondition {
    let kind = random.pick(GeneratedCondition.Block.allCases)
    let parts = (0..<random.below(3) + 1).map { _ -> GeneratedCondition in
      level < 2 && random.chance(22)
        ? block(level: level + 1) : .line(line(isRequirement: false))
    }
    return .block(kind, parts)
  }

  // MARK: - Lines

  mutating func line(isRequirement: Bool) -> GeneratedCondition.Line {
    let subject = subject(isRequirement: isRequirement)
    let phrase = phrase(subject, isRequirement: isRequirement)
    var text = subject.text
    if let quantifier = subject.quantifier { text = quantifier + " " + text }
    if let filter = subject.filter { text += " where " + filter }
    var line = GeneratedCondition.Line(
      subject: text, positive: phrase.words(isRequirement, isNegated: false),
      negative: phrase.words(isRequirement, isNegated: true), isNegated: random.chance(30),
      hasQuantifier: subject.quantifier != nil)
    if phrase.isPositiveOnly(isRequirement) { line.isNegated = false }
    return line
  }

  /// A `where` over the elements of a record.
  mutating func filter(
    over record: String, isInOrder: Bool, isFormer: Bool = false
  ) -> String? {
    guard depth < 2 else { return nil }
    let outer = (frames, self.isInOrder)
    frames.append(GeneratedFrame(record: record, isFormer: isFormer))
    self.isInOrder = isInOrder
    depth += 1
    let line = line(isRequirement: false)
    depth -= 1
    (frames, self.isInOrder) = outer
    return line.text
  }
}

extension GeneratedCondition.Line {
  /// Whether the phrase asks for a state, where `if stated` is refused.
  var isAboutState: Bool {
    ["stated", "answered", "left out"].contains { positive.hasSuffix("be \($0)") }
  }
}
