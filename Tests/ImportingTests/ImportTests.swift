import Diagnostics
import Linting
import Model
import SourceText
import TestSupport
import Testing
import YAMLSyntax

@testable import Importing

@Suite("Importing")
struct ImportTests {
  private static let schema = RuleSet(RuleSet.shipped).schema

  /// The plan that a table becomes, and the codes of what was told.
  private func plan(
    _ csv: String, _ fields: String, head: String = ""
  ) -> (text: String, codes: [String]) {
    let mapFile = SourceFile(
      path: "map.yaml", text: "\(head)\nlists:\n  measures:\n    fields: {\(fields)}\n")
    let (map, mapFindings) = readImportMap(mapFile, schema: Self.schema, limits: Limits())
    let file = SourceFile(path: "table.csv", text: csv)
    let (rows, findings) = readSource(file, as: .csv, limits: Limits())
    let result = importPlan(rows, of: file, map: map, of: mapFile, schema: Self.schema)
    return (result.plan, (mapFindings + findings + result.findings).map(\.code))
  }

  /// The texts of a field over all measures of a plan that was written.
  private func texts(_ plan: String, _ field: String) -> [String] {
    let tree = composeYAML(SourceFile(path: "p.yaml", text: plan), limits: Limits()).tree
    guard let root = tree.root else { return [] }
    return tree.children(root).flatMap { list in
      tree.children(list).flatMap { element in
        tree.children(element).filter { tree.key($0).map(tree.keyText) == field }.map(tree.text)
      }
    }
  }

  // MARK: - Tables

  @Test(
    "separators, quotes, line breaks, byte order mark and blank lines",
    arguments: [
      "id,name\n1,\"a, b\"\n2,c\n", "id;name\r\n1;\"a, b\"\r\n\r\n2;c",
      "\u{FEFF}id\tname\r1\ta, b\r2\tc\r",
    ])
  func tables(_ csv: String) {
    let (text, codes) = plan(csv, "id: id, name: name")
    #expect(codes == [])
    #expect(texts(text, "id") == ["1", "2"])
    #expect(texts(text, "name") == ["a, b", "c"])
  }

  @Test("a quote inside quotes, doubled or forgotten")
  func quotes() {
    let (text, codes) = plan(
      "id,name\n1,\"a \"\"b\"\" c\"\n2,\"a \"b\" c\"\n", "id: id, name: name")
    #expect(texts(text, "name") == ["a \"b\" c", "a \"b\" c"])
    #expect(codes == ["unreadable-source", "unreadable-source"])
  }

  @Test(
    "faults of a table are told",
    arguments: ["", "id,id\n1,2\n", "id,name\n1,2,3\n", "id,name\n1,\"a\n"])
  func faults(_ csv: String) {
    let file = SourceFile(path: "t.csv", text: csv)
    let findings = readSource(file, as: .csv, limits: Limits()).findings
    #expect(findings.map(\.code) == ["unreadable-source"])
    #expect(findings.allSatisfy { $0.severity == .error })
  }

  // MARK: - Values

