import Diagnostics
import Reporting

/// A piece of HTML as a tree: texts are escaped and elements closed when it is written, so that no
/// text of a rule or plan becomes markup.
indirect enum HTML {
  case text(String)
  /// `name` and the attributes' names are of this program, never of a file.
  case element(String, [(String, String)], [HTML])
  case many([HTML])

  static func element(_ name: String, _ text: String) -> HTML { .element(name, [], [.text(text)]) }

  /// A sentence whose names in backquotes stand as code.
  static func prose(_ text: String) -> HTML {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count > 1, parts.count % 2 == 1 else { return .text(text) }
    return .many(
      parts.enumerated().map { index, part in
        index % 2 == 0 ? .text(String(part)) : .element("code", String(part))
      })
  }

  static func element(_ name: String, _ parts: [HTML]) -> HTML { .element(name, [], parts) }

  static func paragraphs(_ texts: [String]) -> HTML {
    .many(texts.map { .element("p", [.prose($0)]) })
  }

  static func list(_ items: [HTML]) -> HTML {
    .element("ul", items.map { .element("li", [$0]) })
  }

  /// Lines as they are written, in a block of their own.
  static func code(_ lines: [String]) -> HTML {
    .element("pre", [.element("code", lines.map(VisibleText.line).joined(separator: "\n"))])
  }

  /// A table with its caption, heads with their scope, and its notes below.
  static func table(
    _ table: ReportTable, _ language: Language, firstCell: (String) -> HTML = { .text($0) }
  ) -> HTML {
    let heads = table.columns.map { column in
      HTML.element("th", [("scope", "col")], [.text(column.title[language])])
    }
    let rows = table.rows.map { row in
      HTML.element(
        "tr",
        row.cells.enumerated().map { index, cell in
          let text = cell.text(language)
          let isNumber =
            index < table.columns.count && table.columns[index].alignment == .right
          if index == 0 { return .element("th", [("scope", "row")], [firstCell(text)]) }
          return .element("td", isNumber ? [("class", "number")] : [], [.text(text)])
        })
    }
    return .many([
      .element(
        "table",
        [
          .element("caption", table.title[language]), .element("thead", [.element("tr", heads)]),
          .element("tbody", rows),
        ]), .paragraphs(table.notes.map { $0[language] }),
    ])
  }

  func write(to buffer: inout ByteBuffer) {
    switch self {
    case .text(let text): buffer.append(Self.escaped(text))
    case .many(let parts): for part in parts { part.write(to: &buffer) }
    case .element(let name, let attributes, let parts):
      buffer.append("<\(name)")
      for (key, value) in attributes { buffer.append(" \(key)=\"\(Self.escaped(value))\"") }
      buffer.append(">")
      for part in parts { part.write(to: &buffer) }
      buffer.append("</\(name)>")
      if Self.endsLine.contains(name) { buffer.append("\n") }
    }
  }

  private static let endsLine: Set<String> = [
    "h1", "h2", "h3", "p", "ul", "li", "pre", "table", "caption", "thead", "tbody", "tr", "section",
    "blockquote",
  ]

  private static func escaped(_ text: String) -> String {
    var result = ""
    for (index, line) in VisibleText.lines(text).enumerated() {
      if index > 0 { result += "\n" }
      for scalar in line.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}

/// A whole page: one file that needs no network and no script, for screens light and dark and for
/// paper.
struct HTMLPage {
  var title: String
  var language: Language
  var body: HTML

  func write(to buffer: inout ByteBuffer) {
    buffer.append("<!doctype html>\n<html lang=\"\(language.rawValue)\">\n<head>\n")
    buffer.append("<meta charset=\"utf-8\">\n")
    buffer.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    HTML.element("title", title).write(to: &buffer)
    buffer.append("\n<style>\n\(Self.style)</style>\n</head>\n<body>\n<main>\n")
    body.write(to: &buffer)
    buffer.append("</main>\n</body>\n</html>\n")
  }

  private static let style = """
    :root { color-scheme: light dark; }
    body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 1rem; }
    main { max-width: 56rem; margin: 2rem auto; }
    h1, h2, h3 { line-height: 1.2; margin-top: 2rem; }
    section { border-top: 1px solid #8886; margin-top: 3rem; }
    pre { background: #8882; overflow-x: auto; padding: .6rem .8rem; }
    code { font: .9em/1.4 ui-monospace, monospace; }
    blockquote { border-left: .25rem solid #8888; margin: .5rem 0; padding-left: .8rem; }
    table { border-collapse: collapse; }
    caption { font-weight: bold; padding: .5rem 0; text-align: left; }
    th, td { border-bottom: 1px solid #8886; padding: .3rem .6rem; text-align: left; vertical-align: top; }
    tbody th { font-weight: normal; }
    td:last-child { min-width: 9rem; overflow-wrap: anywhere; }
    .number { text-align: right; }
    @page { size: A4; margin: 2cm; }
    @media print { body { font-size: 10pt; } section { break-before: page; } pre { white-space: pre-wrap; } }

    """
}
