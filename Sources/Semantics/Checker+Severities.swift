import Diagnostics
import Model
import RuleSyntax
import SourceText

/// `if broken: … in STAGE, … from STAGE on`: one severity for every stage.
extension Checker {
  mutating func severities(of rule: RuleDeclaration) -> Severities? {
    var broken: [Severity?]?
    var unclear: [Severity?]?
    var open: [Severity?]?
    var isValid = true
    for syntax in rule.severities {
      let levels = levels(syntax)
      if levels == nil { isValid = false }
      switch syntax.trigger {
      case .broken: broken = levels
      case .unclear: unclear = levels
      case .open: open = levels
      }
    }
    if !rule.severities.contains(where: { $0.trigger == .broken }),
      !isWritten("if broken", in: rule)
    {
      tell(.severity(.missingBroken(stages: stages.map(\.name))), at: rule.name.range)
    }
    guard isValid, let broken else { return nil }
    return Severities(broken: broken, unclear: unclear ?? broken, open: open)
  }

  private var stages: [Choice.Value] {
    schema.stage.map { schema.choices[$0.choice].values } ?? []
  }

  /// The severity of each stage; nil where one is missing or wrong.
  private mutating func levels(_ syntax: SeveritySyntax) -> [Severity?]? {
    let count = max(stages.count, 1)
    var levels: [Severity??] = Array(repeating: .none, count: count)
    var isValid = true
    var covered: [Int] = []
    for entry in syntax.entries {
      covered.removeAll(keepingCapacity: true)
      guard cover(entry, &covered) else {
        isValid = false
        continue
      }
      for stage in covered {
        if levels[stage] != nil {
          let name = stages.isEmpty ? "" : stages[stage].name
          tell(.severity(.repeatedStage(name)), at: entry.range)
          isValid = false
          break
        }
        levels[stage] = .some(entry.level.severity)
      }
    }
    guard isValid else { return nil }
    coverAddedStages(&levels)
    if levels.contains(where: { $0 == nil }) {
      let missing = levels.indices.filter { levels[$0] == nil }
      let names = stages.isEmpty ? [] : missing.map { stages[$0].name }
      tell(.severity(.uncoveredStages(syntax.trigger, names)), at: syntax.range)
      return nil
    }
    return levels.map { $0 ?? nil }
  }

  /// Gives a stage that an extension added, and that the rule does not name, what holds before it;
  /// outside the order what holds at the last stage.
  private func coverAddedStages(_ levels: inout [Severity??]) {
    let stages = stages
    guard stages.contains(where: \.isAdded) else { return }
    let last = stages.lastIndex { !$0.isOutsideOrder && !$0.isAdded }
    for (index, stage) in stages.enumerated() where stage.isAdded && levels[index] == nil {
      if stage.isOutsideOrder {
        if let last { levels[index] = levels[last] }
      } else if index > 0 {
        levels[index] = levels[index - 1]
      }
    }
  }

  /// Adds the stages that an entry names, as indices; false where it names one that there is not.
  private mutating func cover(_ entry: SeveritySyntax.Entry, _ covered: inout [Int]) -> Bool {
    switch entry.stages {
    case .all: covered += 0..<max(stages.count, 1)
    case .named(let names):
      for name in names {
        if let stage = stage(name) { covered.append(stage) }
      }
      return covered.count == names.count
    case .from(let name):
      guard let first = stage(name) else { return false }
      guard let choice = schema.stage.map({ schema.choices[$0.choice] }), choice.isOrdered else {
        tell(
          .severity(.unorderedStages(schema.choices[schema.stage?.choice ?? 0].name)),
          at: name.range)
        return false
      }
      let stages = stages
      for stage in first..<stages.count where stage == first || !stages[stage].isOutsideOrder {
        covered.append(stage)
      }
    }
    return true
  }

  private mutating func stage(_ name: Name) -> Int? {
    guard let stage = schema.stage else {
      tell(.severity(.noStages), at: name.range)
      return nil
    }
    if let index = names.value(name.text, of: stage.choice) { return index }
    let all = stages.map(\.name)
    let nearest = NearestNames.rank(name.text, among: all)
    tell(
      .severity(.unknownStage(name.text, nearest: nearest, all: all)), at: name.range,
      related: [related(toChoice: stage.choice)], fixes: mending(nearest, at: name.range))
    return nil
  }
}

extension SeveritySyntax.Level {
  /// The severity; nil for `off`.
  var severity: Severity? {
    switch self {
    case .error: .error
    case .warning: .warning
    case .note: .note
    case .off: nil
    }
  }
}
