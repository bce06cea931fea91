/// A phrase with what follows it.
struct GeneratedPhrase {
  /// The infinitive behind `must`, and the third person of a condition; one of them may be missing.
  var requirement: String?
  var condition: String?
  /// The condition denied.
  var denied: String?
  var arguments = ""

  func words(_ isRequirement: Bool, isNegated: Bool) -> String {
    let tail = arguments.isEmpty ? "" : " " + arguments
    if isRequirement { return (isNegated ? "must not " : "must ") + (requirement ?? "") + tail }
    return (isNegated ? denied ?? condition ?? "" : condition ?? "") + tail
  }

  func isPositiveOnly(_ isRequirement: Bool) -> Bool { !isRequirement && denied == nil }

  static func being(_ words: String, _ arguments: String) -> GeneratedPhrase {
    let tail = words.isEmpty ? "" : " " + words
    return GeneratedPhrase(
      requirement: "be" + tail, condition: "is" + tail, denied: "is not" + tail,
      arguments: arguments)
  }

  static func doing(
    _ infinitive: String, _ third: String, _ arguments: String = ""
  ) -> GeneratedPhrase {
    GeneratedPhrase(
      requirement: infinitive, condition: third, denied: "does not " + infinitive,
      arguments: arguments)
  }
}

extension RuleMaker {
  mutating func phrase(_ subject: GeneratedSubject, isRequirement: Bool) -> GeneratedPhrase {
    // Lists are rarer than single values, and compared in more ways.
    let isList = if case .list = subject.kind { true } else { false }
    if subject.mayChange, subject.quantifier == nil, random.chance(isList ? 35 : 10) {
      return GeneratedPhrase(
        requirement: "change", condition: "has changed", denied: "has not changed")
    }
    switch subject.kind {
    case .state: return state(isRequirement)
    case .list(let members):
      if subject.isPath, random.chance(30) { return state(isRequirement) }
      return list(subject, members)
    case .value(let kind):
      if subject.isPath, random.chance(18) { return state(isRequirement) }
      for _ in 0..<8 {
        if let made = value(kind, subject, isRequirement: isRequirement) { return made }
      }
      return subject.isPath ? state(isRequirement) : same(kind)
    }
  }

  // MARK: - States

  private mutating func state(_ isRequirement: Bool) -> GeneratedPhrase {
    if isRequirement {
      return random.pick([
        .being("stated", ""), .being("answered", ""), GeneratedPhrase(requirement: "be left out"),
      ])
    }
    return random.pick([
      .being("stated", ""), .being("answered", ""), .being("open", ""), .being("missing", ""),
      GeneratedPhrase(condition: "does not apply", denied: "applies"),
    ])
  }

  // MARK: - Lists

  private mutating func list(
    _ subject: GeneratedSubject, _ members: ValueKind?
  ) -> GeneratedPhrase {
    if case .reference? = members, subject.isOwn, subject.quantifier == nil, random.chance(75) {
      return .doing("lead back to itself", "leads back to itself")
    }
    if let members, random.chance(50), let value = literal(members) ?? name(members) {
      return value == "today"
        ? count() : .doing("include", "includes", value)
    }
    return count()
  }

  /// An id of the plan in quotes, as rules name elements.
  private mutating func name(_ kind: ValueKind) -> String? {
    guard case .reference(let record, _) = kind else { return nil }
    return "\"\(record.prefix(1))\(random.below(3) + 1)\""
  }

  private mutating func count() -> GeneratedPhrase {
    let bound = random.chance(80) ? "\(random.below(4))" : expression(.number)
    let number = bound == "2.5" || bound == "-1" ? "1" : bound
    return measured(number, "entries")
  }

  private mutating func measured(_ number: String, _ unit: String) -> GeneratedPhrase {
    let comparison = random.pick(["at least", "at most", "exactly"])
    return GeneratedPhrase(
      requirement: "have", condition: "has", denied: "does not have",
      arguments: "\(comparison) \(number) \(unit)")
  }

  // MARK: - Values

  private mutating func same(_ kind: ValueKind) -> GeneratedPhrase {
    .being("the same as", expression(kind.family))
  }

