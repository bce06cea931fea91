import Reporting

/// Rule files as they are written.
extension CodeDescription {
  static let ruleText: [CodeDescription] = [
    .init(
      "tab-indentation", .rules,
      what: .init(
        en: "A tab stands in the indentation of a rule file.",
        de: "In der Einrückung einer Regeldatei steht ein Tabulator."),
      why: .init(
        en: "How wide a tab is differs between programs; what belongs under what must not.",
        de: """
          Wie breit ein Tabulator ist, ist überall anders; was worunter gehört, darf es nicht \
          sein.
          """),
      mend: .init(
        en: "Indent with spaces, two for each step.",
        de: "Rücken Sie mit Leerzeichen ein, zwei je Stufe.")),
    .init(
      "wrong-indentation", .rules,
      what: .init(
        en: "A line is indented differently than the lines beside it, or not at all.",
        de: "Eine Zeile ist anders eingerückt als die Zeilen neben ihr, oder gar nicht."),
      why: .init(
        en: "The indentation says what belongs to which rule and which condition.",
        de: "Die Einrückung sagt, was zu welcher Regel und welcher Bedingung gehört."),
      mend: .init(
        en: """
          All lines of a block begin in the same column, two spaces further than the line above \
          them.
          """,
        de: """
          Alle Zeilen eines Blocks beginnen in derselben Spalte, zwei Leerzeichen weiter als die \
          darüber.
          """)),
    .init(
      "unclosed-text", .rules,
      what: .init(
        en: "A text has no closing quote.",
        de: "Einem Text fehlt das schließende Anführungszeichen."),
      why: .init(
        en: "It would swallow the rest of the file.",
        de: "Er würde den Rest der Datei verschlucken."),
      mend: .init(
        en: "End it with `\"` on the same line; a quote inside is written `\\\"`.",
        de: "Beenden Sie ihn mit `\"` auf derselben Zeile; ein Anführungszeichen darin ist `\\\"`.")
    ),
    .init(
      "other-quotes", .rules,
      what: .init(
        en: "A text stands in other quotes than straight double ones.",
        de: "Ein Text steht in anderen als geraden doppelten Anführungszeichen."),
      why: .init(
        en: "Word processors change quotes by themselves; the language has one kind.",
        de: "Textprogramme ändern Anführungszeichen von selbst; die Sprache kennt nur eine Art."),
      mend: .init(
        en: "Write `\"…\"`.",
        de: "Schreiben Sie `\"…\"`.")),
    .init(
      "unknown-escape", .rules,
      what: .init(
        en: "A backslash in a text is followed by a sign that means nothing there.",
        de: "Hinter einem Rückstrich im Text steht ein Zeichen, das dort nichts bedeutet."),
      why: .init(
        en: "It is unclear whether the backslash itself is meant.",
        de: "Es ist unklar, ob der Rückstrich selbst gemeint ist."),
      mend: .init(
        en: "Write `\\\\` for a backslash; there are also `\\\"` and `\\n`.",
        de: "Schreiben Sie `\\\\` für einen Rückstrich; außerdem gibt es `\\\"` und `\\n`.")),
    .init(
      "invisible-character", .rules,
      what: .init(
        en: "An invisible character stands in a rule file.",
        de: "In einer Regeldatei steht ein unsichtbares Zeichen."),
      why: .init(
        en: "Two names that look alike would differ.",
        de: "Zwei Namen, die gleich aussehen, wären verschieden."),
      mend: .init(
        en: "Delete it; it often comes with copied text.",
        de: "Löschen Sie es; es kommt oft mit kopiertem Text.")),
    .init(
      "quotes-needed", .rules,
      what: .init(
        en: "A text stands without quotes.",
        de: "Ein Text steht ohne Anführungszeichen da."),
      why: .init(
        en: "Words without quotes are names of the schema or of the language.",
        de: "Wörter ohne Anführungszeichen sind Namen des Schemas oder der Sprache."),
      mend: .init(
        en: "Put it in `\"…\"`.",
        de: "Setzen Sie ihn in `\"…\"`.")),
    .init(
      "name-form", .rules,
      what: .init(
        en: "A name has an underscore or a space.",
        de: "Ein Name enthält einen Unterstrich oder ein Leerzeichen."),
      why: .init(
        en: "Names have one form, so that nobody must remember which was used where.",
        de: "Namen haben eine Form, damit sich niemand merken muss, welche wo gilt."),
      mend: .init(
        en: "Write small letters with hyphens: `end-date`.",
        de: "Schreiben Sie kleine Buchstaben mit Bindestrichen: `end-date`.")),
    .init(
      "number-form", .rules,
      what: .init(
        en: """
          A number is written in a way that can be read in two ways, or without a space before its \
          unit.
          """,
        de: """
          Eine Zahl ist so geschrieben, dass sie zwei Lesarten hat, oder ohne Leerzeichen vor der \
          Einheit.
          """),
      why: .init(
        en: "`100.000` may be a hundred or a hundred thousand; ratsam does not guess.",
        de: "`100.000` kann hundert oder hunderttausend sein; ratsam rät nicht."),
      mend: .init(
        en: "Write `100 000 EUR` for thousands and `12.5` for a decimal.",
        de: "Schreiben Sie `100 000 EUR` für Tausender und `12.5` für eine Dezimalzahl.")),
    .init(
      "date-form", .rules,
      what: .init(
        en: "A date or a period is written differently than in plans.",
        de: "Ein Datum oder Zeitraum ist anders geschrieben als in Plänen."),
      why: .init(
        en: "`01.02.2027` means another day elsewhere, and some dates no calendar has.",
        de: "`01.02.2027` meint anderswo einen anderen Tag, und manches Datum gibt es nicht."),
      mend: .init(
        en: "Write `2027`, `2027-Q3`, `2027-03` or `2027-03-31`, and a period `2027 to 2031`.",
        de: """
          Schreiben Sie `2027`, `2027-Q3`, `2027-03` oder `2027-03-31`, einen Zeitraum als `2027 \
          to 2031`.
          """)),
    .init(
      "minus-without-spaces", .rules,
      what: .init(
        en: "A hyphen between two names can be a name or a subtraction.",
        de: "Ein Strich zwischen zwei Namen kann ein Name oder eine Subtraktion sein."),
      why: .init(
        en: "`end-start` is one name; the rule would mean something else.",
        de: "`end-start` ist ein einziger Name; die Regel bedeutete etwas anderes."),
      mend: .init(
        en: "Put a space on both sides of a minus: `a - b`.",
        de: "Setzen Sie auf beide Seiten eines Minus ein Leerzeichen: `a - b`.")),
    .init(
      "unknown-declaration", .rules,
      what: .init(
        en: "A line begins with a word that begins no part of a rule file.",
        de: "Eine Zeile beginnt mit einem Wort, mit dem kein Teil einer Regeldatei beginnt."),
      why: .init(
        en: "Everything under it would be left out.",
        de: "Alles darunter bliebe außen vor."),
      mend: .init(
        en: "Take the word that the finding offers: `rule`, `table`, `record`, `choice` and so on.",
        de: "Nehmen Sie das Wort aus dem Befund: `rule`, `table`, `record`, `choice` und so weiter."
      )),
    .init(
      "unknown-word", .rules,
      what: .init(
        en: "A word is not known at this place.",
        de: "Ein Wort ist an dieser Stelle nicht bekannt."),
      why: .init(
        en: "The language has few words, and each has its places.",
        de: "Die Sprache hat wenige Wörter, und jedes hat seine Stellen."),
      mend: .init(
        en: "Take one of those that the finding lists.",
        de: "Nehmen Sie eines von denen, die der Befund nennt.")),
    .init(
      "other-language", .rules,
      what: .init(
        en: "A rule uses a word or sign of another language, such as `if`, `and`, `>` or `==`.",
        de: """
          Eine Regel verwendet ein Wort oder Zeichen einer anderen Sprache, etwa `if`, `and`, `>` \
          oder `==`.
          """),
      why: .init(
        en:
          "Rules are read aloud by people who do not program; there is one way to say each thing.",
        de: "Regeln lesen Menschen laut, die nicht programmieren; für alles gibt es eine Wendung."),
      mend: .init(
        en: """
          Write what the finding offers: `when` for conditions, `is more than` for `>`, lines for \
          `and`.
          """,
        de: """
          Schreiben Sie, was der Befund vorschlägt: `when` für Bedingungen, `is more than` für \
          `>`, Zeilen für `and`.
          """)),
    .init(
      "unexpected", .rules,
      what: .init(
        en: "Something else stands here than the language expects.",
        de: "Hier steht etwas anderes, als die Sprache erwartet."),
      why: .init(
        en: "The rest of the line cannot be read with certainty.",
        de: "Der Rest der Zeile lässt sich nicht sicher lesen."),
      mend: .init(
        en: "The finding says what can stand here.",
        de: "Der Befund sagt, was hier stehen kann.")),
    .init(
      "repeated-part", .rules,
      what: .init(
        en: "A part that can stand once stands a second time.",
        de: "Ein Teil, der einmal stehen kann, steht ein zweites Mal."),
      why: .init(
        en: "Which of the two holds cannot be told.",
        de: "Welcher der beiden gilt, ist nicht zu erkennen."),
      mend: .init(
        en: "Keep one of them, or write a second rule.",
        de: "Behalten Sie einen davon oder schreiben Sie eine zweite Regel.")),
    .init(
      "missing-body", .rules,
      what: .init(
        en: "A rule, a condition, a block or another part has nothing under it.",
        de: "Unter einer Regel, einer Bedingung, einem Block oder einem anderen Teil steht nichts."),
      why: .init(
        en: "A rule that requires nothing is never broken.",
        de: "Eine Regel, die nichts fordert, wird nie verletzt."),
      mend: .init(
        en: "Indent under it what belongs to it, such as `owner must be stated`.",
        de: "Rücken Sie darunter ein, was dazugehört, etwa `owner must be stated`.")),
    .init(
      "missing-scope", .rules,
      what: .init(
        en: "A rule or table does not say which elements it is about.",
        de: "Eine Regel oder Tabelle sagt nicht, um welche Elemente es geht."),
      why: .init(
        en: "Without them there is nothing to judge.",
        de: "Ohne sie gibt es nichts zu beurteilen."),
      mend: .init(
        en: "Write `each` and a record, such as `each measure`, or `the plan`.",
        de: "Schreiben Sie `each` und einen Satz, etwa `each measure`, oder `the plan`.")),
    .init(
      "missing-sign", .rules,
      what: .init(
        en: "A colon or a comma is missing.",
        de: "Ein Doppelpunkt oder ein Komma fehlt."),
      why: .init(
        en: "It shows where one part ends and the next begins.",
        de: "Er zeigt, wo ein Teil endet und der nächste beginnt."),
      mend: .init(
        en: "Set it where the finding points.",
        de: "Setzen Sie ihn, wo der Befund hinzeigt.")),
    .init(
      "group-in-list", .rules,
      what: .init(
        en: "A list in a schema is to hold groups or lists.",
        de: "Eine Liste im Schema soll Gruppen oder Listen enthalten."),
      why: .init(
        en: "Elements of a list need a name that rules can speak of.",
        de: "Elemente einer Liste brauchen einen Namen, von dem Regeln sprechen können."),
      mend: .init(
        en: "Declare a record for the entries and write `list of` its name.",
        de: """
          Vereinbaren Sie für die Einträge einen Satz und schreiben Sie `list of` und dessen \
          Namen.
          """)),
    .init(
      "unclosed-brace", .rules,
      what: .init(
        en: "A `{`, a `[` or a quote in an example is not closed.",
        de: "In einem Beispiel wird `{`, `[` oder ein Anführungszeichen nicht geschlossen."),
      why: .init(
        en: "The element would end somewhere in the next example.",
        de: "Das Element endete irgendwo im nächsten Beispiel."),
      mend: .init(
        en: "Close it with `}`, `]` or the same quote.",
        de: "Schließen Sie mit `}`, `]` oder demselben Anführungszeichen.")),
    .init(
      "missing-example-text", .rules,
      what: .init(
        en: "An example names an outcome and no element.",
        de: "Ein Beispiel nennt ein Ergebnis und kein Element."),
      why: .init(
        en: "Without an element there is nothing to judge.",
        de: "Ohne Element gibt es nichts zu beurteilen."),
      mend: .init(
        en: "Write it as YAML behind the words, such as `{ id: M1 }`, or indented below.",
        de: """
          Schreiben Sie es als YAML hinter die Worte, etwa `{ id: M1 }`, oder eingerückt darunter.
          """)),
    .init(
      "missing-must", .rules,
      what: .init(
        en: "A line that requires something does not say `must`.",
        de: "Eine Zeile, die etwas fordert, sagt nicht `must`."),
      why: .init(
        en: "Requirements and conditions must be told apart at a glance.",
        de: "Forderungen und Bedingungen müssen auf einen Blick zu unterscheiden sein."),
      mend: .init(
        en: "Write `must` before the phrase, such as `owner must be stated`.",
        de: "Schreiben Sie `must` vor die Wendung, etwa `owner must be stated`.")),
    .init(
      "must-in-condition", .rules,
      what: .init(
        en: "A condition says `must`.",
        de: "Eine Bedingung sagt `must`."),
      why: .init(
        en: "`when` asks how things are; only the lines under it require something.",
        de: "`when` fragt, wie es ist; erst die Zeilen darunter fordern etwas."),
      mend: .init(
        en: "Write `is`: `when cost.status is conditional`.",
        de: "Schreiben Sie `is`: `when cost.status is conditional`.")),
    .init(
      "block-in-line", .rules,
      what: .init(
        en: "Conditions stand behind `any of` on the same line.",
        de: "Hinter `any of` stehen Bedingungen in derselben Zeile."),
      why: .init(
        en: "Each alternative stands on a line of its own, so that findings can point at it.",
        de: "Jede Möglichkeit hat ihre eigene Zeile, damit Befunde auf sie zeigen können."),
      mend: .init(
        en: "End the line and indent each condition on a line under it.",
        de: """
          Beenden Sie die Zeile und rücken Sie jede Bedingung in einer eigenen Zeile darunter ein.
          """)),
    .init(
      "unknown-phrase", .rules,
      what: .init(
        en: """
          A line uses words that are no phrase of the language, or a phrase where it cannot stand.
          """,
        de: """
          Eine Zeile verwendet Worte, die keine Wendung der Sprache sind, oder eine an falscher \
          Stelle.
          """),
      why: .init(
        en: """
          The phrases are a closed list, so that each has one meaning and one sentence in every \
          language.
          """,
        de: """
          Die Wendungen sind eine geschlossene Liste; jede hat eine Bedeutung und einen Satz je \
          Sprache.
          """),
      mend: .init(
        en: "Take the phrase that the finding offers.",
        de: "Nehmen Sie die Wendung, die der Befund vorschlägt.")),
    .init(
      "no-in-requirement", .rules,
      what: .init(
        en: "A requirement begins with `no`.",
        de: "Eine Forderung beginnt mit `no`."),
      why: .init(
        en: "`no x must be y` is heard in two ways.",
        de: "`no x must be y` wird auf zwei Arten gehört."),
      mend: .init(
        en: "Write `every … must not …`.",
        de: "Schreiben Sie `every … must not …`.")),
    .init(
      "not-before-condition", .rules,
      what: .init(
        en: "`not` stands before a condition.",
        de: "`not` steht vor einer Bedingung."),
      why: .init(
        en: "It belongs to the verb, where people expect it.",
        de: "Es gehört zum Verb, wo man es erwartet."),
      mend: .init(
        en: "Write `is not …` or `does not …`.",
        de: "Schreiben Sie `is not …` oder `does not …`.")),
    .init(
      "condition-after-requirement", .rules,
      what: .init(
        en: "A condition follows a requirement.",
        de: "Eine Bedingung folgt auf eine Forderung."),
      why: .init(
        en: "It would be unclear which requirements it is for.",
        de: "Es wäre unklar, für welche Forderungen sie gilt."),
      mend: .init(
        en: "Put conditions first and indent the requirements under them.",
        de: "Setzen Sie Bedingungen zuerst und rücken Sie die Forderungen darunter ein.")),
    .init(
      "nested-too-deep", .rules,
      what: .init(
        en: "Conditions, blocks or expressions nest too deep.",
        de: "Bedingungen, Blöcke oder Ausdrücke sind zu tief verschachtelt."),
      why: .init(
        en: "Nobody follows such a rule when it is read aloud.",
        de: "Einer solchen Regel folgt beim Vorlesen niemand."),
      mend: .init(
        en: "Write two rules, or a rule of its own for a part.",
        de: "Schreiben Sie zwei Regeln oder für einen Teil eine eigene.")),
  ]
}
