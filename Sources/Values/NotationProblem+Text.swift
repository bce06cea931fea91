import Diagnostics

extension NotationProblem {
  /// What is wrong with the pattern, in one sentence without a full stop.
  package func reason(in language: Language) -> String {
    switch self {
    case .empty:
      language.pick("the notation is empty", "die Schreibweise ist leer")
    case .unclosedQuote(let pattern, _):
      language.pick(
        "a single quote in `\(pattern)` has no partner",
        "einem einfachen Anführungszeichen in `\(pattern)` fehlt das zweite")
    case .bareCharacter(_, _, let character):
      language.pick(
        "`\(character)` stands for nothing in a notation",
        "`\(character)` steht in einer Schreibweise für nichts")
    case .nothingToRepeat(let pattern, _):
      language.pick(
        "`*` in `\(pattern)` follows neither `9` nor `A`",
        "`*` in `\(pattern)` folgt weder auf `9` noch auf `A`")
    case .tooLong(let pattern):
      language.pick(
        "`\(pattern)` has more than 64 characters", "`\(pattern)` hat mehr als 64 Zeichen")
    }
  }

  /// How to write the pattern, in one sentence.
  package func help(in language: Language) -> String {
    switch self {
    case .empty:
      language.pick(
        "write `9` for a digit and `A` for a letter, such as `\"9999/9999\"`",
        "Schreiben Sie `9` für eine Ziffer und `A` für einen Buchstaben, etwa `\"9999/9999\"`")
    case .unclosedQuote:
      language.pick(
        "close it, or write `''` for the quote itself",
        "Schließen Sie es, oder schreiben Sie `''` für das Zeichen selbst")
    case .bareCharacter(_, _, let character):
      language.pick(
        "write `'\(character)'` for the character itself, `9` for a digit, `A` for a letter",
        "Schreiben Sie `'\(character)'` für das Zeichen selbst, `9` für eine Ziffer, `A` für einen"
          + " Buchstaben")
    case .nothingToRepeat:
      language.pick(
        "write `9*` for one or more digits, `A*` for letters, `'*'` for the star itself",
        "Schreiben Sie `9*` für eine oder mehr Ziffern, `A*` für Buchstaben, `'*'` für den Stern")
    case .tooLong:
      language.pick("shorten the pattern", "Kürzen Sie das Muster")
    }
  }
}
