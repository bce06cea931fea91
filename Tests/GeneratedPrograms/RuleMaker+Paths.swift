/// What a generated line speaks of.
struct GeneratedSubject {
  enum Kind {
    case value(ValueKind)
    /// A list as a whole; nil where its members are elements.
    case list(ValueKind?)
    /// A nested record, of which only the state can be told.
    case state
  }
  var text: String
  var kind: Kind
  var quantifier: String?
  var filter: String?
  /// Whether a path names it, so that its state can be asked.
  var isPath = true
  /// Whether it can be said to have changed: it is read from the plan, of an element that can be
  /// found in the previous version.
  var mayChange = false
  /// For `lead back` and `unique among`: a path of one name from the innermost element.
  var isOwn = false
}

/// A way through the schema while it is made.
struct GeneratedWay {
  var text: String
  /// The record whose fields come next.
  var record: String
  /// The record of the last list on the way; nil where there was none.
  var list: String?
  var isInOrder = true
  /// Whether a name of one of the outer frames begins the way.
  var isOwn = true
  /// Whether it leads into the previous version, or begins there.
  var isFormer = false
  /// Whether the element that it begins with can be found in the previous version.
  var mayChange = false
}

extension RuleMaker {
  /// The beginning of a path: the innermost element, an outer one, or the plan.
  private mutating func start() -> GeneratedWay {
    let inner = self.inner
    switch random.below(100) {
    case 0..<10:
      return GeneratedWay(text: "plan.", record: "plan", isOwn: false, mayChange: true)
    case 10..<25 where frames.count > 1:
      let outer = frames.dropLast().filter { $0.record != inner.record }
      guard let first = outer.first, frames.count(where: { $0.record == first.record }) == 1
      else { break }
      return GeneratedWay(
        text: first.record + ".", record: first.record, isOwn: false,
        isFormer: first.isFormer && first.record != "plan",
        mayChange: first.record == "plan" || begins(first))
    case 25..<37 where isInOrder:
      let word = random.pick(["earlier", "later"])
      return GeneratedWay(
        text: word + ".", record: inner.record, list: inner.record, isOwn: false,
        isFormer: inner.isFormer)
    default: break
    }
    return GeneratedWay(
      text: "", record: inner.record, isFormer: inner.isFormer, mayChange: begins(inner))
  }

  private func begins(_ frame: GeneratedFrame) -> Bool {
    !frame.isFormer && schema.canBeFoundAgain(frame.record)
  }

  /// Goes on from the element as it was, now and then.
  private mutating func goBack(_ way: inout GeneratedWay, _ percent: Int) {
    guard !way.isFormer, schema.canBeFoundAgain(way.record), random.chance(percent) else { return }
    // `earlier` and `later` are elements as well.
    way.text += "previous."
    way.isFormer = true
    way.isOwn = false
    way.mayChange = false
  }

  private struct Hop {
    var name: String
    var record: String
    var isList: Bool
    var isInOrder: Bool
  }

  private func hops(from record: String) -> [Hop] {
    let found = schema.record(record)
    var hops: [Hop] = []
    for field in found.fields {
      switch field.kind {
      case .value(.reference(let target, _)):
        hops.append(Hop(name: field.path, record: target, isList: false, isInOrder: true))
      case .values(.reference(let target, _), let isOrdered):
        hops.append(Hop(name: field.path, record: target, isList: true, isInOrder: isOrdered))
      case .elements(let target, let order):
        hops.append(Hop(name: field.path, record: target, isList: true, isInOrder: order != nil))
      case .element(let target):
        hops.append(Hop(name: field.path, record: target, isList: false, isInOrder: true))
      case .value, .values: break
      }
    }
    hops += found.inverses.map {
      Hop(name: $0.name, record: $0.record, isList: true, isInOrder: false)
    }
    if record == "plan" {
      hops += schema.records.compactMap { other in
        other.list.map { Hop(name: $0, record: other.name, isList: true, isInOrder: false) }
      }
    }
    return hops
  }

  /// A way of up to two steps, through a list or not as wanted.
  mutating func way(throughList: Bool) -> GeneratedWay? {
    for _ in 0..<6 {
      var way = start()
      if way.list != nil, !throughList { continue }
      goBack(&way, 14)
      let steps = throughList ? 1 + random.below(2) : random.below(10) < 6 ? 0 : 1 + random.below(2)
      for _ in 0..<steps {
        var choices = hops(from: way.record)
        if !throughList { choices = choices.filter { !$0.isList } }
        guard !choices.isEmpty else { break }
        let hop = random.pick(choices)
        way.text += hop.name + "."
        way.record = hop.record
        way.isOwn = false
        if hop.isList {
          way.list = hop.record
          way.isInOrder = way.isInOrder && hop.isInOrder
          way.mayChange = false
        }
        goBack(&way, 8)
      }
      if !throughList || way.list != nil { return way }
    }
    return nil
  }

  /// A field at the end of a way that suits; nil where there is none.
  mutating func field(
    of way: GeneratedWay, where suits: (FieldKind) -> Bool
  ) -> GeneratedField? {
    let fitting = schema.record(way.record).fields.filter { suits($0.kind) }
    return fitting.isEmpty ? nil : random.pick(fitting)
  }

