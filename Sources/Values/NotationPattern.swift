/// Reads the elements of one pattern.
enum NotationPattern {
  struct Element {
    enum Kind { case digit, letter, literal(Character) }
    var kind: Kind
    var repeats = false
  }

  static func elements(of pattern: String) -> Result<[Element], NotationProblem> {
    var elements: [Element] = []
    var isQuoted = false
    var quoteAt = 0
    var canRepeat = false
    let characters = Array(pattern)
    var index = 0
    var offset = 0
    while index < characters.count {
      let character = characters[index]
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      if isQuoted, character == "'", next == "'" {
        elements.append(Element(kind: .literal("'")))
        (index, offset) = (index + 1, offset + 1)
      } else if character == "'" {
        isQuoted.toggle()
        quoteAt = offset
        canRepeat = false
      } else if isQuoted {
        elements.append(Element(kind: .literal(character)))
      } else if character == "*" {
        guard canRepeat else {
          return .failure(.nothingToRepeat(pattern: pattern, offset: offset))
        }
        elements[elements.count - 1].repeats = true
        canRepeat = false
      } else if let kind = bare(character) {
        elements.append(Element(kind: kind))
        if case .literal = kind { canRepeat = false } else { canRepeat = true }
      } else {
        return .failure(.bareCharacter(pattern: pattern, offset: offset, character))
      }
      offset += character.utf8.count
      index += 1
    }
    if isQuoted { return .failure(.unclosedQuote(pattern: pattern, offset: quoteAt)) }
    if elements.isEmpty { return .failure(.empty) }
    return elements.count > 64 ? .failure(.tooLong(pattern: pattern)) : .success(elements)
  }

  /// What a character outside quotes stands for; nil where it must be quoted.
  private static func bare(_ character: Character) -> Element.Kind? {
    switch character {
    case "9": .digit
    case "A": .letter
    default: character.isLetter || character.isNumber ? nil : .literal(character)
    }
  }
}

extension Notation {
  /// A text for each pattern that is written like it.
  package var samples: [String] {
    patterns.compactMap { pattern in
      guard case .success(let elements) = NotationPattern.elements(of: pattern) else { return nil }
      return String(
        elements.map { element in
          switch element.kind {
          case .digit: "1"
          case .letter: "A"
          case .literal(let character): character
          }
        })
    }
  }
}
