import Diagnostics
import Reporting
import SourceText
import Testing

@testable import Reporters

@Suite("Findings that are alike")
struct LikeFindingsTests {
  private struct Lacking: Problem {
    var code = "cost-answered"
    var number: Int
    var likeness: String? = "cost.amount"
    var element: LocalizedText? {
      LocalizedText(en: "measure M\(number)", de: "Maßnahme M\(number)")
    }

    func headline(in language: Language) -> String {
      language.pick("measure M\(number) has no cost", "Maßnahme M\(number) hat keine Kosten")
    }
  }

  private static let file = SourceFile(path: "plan.yaml", text: "name: X\n")

  private func finding(
    _ problem: Lacking, _ severity: Severity = .warning, in file: SourceFile = file
  )
    -> Finding
  {
    Finding(problem, severity: severity, at: Location(file, ByteRange(0, 4)))
  }

  private func told(_ findings: [Finding]) -> [String] {
    LikeFindings.grouped(findings).map { group in
      group.finding.problem.headline(in: .english)
        + (group.likewise(in: .english).map { " + \($0)" } ?? "")
    }
  }

  @Test("four or more are told once, with the others named; three one by one")
  func fewest() {
    let four = (1...4).map { finding(Lacking(number: $0)) }
    #expect(
      told(four) == ["measure M1 has no cost + 3 more: measure M2, measure M3, measure M4"])
    #expect(told(Array(four.dropLast())).count == 3)
    let nine = (1...9).map { finding(Lacking(number: $0)) }
    #expect(
      LikeFindings.grouped(nine)[0].likewise(in: .german)
        == "8 weitere: Maßnahme M2, Maßnahme M3, Maßnahme M4 … Maßnahme M9")
  }

  @Test("what differs in code, severity, likeness or file is not alike")
  func differences() {
    let alike = (1...4).map { finding(Lacking(number: $0)) }
    let other = SourceFile(path: "other.yaml", text: "name: Y\n")
    let different = [
      finding(Lacking(code: "owner-stated", number: 5)), finding(Lacking(number: 6), .error),
      finding(Lacking(number: 7, likeness: "cost.status")),
      finding(Lacking(number: 8, likeness: nil)), finding(Lacking(number: 9), in: other),
    ]
    let told = told(alike + different)
    #expect(told.count == 6)
    #expect(told[0].hasSuffix("3 more: measure M2, measure M3, measure M4"))
    #expect(!told.dropFirst().contains { $0.contains("more") })
  }

  @Test("the first stands where it stood, and the tally counts all")
  func order() {
    let single = finding(Lacking(code: "owner-stated", number: 0, likeness: nil))
    let findings = [single] + (1...5).map { finding(Lacking(number: $0)) }
    let report = CheckReport(plans: [], findings: findings, ledger: [], version: "1")
    var buffer = ByteBuffer()
    TerminalReporter(language: .english).write(report, to: &buffer)
    let text = buffer.text
    #expect(text.ranges(of: "warning[").count == 2)
    #expect(text.contains("= likewise: 4 more: "))
    #expect(text.contains("6 warnings"))
    var spoken = ByteBuffer()
    SpokenReporter(language: .german).write(report, to: &spoken)
    #expect(spoken.text.contains("Befund 2 von 2: Warnung"))
    #expect(spoken.text.contains("Ebenso: 4 weitere: "))
  }
}
