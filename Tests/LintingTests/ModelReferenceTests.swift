import Diagnostics
import Foundation
import Linting
import Reporters
import TestSupport
import Testing

@Suite("The model's reference page")
struct ModelReferenceTests {
  @Test(
    "in docs is that of the shipped schema",
    arguments: [("docs/model.md", Language.english), ("docs/model.de.md", .german)])
  func current(_ path: String, _ language: Language) throws {
    var buffer = ByteBuffer()
    MarkdownPage(language: language)
      .write(RuleSet(RuleSet.shipped).schema.referencePage(), to: &buffer)
    if Golden.updates {
      try Data(buffer.bytes).write(to: Project.root.appendingPathComponent(path))
    } else {
      #expect(
        try Project.text(path) == buffer.text,
        "\(path) is not current: RATSAM_UPDATE_GOLDENS=1 writes it anew")
    }
  }

  @Test("has a row for every field and every value")
  func complete() {
    let schema = RuleSet(RuleSet.shipped).schema
    let page = schema.referencePage()
    for record in schema.records {
      let table = page.tables.first { $0.name == record.name }
      #expect(table?.rows.count == record.fields.count, "\(record.name)")
    }
    #expect(page.tables.count == schema.records.count + schema.choices.count + 1)
  }
}
