import Diagnostics
import GeneratedPrograms
import ProgramTrials
import RuleSyntax
import Semantics
import Testing

/// The laws of three-valued judging, on generated programs.
@Suite("Laws of judging")
struct LawTests {
  private static let batches = 0..<24

  // MARK: - Less is known

  @Test("what becomes unknown never turns violated or undetermined into met")
  func monotony() {
    var compared = (now: 0, before: 0)
    for batch in Self.batches {
      let trial = GeneratedProgramTests.trial(batch)
      let outcomes = trial.outcomes()
      var random = ProgramRandom(seed: UInt64(batch))
      for _ in 0..<3 {
        if let changed = trial.tree.losingField(&random) {
          compared.now += expectNoMoreIsMet(
            trial, outcomes, trial.with(changed, former: trial.former))
        }
        // What was in the previous version may be unknown as well.
        if let changed = trial.former?.losingField(&random) {
          compared.before += expectNoMoreIsMet(
            trial, outcomes, trial.with(trial.tree, former: changed))
        }
      }
    }
    #expect(compared.now > 1000 && compared.before > 1000)
  }

  /// - Returns: how many rules were compared.
  private func expectNoMoreIsMet(
    _ trial: ProgramTrial, _ before: [[[Outcome]]], _ changed: ProgramTrial
  ) -> Int {
    let after = changed.outcomes()
    var compared = 0
    for (index, rule) in trial.program.rules.enumerated() where rule.asksForValuesOnly {
      compared += 1
      guard before[index].map(\.count) == after[index].map(\.count) else { continue }
      for (old, new) in zip(before[index].joined(), after[index].joined()) {
        #expect(
          !(new == .met && (old == .violated || old == .undetermined)),
          """
          \(trial.generated(index)?.text ?? "")
          \(trial.tree.document)\(trial.former?.document ?? "")
          \(changed.tree.document)\(changed.former?.document ?? "")
          """)
      }
    }
    return compared
  }

  // MARK: - De Morgan

  @Test("blocks say the same in the words of another")
  func deMorgan() {
    var compared = 0
    for batch in Self.batches {
      let trial = GeneratedProgramTests.trial(batch)
      let pairs = trial.rules.compactMap { rule in rule.inOtherWords.map { (rule, $0) } }
      for other in 0..<2 {
        let left = ProgramTrial(
          schemaText: trial.schemaText, rules: pairs.map(\.0), tree: trial.tree,
          former: trial.former)
        let right = ProgramTrial(
          schemaText: trial.schemaText,
          rules: pairs.map { $0.1[min(other, $0.1.count - 1)] }, tree: trial.tree,
          former: trial.former)
        guard left.program.rules.map(\.id) == right.program.rules.map(\.id) else {
          Issue.record("a rule passes in one wording only: batch \(batch)")
          continue
        }
        let (first, second) = (left.outcomes(), right.outcomes())
        for index in left.program.rules.indices {
          compared += 1
          #expect(
            first[index] == second[index],
            """
            \(left.generated(index)?.text ?? "")
            \(right.generated(index)?.text ?? "")\(trial.tree.document)
            """)
        }
      }
    }
    #expect(compared > 120)
  }

  // MARK: - Order

  @Test("the order of elements, keys and rules changes no outcome")
  func order() {
    for batch in Self.batches {
      var trial = GeneratedProgramTests.trial(batch)
      // Of two elements with one id the first counts, so there each has its own.
      let former = trial.former?.withoutRepeatedIds
      trial = trial.with(trial.tree, former: former)
      var random = ProgramRandom(seed: UInt64(batch))
      let shuffled = ProgramTrial(
        schemaText: trial.schemaText, rules: trial.rules.shuffled(using: &random),
        tree: trial.tree.shuffled(&random), former: former?.shuffled(&random))
      let (before, after) = (trial.outcomesByRule, shuffled.outcomesByRule)
      #expect(before.count > 90 && before.count == after.count)
      for (id, outcomes) in before {
        #expect(
          after[id] == outcomes,
          "\(trial.rules.first { $0.id == id }?.text ?? "")\n\(trial.tree.document)\n\(shuffled.tree.document)"
        )
      }
    }
  }
}

extension ProgramTrial {
  /// The outcomes of each rule, in an order that the order of the plan does not change.
  fileprivate var outcomesByRule: [String: [[UInt8]]] {
    let all = outcomes()
    return Dictionary(
      uniqueKeysWithValues: program.rules.indices.map { index in
        let elements = all[index].map { $0.map(\.rawValue) }
        return (
          program.rules[index].id, elements.sorted { $0.lexicographicallyPrecedes($1) }
        )
      })
  }
}

// MARK: - Other plans

extension GeneratedYAML {
  /// The plan with one stated value, drawn at random, declared open; nil where there is none.
  fileprivate func losingField(_ random: inout ProgramRandom) -> GeneratedYAML? {
    guard case .mapping(let entries) = self, !entries.isEmpty else { return nil }
    let index = random.below(entries.count)
    var changed = entries
    switch entries[index].value {
    case .list(let elements)
    where elements.contains { if case .mapping = $0 { true } else { false } }:
      let element = random.below(elements.count)
      guard let smaller = elements[element].losingField(&random) else { return nil }
      var fewer = elements
      fewer[element] = smaller
      changed[index].value = .list(fewer)
    case .mapping(let inner):
      let isState = inner.contains { $0.key == "open" || $0.key == "not-applicable" }
      guard !isState, let smaller = entries[index].value.losingField(&random) else { return nil }
      changed[index].value = smaller
    case .scalar, .list:
      guard entries[index].key != "id" else { return nil }
      changed[index].value = .mapping([Entry(key: "open", value: .scalar("later"))])
    }
    return .mapping(changed)
  }

