import Diagnostics

extension YAMLSyntaxProblem {
  func headline(in language: Language) -> String {
    switch self {
    case .missingColon:
      language.pick(
        "a key is expected here, and it has no colon",
        "hier wird ein Schlüssel erwartet, und er hat keinen Doppelpunkt")
    case .secondColon:
      language.pick(
        "a second `: ` in one line cannot be read",
        "ein zweites `: ` in einer Zeile lässt sich nicht lesen")
    case .unclosedQuote:
      language.pick(
        "the quote that opens here is not closed",
        "das Anführungszeichen, das hier öffnet, wird nicht geschlossen")
    case .unclosedList:
      language.pick(
        "the list that opens here is not closed, or a comma is missing in it",
        "die Liste, die hier öffnet, wird nicht geschlossen, oder in ihr fehlt ein Komma")
    case .unclosedMapping:
      language.pick(
        "the mapping that opens here is not closed, or a comma is missing in it",
        "die Zuordnung, die hier öffnet, wird nicht geschlossen, oder in ihr fehlt ein Komma")
    case .documentMarkInQuotes:
      language.pick(
        "a document mark stands inside quotes",
        "eine Dokumentmarke steht in Anführungszeichen")
    case .wrongIndentation:
      language.pick(
        "this line is indented neither like the entries before it nor like those around it",
        "diese Zeile ist weder eingerückt wie die Einträge davor noch wie die um sie herum")
    case .textBehindValue:
      language.pick(
        "the value has ended; this text behind it belongs to nothing",
        "der Wert ist zu Ende; dieser Text dahinter gehört zu nichts")
    case .tab:
      language.pick("a tab; use spaces", "ein Tabulator; Leerzeichen verwenden")
    case .unknownEscape(let character):
      language.pick("unknown escape `\\\(character)`", "unbekanntes Escape `\\\(character)`")
    case .incompleteEscape:
      language.pick(
        "the escape names no character", "das Escape bezeichnet kein Zeichen")
    case .blockHeader:
      language.pick(
        "behind `|` or `>` can only stand `-` or `+`, a digit from 1 to 9 and a comment",
        "hinter `|` oder `>` stehen nur `-` oder `+`, eine Ziffer von 1 bis 9 und ein Kommentar")
    case .reservedCharacter(let character):
      language.pick(
        "no value can start with `\(character)`", "kein Wert kann mit `\(character)` beginnen")
    case .directive:
      language.pick(
        "a line that starts with `%` is a directive, and this one cannot be read",
        "eine Zeile, die mit `%` beginnt, ist eine Direktive, und diese lässt sich nicht lesen")
    case .missingDash:
      language.pick(
        "an element of a list is expected here, and it has no dash",
        "hier wird ein Listenelement erwartet, und es hat keinen Strich")
    case .dashNotAllowed:
      language.pick("no list can start here", "hier kann keine Liste beginnen")
    case .keyNotAllowed:
      language.pick("no key can stand here", "hier kann kein Schlüssel stehen")
    case .missingValue:
      language.pick("a value is expected here", "hier wird ein Wert erwartet")
    case .anchorName:
      language.pick(
        "the name of an anchor or alias has only letters from a to z, digits, `-` and `_`",
        "der Name eines Ankers oder Alias hat nur Buchstaben von a bis z, Ziffern, `-` und `_`")
    case .tagName:
      language.pick("the tag cannot be read", "der Tag lässt sich nicht lesen")
    case .afterDocument:
      language.pick(
        "the document has ended; this belongs to nothing",
        "das Dokument ist zu Ende; dies gehört zu nichts")
    case .other(let words):
      language.pick("YAML syntax: \(words)", "YAML-Syntax: \(words)")
    }
  }

  func help(in language: Language) -> String? {
    switch self {
    case .missingColon:
      language.pick(
        "write `key: value`; a text that goes on in the next line is indented deeper than its key",
        "`Schlüssel: Wert` schreiben; ein Text, der in der nächsten Zeile weitergeht, wird tiefer "
          + "eingerückt als sein Schlüssel")
    case .secondColon:
      language.pick(
        "put the text in quotes: it contains `: `",
        "den Text in Anführungszeichen setzen: er enthält `: `")
    case .unclosedQuote:
      language.pick(
        "close it; inside single quotes write a quote as two, inside double quotes as `\\\"`",
        "schließen; in einfachen Anführungszeichen steht das Zeichen doppelt, in doppelten als `\\\"`"
      )
    case .unclosedList:
      language.pick(
        "close it with `]`, with commas between the elements",
        "mit `]` schließen, mit Kommas zwischen den Elementen")
    case .unclosedMapping:
      language.pick(
        "close it with `}`, with commas between the entries",
        "mit `}` schließen, mit Kommas zwischen den Einträgen")
    case .documentMarkInQuotes:
      language.pick(
        "close the quote before it, or indent the line",
        "das Anführungszeichen davor schließen oder die Zeile einrücken")
    case .wrongIndentation:
      language.pick(
        "give entries of one mapping or list the same number of spaces",
        "Einträgen einer Zuordnung oder Liste gleich viele Leerzeichen geben")
    case .textBehindValue, .reservedCharacter:
      language.pick(
        "put the whole text in quotes", "den ganzen Text in Anführungszeichen setzen")
    case .tab:
      language.pick(
        "replace the tab by spaces", "den Tabulator durch Leerzeichen ersetzen")
    case .unknownEscape:
      language.pick(
        "write the backslash twice, or use single quotes",
        "den Backslash verdoppeln oder einfache Anführungszeichen verwenden")
    case .incompleteEscape:
      language.pick(
        "write `\\x` with two, `\\u` with four or `\\U` with eight hexadecimal digits",
        "`\\x` mit zwei, `\\u` mit vier oder `\\U` mit acht Hexadezimalziffern schreiben")
    case .blockHeader:
      language.pick(
        "start the text in the next line, indented with spaces",
        "den Text in der nächsten Zeile beginnen, mit Leerzeichen eingerückt")
    case .directive:
      language.pick(
        "delete the line; if `%` belongs to the text, put the text in quotes",
        "die Zeile löschen; gehört `%` zum Text, den Text in Anführungszeichen setzen")
    case .missingDash:
      language.pick(
        "write `- ` before it, or indent it less", "`- ` davor schreiben oder weniger einrücken")
    case .dashNotAllowed:
      language.pick(
        "start the list in the next line; if the dash belongs to the text, put the text in quotes",
        "die Liste in der nächsten Zeile beginnen; gehört der Strich zum Text, den Text in "
          + "Anführungszeichen setzen")
    case .keyNotAllowed:
      language.pick(
        "if `?` belongs to the text, put the text in quotes",
        "gehört `?` zum Text, den Text in Anführungszeichen setzen")
    case .missingValue:
      language.pick(
        "write a value, or delete what asks for one",
        "einen Wert schreiben oder löschen, was einen verlangt")
    case .anchorName:
      language.pick(
        "if `&` or `*` belongs to the text, put the text in quotes",
        "gehört `&` oder `*` zum Text, den Text in Anführungszeichen setzen")
    case .tagName:
      language.pick(
        "if `!` belongs to the text, put the text in quotes",
        "gehört `!` zum Text, den Text in Anführungszeichen setzen")
    case .afterDocument:
      language.pick(
        "delete it, or delete the `...` before it", "löschen, oder das `...` davor löschen")
    case .other:
      nil
    }
  }
}
