import Diagnostics
import TestSupport
import Testing

@testable import Semantics

@Suite struct GalleryTests {
  @Test func messagesAreAsTheGoldenHasThem() {
    var text = ""
    for wrong in gallery {
      let checked = Checked(wrong.text)
      text += "## \(wrong.name)\n\n\(wrong.text)\n"
      text += "### en\n\(checked.rendered(.english))\n### de\n\(checked.rendered(.german))\n\n"
    }
    Golden.expect(text, equals: "gallery.txt")
  }

  /// An offered edit mends its place: no error stands there any more.
  @Test func fixesMend() {
    for wrong in gallery {
      let findings = Checked(wrong.text).findings
      for finding in findings {
        for fix in finding.fixes {
          let left = Checked(edited(wrong.text, by: fix)).findings
          let start = finding.location.range.start
          #expect(
            !left.contains { $0.severity == .error && $0.location.range.start == start },
            "\(wrong.name): \(fix.title.english)")
          #expect(left.count < findings.count, "\(wrong.name): \(fix.title.english)")
        }
      }
    }
  }

  private func edited(_ text: String, by fix: Fix) -> String {
    var bytes = Array(text.utf8)
    for edit in fix.edits.sorted(by: { $0.location.range.start > $1.location.range.start }) {
      let range = edit.location.range
      bytes.replaceSubrange(range.start..<range.end, with: Array(edit.replacement.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func nothingWrongIsLeftInTheProgram() {
    for wrong in gallery {
      let checked = Checked(wrong.text)
      let errors = checked.findings.filter { $0.severity == .error }
      guard !errors.isEmpty else {
        #expect(checked.findings.count + checked.earlier.count == 1, "\(wrong.name)")
        continue
      }
      let names =
        checked.program.rules.map(\.id) + checked.program.tables.map(\.name)
        + checked.program.reports.map(\.name)
      let isRepeated = errors.contains { $0.code == "duplicate-name" }
      #expect(names.isEmpty || isRepeated, "\(wrong.name)")
    }
  }
}