  /// The plan without the elements of its lists whose id stands before.
  var withoutRepeatedIds: GeneratedYAML {
    guard case .mapping(let entries) = self else { return self }
    return .mapping(
      entries.map { entry in
        guard case .list(let elements) = entry.value else { return entry }
        var seen: [GeneratedYAML] = []
        return Entry(
          key: entry.key,
          value: .list(
            elements.filter { element in
              guard case .mapping(let fields) = element,
                let id = fields.first(where: { $0.key == "id" })?.value
              else { return true }
              guard !seen.contains(id) else { return false }
              seen.append(id)
              return true
            }))
      })
  }

  /// The plan with its keys in another order, and the elements of its lists.
  fileprivate func shuffled(_ random: inout ProgramRandom) -> GeneratedYAML {
    guard case .mapping(let entries) = self else { return self }
    return .mapping(
      entries.shuffled(using: &random).map { entry in
        guard case .list(let elements) = entry.value, entry.key == "teams" || entry.key == "items"
        else { return entry }
        let inner = elements.map { $0.shuffledKeys(&random) }
        return Entry(key: entry.key, value: .list(inner.shuffled(using: &random)))
      })
  }

  private func shuffledKeys(_ random: inout ProgramRandom) -> GeneratedYAML {
    switch self {
    case .scalar: self
    case .list(let values): .list(values.map { $0.shuffledKeys(&random) })
    case .mapping(let entries):
      .mapping(
        entries.map { Entry(key: $0.key, value: $0.value.shuffledKeys(&random)) }
          .shuffled(using: &random))
    }
  }
}

// MARK: - Other words

extension GeneratedRule {
  /// The rule with its one block said by the others; nil where it is of another kind.
  fileprivate var inOtherWords: [GeneratedRule]? {
    guard body.count == 1, case .block(let kind, let parts) = body[0], parts.count > 0 else {
      return nil
    }
    let opposites = parts.compactMap(\.opposite)
    guard opposites.count == parts.count else { return nil }
    let bodies: [GeneratedItem]
    switch kind {
    case .any:
      bodies = [.block(.none, [.block(.all, opposites)]), .block(.none, [.block(.none, parts)])]
    case .all: bodies = [.block(.none, [.block(.any, opposites)]), .block(.none, opposites)]
    case .none: bodies = [.block(.all, opposites), .block(.none, [.block(.any, parts)])]
    case .exactlyOne: return nil
    }
    return bodies.map { body in
      var changed = self
      changed.body = [body]
      return changed
    }
  }
}

// MARK: - What a rule asks for

extension TypedRule {
  /// Whether it asks for nothing but values: no states, nothing that other elements may hide by
  /// not being there, and no lists that do not apply while they have no entries.
  fileprivate var asksForValuesOnly: Bool {
    (scope.filter?.asksForValuesOnly ?? true)
      && clauses.allSatisfy { clause in
        guard !clause.ifStated, clause.guards.allSatisfy(\.asksForValuesOnly) else { return false }
        switch clause.requirement {
        case .judgement(let judgement): return judgement.asksForValuesOnly
        case .block(_, let parts): return parts.allSatisfy(\.asksForValuesOnly)
        }
      }
  }
}

extension Condition {
  fileprivate var asksForValuesOnly: Bool {
    switch self {
    case .judgement(let judgement): judgement.quantifier == nil && judgement.asksForValuesOnly
    case .block(_, let parts, _): parts.allSatisfy(\.asksForValuesOnly)
    }
  }
}

extension Judgement {
  fileprivate var asksForValuesOnly: Bool {
    guard subject.asksForValuesOnly, filter?.asksForValuesOnly ?? true else { return false }
    switch phrase {
    case .stated, .answered, .leftOut, .open, .inapplicable, .missing, .existing, .unique,
      .leadingBack, .changed:
      return false
    case .compared(_, let other), .measured(_, let other, _): return other.asksForValuesOnly
    case .within(let from, let to), .overlapping(let from, let to):
      return from.asksForValuesOnly && to.asksForValuesOnly
    case .oneOf, .including, .writtenLike, .mentioning, .avoiding: return true
    }
  }
}

extension Operand {
  fileprivate var asksForValuesOnly: Bool {
    switch self {
    case .path(let path), .matches(_, let path), .state(let path): path.isSteady
    case .aggregate(let aggregate):
      !aggregate.missingAsZero && (aggregate.path?.isSteady ?? false)
        && (aggregate.filter?.asksForValuesOnly ?? true)
    case .arithmetic(_, let left, let right, _):
      left.asksForValuesOnly && right.asksForValuesOnly
    case .literal, .setting, .today: true
    }
  }
}

extension Path {
  /// Whether what it leads to does not change with what other elements say.
  fileprivate var isSteady: Bool {
    steps.allSatisfy { step in
      switch step {
      case .inverse, .earlier, .later: false
      case .reference, .children, .child, .references, .parent, .all, .previous: true
      }
    }
  }
}
