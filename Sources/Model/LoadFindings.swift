import Diagnostics
import SourceText

/// What a finding of the loader speaks of, until the elements have their names; 16 bytes.
struct Subject {
  private let packedRecord: UInt32
  private let packedRow: UInt32
  /// `UInt32.max` for none.
  private let packedField: UInt32
  private let packedList: UInt32

  /// A field; without one the element as a whole, or a top-level list of the plan by its record.
  @inline(__always)
  init(record: Int, row: Int, field: Int?, list: Int? = nil) {
    packedRecord = UInt32(truncatingIfNeeded: record)
    packedRow = UInt32(truncatingIfNeeded: row)
    packedField = field.map { UInt32(truncatingIfNeeded: $0) } ?? .max
    packedList = list.map { UInt32(truncatingIfNeeded: $0) } ?? .max
  }

  var record: Int { Int(packedRecord) }
  var row: Int { Int(packedRow) }
  var field: Int? { packedField == .max ? nil : Int(packedField) }
  var list: Int? { packedList == .max ? nil : Int(packedList) }

  var cell: CellReference? {
    field.map { CellReference(record: record, row: row, field: $0) }
  }
}

/// The findings of the loader, of each file not more than the limit one by one.
struct LoadFindings {
  private var findings: [Finding] = []
  private var subjects: [Int: Subject] = [:]
  /// How many were told of each file.
  private var told: [Int: Int] = [:]
  /// By file: the finding that counts the others, and how many there are.
  private var further: [Int: (index: Int, count: Int)] = [:]
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// Takes over what the YAML reader found.
  mutating func add(_ others: [Finding]) { findings += others }

  /// Whether problems of a file are only counted from now on.
  func isFull(_ file: Int) -> Bool { told[file, default: 0] >= limit }

  /// The number of the finding that tells the problem, or that counts it.
  mutating func add(
    _ fact: PlanFact, _ severity: Severity, at location: Location, in file: Int,
    _ subject: Subject?
  ) -> Int {
    guard !isFull(file) else {
      if let (index, count) = further[file] {
        further[file] = (index, count + 1)
        findings[index].severity = max(findings[index].severity, severity)
        return index
      }
      further[file] = (findings.count, 1)
      findings.append(
        Finding(PlanProblem(.furtherProblems(1)), severity: severity, at: location))
      return findings.count - 1
    }
    told[file, default: 0] += 1
    subjects[findings.count] = subject
    findings.append(Finding(PlanProblem(fact), severity: severity, at: location))
    return findings.count - 1
  }

  /// Adds to a finding that tells its problem; one that only counts stays as it is.
  mutating func amend(_ index: Int, related: [RelatedPlace] = [], fixes: [Fix] = []) {
    guard !further.values.contains(where: { $0.index == index }) else { return }
    findings[index].related += related
    findings[index].fixes += fixes
  }

  /// The finding of the YAML reader that lies within a range of a file.
  func index(in file: SourceFile, within range: ByteRange) -> Int? {
    findings.firstIndex {
      $0.location.file == file && range.start <= $0.location.range.start
        && $0.location.range.end <= range.end
    }
  }

  /// All findings, with the elements named as people know them.
  mutating func finish(_ plan: Plan) -> [Finding] {
    for (index, count) in further.values {
      findings[index].problem = PlanProblem(.furtherProblems(count))
    }
    for (index, subject) in subjects {
      guard var problem = findings[index].problem as? PlanProblem else { continue }
      let element = plan.label(record: subject.record, row: subject.row)
      problem.element = element
      // What is wrong with the title itself shows it anyway.
      let isTitle =
        subject.field != nil && subject.field == plan.schema.records[subject.record].nameField
      problem.titledElement =
        isTitle ? element : plan.label(record: subject.record, row: subject.row, .titled)
      problem.field =
        subject.field.map { plan.schema.records[subject.record].fields[$0].path }
        ?? subject.list.flatMap { plan.schema.records[$0].list }
      findings[index].problem = problem
      findings[index].element = element
      findings[index].field = problem.field
    }
    return findings
  }
}

extension PlanLoader {
  var source: SourceFile { trees[file].file }

  /// Reports a problem of the file that is being read.
  @discardableResult
  mutating func report(
    _ fact: PlanFact, _ severity: Severity = .error, at range: ByteRange, _ subject: Subject?
  ) -> Int {
    book.add(fact, severity, at: Location(source, range), in: file, subject)
  }

  /// Notes that a finding speaks of a cell.
  mutating func mark(_ cell: CellReference, by finding: Int) {
    let flat = shape.bases[cell.record] + cell.field
    cells[flat].states[cell.row] |= CellBits.reported
    if reported[cell] == nil { reported[cell] = finding }
  }
}
