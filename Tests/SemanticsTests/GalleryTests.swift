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