  /// A path to one value of a family, without lists.
  mutating func path(of family: ValueKind) -> String? {
    for _ in 0..<6 {
      guard let way = way(throughList: false) else { continue }
      let field = field(of: way) { kind in
        if case .value(let value) = kind { return value.family == family }
        return false
      }
      if let field { return way.text + field.path }
    }
    return nil
  }

  // MARK: - Subjects

  mutating func subject(isRequirement: Bool) -> GeneratedSubject {
    let quantifiers = ["every", "at least one"] + (isRequirement ? [] : ["no"])
    for _ in 0..<8 {
      var made: GeneratedSubject?
      switch random.below(100) {
      case 0..<46: made = plain()
      case 46..<56: made = wholeList()
      case 56..<78:
        made = members()
        made?.quantifier = random.pick(quantifiers)
      case 78..<82: made = group()
      default: made = computed(quantifiers)
      }
      if let made { return made }
    }
    return GeneratedSubject(text: "plan.title", kind: .value(.text))
  }

  private mutating func plain() -> GeneratedSubject? {
    guard let way = way(throughList: false) else { return nil }
    let field = field(of: way) { if case .value = $0 { true } else { false } }
    guard let field, case .value(let kind) = field.kind else { return nil }
    return GeneratedSubject(
      text: way.text + field.path, kind: .value(kind), mayChange: way.mayChange, isOwn: way.isOwn)
  }

  private mutating func group() -> GeneratedSubject? {
    guard inner.record == "item" else { return nil }
    let hasMain = schema.record("item").fields.contains { $0.path == "main" }
    let name = random.pick(["box", "box", "detail", hasMain ? "main" : "detail"])
    guard !inner.isFormer else { return GeneratedSubject(text: name, kind: .state) }
    let isFormer = random.chance(20)
    return GeneratedSubject(
      text: (isFormer ? "previous." : "") + name, kind: .state, mayChange: !isFormer)
  }

  private mutating func wholeList() -> GeneratedSubject? {
    guard let way = way(throughList: false) else { return nil }
    let record = schema.record(way.record)
    if random.chance(35) {
      var names = record.inverses.map(\.name)
      if record.name == "plan" { names += ["teams", "items"] }
      guard !names.isEmpty else { return nil }
      return GeneratedSubject(text: way.text + random.pick(names), kind: .list(nil), isOwn: false)
    }
    let field = field(of: way) { kind in
      switch kind {
      case .values, .elements: true
      case .value, .element: false
      }
    }
    guard let field else { return nil }
    let path = way.text + field.path
    if case .values(let kind, _) = field.kind {
      return GeneratedSubject(
        text: path, kind: .list(kind), mayChange: way.mayChange, isOwn: way.isOwn)
    }
    return GeneratedSubject(
      text: path, kind: .list(nil), mayChange: way.mayChange, isOwn: false)
  }

  /// The members of a list: a field of its elements, or its entries.
  private mutating func members() -> GeneratedSubject? {
    if random.chance(25), let way = way(throughList: random.chance(20)) {
      let field = field(of: way) { if case .values = $0 { true } else { false } }
      guard let field, case .values(let kind, _) = field.kind else { return nil }
      var made = GeneratedSubject(text: way.text + field.path, kind: .value(kind))
      if case .reference(let record, _) = kind, random.chance(30) {
        made.filter = filter(over: record, isInOrder: false, isFormer: way.isFormer)
        if made.filter != nil { made.kind = .state }
      }
      return made
    }
    guard let way = way(throughList: true), let list = way.list else { return nil }
    let takesLists = random.chance(20)
    let field = field(of: way) { kind in
      if case .value = kind { return true }
      if case .values = kind { return takesLists }
      return false
    }
    guard let field else { return nil }
    var made = GeneratedSubject(text: way.text + field.path, kind: .state)
    if case .value(let kind) = field.kind { made.kind = .value(kind) }
    if case .values(let kind, _) = field.kind { made.kind = .list(kind) }
    if random.chance(35), case .value = field.kind {
      made.filter = filter(over: list, isInOrder: false, isFormer: way.isFormer)
    }
    return made
  }

  private mutating func computed(_ quantifiers: [String]) -> GeneratedSubject? {
    switch random.below(12) {
    case 0:
      guard let path = path(of: .text) else { return nil }
      let part = random.pick(["paper", "code", "date"])
      let kind: ValueKind = part == "date" ? .date : .text
      var made = GeneratedSubject(
        text: "\(part) in \(path)", kind: .list(kind), isPath: false)
      if random.chance(60) {
        made.quantifier = random.pick(quantifiers)
        made.kind = .value(kind)
      }
      return made
    case 1:
      let setting = random.pick(settings)
      return GeneratedSubject(text: setting.name, kind: .value(setting.kind), isPath: false)
    case 2, 3:
      let family = random.pick(Self.computable)
      return arithmetic(family).map {
        GeneratedSubject(text: $0, kind: .value(family), isPath: false)
      }
    default:
      return aggregate().map {
        GeneratedSubject(text: $0.text, kind: .value($0.kind), isPath: false)
      }
    }
  }

  static let computable: [ValueKind] = [.number, .percent, .money, .date]
}
