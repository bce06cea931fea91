/// Values that a generated line compares with.
extension RuleMaker {
  /// An expression of a family.
  mutating func expression(_ family: ValueKind) -> String {
    for _ in 0..<4 {
      var made: String?
      switch random.below(100) {
      case 0..<40: made = literal(family)
      case 40..<72: made = path(of: family)
      case 72..<80: made = setting(family)
      case 80..<90: made = arithmetic(family)
      default:
        if let found = aggregate(), found.kind.family == family { made = found.text }
      }
      if let made { return made }
    }
    return literal(family) ?? path(of: family) ?? "plan.title"
  }

  mutating func setting(_ family: ValueKind) -> String? {
    let fitting = settings.filter { $0.kind.family == family }
    return fitting.isEmpty ? nil : random.pick(fitting).name
  }

  /// A value as it is written; nil for references, which rules cannot write behind `the same as`.
  mutating func literal(_ family: ValueKind) -> String? {
    switch family {
    case .text, .identifier:
      return random.pick([
        "\"a\"", "\"t1\"", "\"A-12\"", "\"0815/2027\"", "\"Wir prüfen das\"", "\"ä\"",
      ])
    case .yesOrNo: return random.pick(["yes", "no"])
    case .number, .wholeNumber: return random.pick(["0", "1", "2", "3", "2.5", "-1"])
    case .percent: return random.pick(["0", "25 %", "50 %", "99 %"])
    case .money: return random.pick(["0", "5 EUR", "10 €", "12.50 EUR", "20 EUR", "-5 EUR"])
    case .date:
      return random.pick([
        "2027", "2027-Q2", "2027-06", "2027-03", "2027-06-15", "2027-12-31", "today", "2028",
      ])
    case .choice(let index):
      return random.pick(schema.choices[index].values + schema.choices[index].outside)
    case .reference: return nil
    }
  }

  mutating func arithmetic(_ family: ValueKind) -> String? {
    let sign = random.pick(["+", "-"])
    switch family {
    case .date:
      let duration = random.pick(["3 days", "1 month", "6 months", "1 year", "2 years", "0 days"])
      let date = random.chance(20) ? random.pick(["2027", "2027-06", "today"]) : path(of: .date)
      return date.map { "\($0) \(sign) \(duration)" }
    case .number, .money, .percent:
      guard let left = random.chance(75) ? path(of: family) : aggregate(of: family) else {
        return nil
      }
      if random.chance(30) {
        let factor = random.pick(["2", "1.5", "0", "most"])
        return random.chance(50) ? "\(left) * \(factor)" : "(\(left)) * \(factor)"
      }
      let right = random.chance(50) ? literal(family) : path(of: family)
      return right.map { "\(left) \(sign) \($0)" }
    default: return nil
    }
  }

  private mutating func aggregate(of family: ValueKind) -> String? {
    for _ in 0..<4 {
      if let found = aggregate(), found.kind.family == family { return found.text }
    }
    return nil
  }

  /// An aggregate and the kind of its value.
  mutating func aggregate() -> (text: String, kind: ValueKind)? {
    let kind = random.pick([
      "sum", "sum", "count", "count", "share", "smallest", "largest", "earliest", "latest", "first",
      "last", "first", "last",
    ])
    guard depth < 2, let way = way(throughList: random.chance(85)) else { return nil }
    if kind == "count" || kind == "share" { return counted(kind, way) }
    return valued(kind, way)
  }

  private mutating func counted(
    _ kind: String, _ way: GeneratedWay
  ) -> (text: String, kind: ValueKind)? {
    let type: ValueKind = kind == "count" ? .number : .percent
    var text = ""
    var members: String?
    if let list = way.list, random.chance(60), !way.text.hasPrefix("earlier"),
      !way.text.hasPrefix("later"), way.record == list
    {
      text = String(way.text.dropLast())
      members = list
    } else {
      let takesValues = way.list != nil && random.chance(15)
      let field = field(of: way) { kind in
        switch kind {
        case .values, .elements: true
        case .value: takesValues
        case .element: false
        }
      }
      guard let field else { return nil }
      text = way.text + field.path
      switch field.kind {
      case .elements(let record, _), .values(.reference(let record, _), _): members = record
      case .value: members = way.list
      case .values, .element: members = nil
      }
    }
    if kind == "share" || random.chance(55) {
      guard let members,
        let filter = filter(over: members, isInOrder: false, isFormer: way.isFormer)
      else {
        return kind == "share" ? nil : ("\(kind) of \(text)", type)
      }
      return ("\(kind) of \(text) where \(filter)", type)
    }
    return ("\(kind) of \(text)", type)
  }

  private mutating func valued(
    _ kind: String, _ way: GeneratedWay
  ) -> (text: String, kind: ValueKind)? {
    if (kind == "first" || kind == "last") && !way.isInOrder { return nil }
    func suits(_ value: ValueKind) -> Bool {
      switch kind {
      case "sum", "smallest", "largest": [.number, .percent, .money].contains(value.family)
      case "earliest", "latest": value == .date
      default: true
      }
    }
    let field = field(of: way) { field in
      switch field {
      case .value(let value): way.list != nil && suits(value)
      case .values(let value, let isOrdered):
        suits(value) && (isOrdered || (kind != "first" && kind != "last"))
      case .elements, .element: false
      }
    }
    guard let field else { return nil }
    let value: ValueKind
    switch field.kind {
    case .value(let found), .values(let found, _): value = found
    case .elements, .element: return nil
    }
    var text = "\(kind) of \(way.text)\(field.path)"
    if case .value = field.kind, let list = way.list, random.chance(25),
      let filter = filter(over: list, isInOrder: false, isFormer: way.isFormer)
    {
      text += " where \(filter)"
    }
    if kind == "sum", random.chance(20) { text += " counting missing as 0" }
    return (text, value)
  }
}
