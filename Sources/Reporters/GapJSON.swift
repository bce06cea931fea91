import Diagnostics
import Reporting
import SourceText
import Values

/// What `ratsam gaps` found, as JSON, described in `docs/testing-rules.md`.
package struct GapJSON {
  private let language: Language
  private let version: String

  /// `version` is the tool's.
  package init(language: Language, version: String) {
    self.language = language
    self.version = version
  }

  package func write(_ report: GapReport, to buffer: inout ByteBuffer) {
    let document: JSONValue = .object([
      .init("schemaVersion", .number(JSONReporter.schemaVersion)),
      .init("tool", ["name": "ratsam", "version": .text(version)]),
      .init("language", .text(language.rawValue)),
      .init("plan", .text(report.plan)),
      .init("stated", .number(report.stated)),
      .init("tried", .number(report.tried)),
      .init("triedAll", .truth(report.triedAll)),
      .init("broken", .number(report.broken)),
      .init("fieldsWithGaps", .number(report.gaps.count)),
      .init("fields", .array(report.fields.map(field))),
    ])
    JSONWriter.document(document, to: &buffer)
  }

  private func field(_ field: GapReport.Field) -> JSONValue {
    [
      "record": .text(field.record), "field": .text(field.field),
      "stated": .number(field.stated), "tried": .number(field.tried),
      "unnoticed": .object(
        GapReport.Loss.allCases.map { .init($0.rawValue, .number(field.count($0))) }),
      "places": .array(
        GapReport.Loss.allCases.flatMap { loss in
          (field.unnoticed[loss] ?? []).map { place(loss, $0) }
        }),
    ]
  }

  private func place(_ loss: GapReport.Loss, _ location: Location) -> JSONValue {
    let position = location.file.position(of: location.range.start)
    return [
      "loss": .text(loss.rawValue), "file": .text(location.file.path),
      "line": .number(position.line), "column": .number(position.column),
    ]
  }
}
