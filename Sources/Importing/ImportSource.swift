import Diagnostics
import SourceText
import YAMLSyntax

/// The kinds of file that can be imported.
package enum ImportFormat: String, CaseIterable, Sendable {
  case csv
  /// JSON, and YAML, of which it is a part.
  case json
  /// YAML, and JSON.
  case yaml
  /// An Organization list of OParl 1.1, as JSON.
  case oparl
}

/// Reads the values of a file; with an error among the findings nothing is to be imported.
package func readSource(
  _ file: SourceFile, as format: ImportFormat, limits: Limits
) -> (value: SourceValue, findings: [Finding]) {
  switch format {
  case .csv:
    let (rows, findings) = CSVReader.read(file)
    return (rows, findings)
  case .json, .yaml, .oparl:
    let (tree, findings) = composeYAML(file, limits: limits)
    guard let root = tree.root else {
      return (SourceValue(.nothing, ByteRange(at: 0)), findings)
    }
    let value = SourceValue(root, tree)
    return (format == .oparl ? organizations(value) : value, findings)
  }
}

/// The list of objects in an answer of an OParl server: a page of them stands under `data`, and a
/// file may also hold the bare list or one object.
private func organizations(_ value: SourceValue) -> SourceValue {
  switch value.content {
  case .mapping: value["data"] ?? SourceValue(.list([value]), value.range)
  case .list, .text, .nothing: value
  }
}

/// The map for an Organization list of OParl 1.1 (schema `Organization`): committees with their
/// short name as id, or else the last part of their address.
package let oparlMap = SourceFile(
  path: "oparl-map.yaml",
  text: """
    language: de
    lists:
      committees:
        fields:
          id: {from: [shortName, id], part: last}
          name: name
          short-name: {from: shortName, optional: true}
          classification: {from: [classification, organizationType], optional: true}
          start-date: {from: startDate, optional: true}
          end-date: {from: endDate, optional: true}

    """)
