import Diagnostics
import SourceText
import TestSupport
import Testing

@testable import Model

/// What holds for every plan, tried on many.
struct PropertyTests {
  /// One block of a plan; the keys of a mapping may stand in any order.
  static let head = ["name: Plan", "stage: submitted", "currency: EUR", "lead: c3", "nme: x"]
  static let elements: [(list: String, entries: [[String]])] = [
    ("committees", [["id: c1", "name: a"], ["id: c2"], ["id: c3", "nam: b"]]),
    ("areas", [["id: F1", "owner: c1"], ["id: F2", "owner: c9"]]),
    (
      "measures",
      [
        ["id: M1", "area: F1", "cost: {amount: 5, status: draft}", "ownr: c1"],
        ["id: M2", "owner: c4", "depends-on: [M1, M9]", "due: bald"],
        ["name: ohne", "cost: {status: nix, amount: 12.000}"],
        ["id: M4", "parts: [{id: P1, depends-on: [M4]}]", "share: 5", "done: ja"],
      ]
    ),
  ]

  static func plan(_ random: inout SeededRandom) -> String {
    var blocks = head.map { $0 + "\n" }
    for (list, entries) in elements {
      var block = list + ":\n"
      for entry in entries.shuffled(using: &random) {
        for (index, key) in entry.shuffled(using: &random).enumerated() {
          block += (index == 0 ? "  - " : "    ") + key + "\n"
        }
      }
      blocks.append(block)
    }
    return blocks.shuffled(using: &random).joined()
  }

  /// A finding without its place: its message without ordinals, and the text that it points at.
  static func gist(_ finding: Finding) -> String {
    let text = finding.location.file.text(finding.location.range)
    let headline = finding.plainHeadline
    // An element without an id is known by its line, and blamed at its first key.
    return headline.contains("(line")
      ? "\(finding.code) \(finding.field ?? "")"
      : "\(headline) «\(text)» \(finding.problem.help(in: .english) ?? "")"
  }

  @Test func orderChangesNoFindingButItsPosition() {
    var random = SeededRandom(7)
    let wanted = load(Self.plan(&random)).findings.map(Self.gist).sorted()
    #expect(wanted.count > 8)
    for _ in 0..<60 {
      let text = Self.plan(&random)
      #expect(load(text).findings.map(Self.gist).sorted() == wanted, "\(text)")
    }
  }

  @Test func anyTextLoads() {
    var random = SeededRandom(11)
    var bytes = Array(Self.plan(&random).utf8)
    let original = bytes
    let pieces = [
      "{", "}", "[", "]", ": ", "- ", "\n", "  ", "*a ", "&a ", "\"", "'", "#", "|\n", ">-\n",
      "open",
      "k. A.", "\u{AD}", "\u{0}", "~", "<<: *a", "id: M1", "include: plan.yaml\n", "ü",
      "999999999999",
    ]
    for round in 0..<1500 {
      if round % 12 == 0 { bytes = original }
      let start = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, start + Int.random(in: 0...12, using: &random))
      let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
      bytes.replaceSubrange(start..<end, with: Bool.random(using: &random) ? Array(piece.utf8) : [])
      check(bytes)
    }
  }

  /// Loads the text, and asks everything that can be asked of the plan.
  private func check(_ bytes: [UInt8]) {
    let file = SourceFile(path: "plan.yaml", bytes: bytes)
    let (plan, findings) = loadPlan(
      file, schema: town, limits: Limits(), includes: resolver(["a.yaml": "name: a"]))
    for finding in findings {
      for location in [finding.location] + finding.related.map(\.location) {
        let isInside = location.range.end <= location.file.bytes.count
        #expect(isInside && plan.trees.contains { $0.file == location.file })
      }
      _ = rendered(finding, .german)
    }
    for table in plan.tables {
      for row in 0..<table.count {
        _ = plan.label(record: table.record, row: row)
        for field in table.columns.indices {
          askAll(CellReference(record: table.record, row: row, field: field), plan)
        }
      }
    }
  }

  private func askAll(_ cell: CellReference, _ plan: Plan) {
    let state = plan.state(cell)
    #expect(plan.location(of: cell).range.end <= plan.location(of: cell).file.bytes.count)
    _ = plan.text(cell)
    _ = plan.declaration(cell)
    _ = plan.money(cell)
    _ = plan.date(cell)
    _ = plan.referencedRow(cell)
    _ = plan.entries(cell).map { (plan.text($0), plan.location($0), plan.referencedRow($0)) }
    if state == .absent { _ = plan.insertionPoint(for: cell) }
    if state == .malformed { #expect(plan.reportedFinding(cell) != nil) }
  }
}