  @Test("a text comes back as it was, whatever YAML might see in it")
  func roundTrip() {
    let odd = [
      "no", "Yes", "~", "null", "0466/2007", "1:30", "1e3", "- a", "a: b", "a #b", "#a", "&a", "*a",
      "!a", "%a", "@a",
      "`a", "'a'", "\"a\"", "{a}", "[a]", "a,b", "|", ">", "?", "- ", "Ä ö ß", "👩‍👩‍👧", "a\tb",
      "\u{85}x", "x\u{2028}y",
      "line one\nline two", "one\n\n  two", "trailing \nblank", "C:\\x", "\u{FEFF}x", "2027-03-31",
      "=a", "<<", "\u{7F}",
    ]
    let rows = odd.enumerated().map { index, text in
      "\(index),\"\(text.replacing("\"", with: "\"\""))\"\n"
    }
    let (text, codes) = plan("id,name\n" + rows.joined(), "id: id, name: name")
    #expect(codes == [])
    #expect(texts(text, "name") == odd.map { $0.trimmed })
  }

  @Test(
    "numbers are read as the map says the source writes them, and never else",
    arguments: [
      ("1.234,56", "1.234,50 EUR", "1234.50 EUR"), ("1.234,56", "€ 12", "€ 12"),
      ("1.234,56", "12.345.678 €", "12345678 €"), ("1,234.56", "1,234.5 EUR", "1234.5 EUR"),
      ("1 234,56", "1 234 567,89 EUR", "1234567.89 EUR"),
    ])
  func numbers(_ convention: String, _ source: String, _ written: String) {
    let (text, codes) = plan(
      "id;c\n1;\"\(source)\"\n", "id: id, cost.amount: c", head: "numbers: \"\(convention)\"")
    #expect(codes == [])
    #expect(text.contains("amount: \(YAMLWriter.scalar(written))\n"), "\(text)")
  }

  @Test(
    "what is not certain becomes open, with the text of the source",
    arguments: [
      "1.234 EUR", "ca. 12000 EUR", "4,55 Mio €", "12.34.567 EUR", "1.2345 EUR",
      "12000 - 15000 EUR", "siehe unten",
    ])
  func uncertain(_ source: String) {
    for head in ["", "numbers: \"1.234,56\""]
    where
      // Each of these is certain one way round.
      !(source == "1.234 EUR" && !head.isEmpty) && !(source == "1.2345 EUR" && head.isEmpty)
    {
      let (text, codes) = plan("id;c\n1;\"\(source)\"\n", "id: id, cost.amount: c", head: head)
      #expect(codes == ["import-open"])
      #expect(text.contains("amount: {open: \"in the source: “\(source)”\"}"), "\(text)")
    }
  }

  @Test(
    "dates",
    arguments: [
      ("31.12.2027", "3.4.2027", "2027-04-03"), ("12/31/2027", "3/4/2027", "2027-03-04"),
      ("31/12/2027", "3/4/2027", "2027-04-03"), ("31.12.2027", "2027-Q3", "2027-Q3"),
      ("31.12.2027", "2027-06-30T00:00:00+02:00", "2027-06-30"), ("31.12.2027", "31.2.2027", nil),
      ("31.12.2027", "Herbst 2027", nil), ("31/12/2027", "3.4.2027", nil),
    ] as [(String, String, String?)])
  func dates(_ convention: String, _ source: String, _ written: String?) {
    let (text, codes) = plan(
      "id;d\n1;\(source)\n", "id: id, start-date: d", head: "dates: \"\(convention)\"")
    #expect(codes == (written == nil ? ["import-open"] : []))
    if let written {
      #expect(text.contains("start-date: \(YAMLWriter.scalar(written))\n"), "\(text)")
    }
  }

  @Test("a choice is read whatever its capitals; another text stays and is told")
  func choices() {
    let (text, codes) = plan("id;s\n1;Geplant\n2;running\n", "id: id, status: s")
    #expect(texts(text, "status") == ["geplant", ""])
    #expect(codes == ["import-open"])
  }

  @Test("a column that no row has is a mistake, unless it may be missing")
  func columns() {
    #expect(plan("id\n1\n", "id: id, name: Titel").codes == ["import-no-column"])
    #expect(plan("id\n1\n", "id: id, name: {from: Titel, optional: true}").codes == [])
    #expect(plan("id\n1\n", "id: id, name: {from: [Titel, id]}").codes == [])
    #expect(plan("id\n1\n", "id: id, name: {from: [Titel, Name]}").codes == ["import-no-column"])
  }

  @Test("random tables and maps never crash")
  func robust() {
    var random = SeededRandom(5)
    let bytes = Array("id,;\"\n\r\tab1.äß{}[]:- ".utf8)
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        bytes.randomElement(using: &random)!
      }
      let file = SourceFile(path: "t.csv", bytes: text)
      let rows = readSource(file, as: .csv, limits: Limits()).value
      let mapFile = SourceFile(path: "m.yaml", bytes: text)
      _ = readImportMap(mapFile, schema: Self.schema, limits: Limits())
      let good = SourceFile(
        path: "g.yaml",
        text: "lists: {measures: {fields: {id: id, cost.amount: a, name: {join: [b, .]}}}}")
      let map = readImportMap(good, schema: Self.schema, limits: Limits()).map
      _ = importPlan(rows, of: file, map: map, of: good, schema: Self.schema)
    }
  }
}