  private mutating func value(
    _ kind: ValueKind, _ subject: GeneratedSubject, isRequirement: Bool
  ) -> GeneratedPhrase? {
    switch random.below(10) {
    case 0, 1: return oneOf(kind)
    case 2: return same(kind)
    case 3 where isRequirement && subject.isOwn && subject.quantifier == nil && depth == 0:
      return unique()
    default: break
    }
    switch kind {
    case .text, .identifier: return textual(kind, isRequirement)
    case .yesOrNo: return oneOf(kind)
    case .number, .wholeNumber, .percent, .money: return ordered(kind)
    case .choice(let index): return schema.choices[index].isOrdered ? ordered(kind) : oneOf(kind)
    case .date: return dated()
    case .reference(let record, _): return referring(record, subject)
    }
  }

  private mutating func oneOf(_ kind: ValueKind) -> GeneratedPhrase? {
    guard let first = written(kind) else { return nil }
    if random.chance(12), let setting = setting(kind.family) { return .being("", setting) }
    guard random.chance(50), let second = written(kind) else { return .being("", first) }
    return .being("one of", "\(first), \(second)")
  }

  /// A literal of a kind, or the id of an element in quotes.
  private mutating func written(_ kind: ValueKind) -> String? {
    guard let value = literal(kind) ?? name(kind) else { return nil }
    return value == "today" ? "2027-06-15" : value
  }

  private mutating func ordered(_ kind: ValueKind) -> GeneratedPhrase {
    let words = random.pick(["at least", "at most", "more than", "less than"])
    return .being(words, expression(kind.family))
  }

  private mutating func dated() -> GeneratedPhrase {
    switch random.below(6) {
    case 0: return .doing("lie within", "lies within", period())
    case 1: return .doing("overlap", "overlaps", period())
    default:
      let words = random.pick(["before", "after", "on or before", "on or after"])
      return .being(words, expression(.date))
    }
  }

  private mutating func period() -> String {
    let from = expression(.date)
    return "\(from) to \(expression(.date))"
  }

  private mutating func textual(_ kind: ValueKind, _ isRequirement: Bool) -> GeneratedPhrase? {
    switch random.below(6) {
    case 0: return .being("written like", random.pick(["paper", "code"]))
    case 1: return measured("\(random.below(4))", random.pick(["words", "characters"]))
    case 2 where kind == .text:
      return .doing(
        "mention any of", "mentions any of", random.pick(["vague", "\"zwei\", \"tun*\""]))
    case 3 where kind == .text && isRequirement:
      return GeneratedPhrase(requirement: "avoid all of", arguments: "vague")
    case 4, 5: return .doing("exist in", "exists in", target(.text))
    default: return nil
    }
  }

  /// A list of the plan or a path to look in.
  private mutating func target(_ family: ValueKind) -> String {
    if case .reference(let record, _) = family {
      return schema.record(record).list ?? "teams"
    }
    var choices = ["teams", "items", "known", "teams.id", "items.id", "items.tags"]
    for record in ["team", "item"] {
      for field in schema.record(record).fields {
        if case .value(let kind) = field.kind, kind.family == .text {
          choices.append("\(record)s.\(field.path)")
        }
      }
    }
    let list = random.pick(choices)
    let judged = inner.record
    let isOwn = list.hasPrefix(judged + "s")
    return isOwn && random.chance(50) ? list + " other than itself" : list
  }

  private mutating func referring(
    _ record: String, _ subject: GeneratedSubject
  ) -> GeneratedPhrase? {
    if random.chance(70), subject.isOwn, inner.record == record,
      subject.quantifier == nil
    {
      return .doing("lead back to itself", "leads back to itself")
    }
    return .doing(
      "exist in", "exists in", target(.reference(record, isOpen: false)))
  }

  private mutating func unique() -> GeneratedPhrase? {
    let lists: [String]
    switch inner.record {
    case "team": lists = ["teams"]
    case "item": lists = ["items"]
    case "part": lists = ["parts", "steps"]
    case "goal": lists = ["goals"]
    default: return nil
    }
    let all = random.chance(40) ? "all " : ""
    return GeneratedPhrase(
      requirement: "be unique among", arguments: all + random.pick(lists))
  }
}
