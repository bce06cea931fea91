/// A piece of a text that could not be read, for saying what it looks like.
enum Token: Equatable {
  /// Digits with points, commas, apostrophes or groups of three after a space between them.
  case number(String)
  /// Letters, in lower case; a full stop after them is dropped.
  case word(String)
  case mark(Character)

  var text: String {
    switch self {
    case .number(let text), .word(let text): text
    case .mark(let mark): String(mark)
    }
  }

  static func split(_ text: String) -> [Token] {
    let characters = Array(text)
    var tokens: [Token] = []
    var index = 0
    while index < characters.count {
      let character = characters[index]
      let start = index
      if character.isDigit {
        index = endOfNumber(characters, from: index)
        tokens.append(.number(String(characters[start..<index])))
      } else if character.isLetter {
        while index < characters.count, characters[index].isLetter { index += 1 }
        tokens.append(.word(String(characters[start..<index]).lowercased()))
        if index < characters.count, characters[index] == "." { index += 1 }
      } else {
        if !character.isWhitespace { tokens.append(.mark(character)) }
        index += 1
      }
    }
    return tokens
  }

  private static func endOfNumber(_ characters: [Character], from start: Int) -> Int {
    var index = start
    while index < characters.count {
      let character = characters[index]
      let next = index + 1 < characters.count && characters[index + 1].isDigit
      let joins = ".,'’".contains(character) || character.isWhitespace && isGroup(characters, index)
      guard character.isDigit || next && joins else { break }
      index += 1
    }
    return index
  }

  /// Whether exactly three digits follow `index`.
  private static func isGroup(_ characters: [Character], _ index: Int) -> Bool {
    let digits = characters[(index + 1)...].prefix { $0.isDigit }
    return digits.count == 3
  }
}

extension Character {
  /// Whether it is one of `0` … `9`.
  var isDigit: Bool { isASCII && isNumber }
}
