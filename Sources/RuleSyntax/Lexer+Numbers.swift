import SourceText

extension Lexer {
  /// Reads `12`, `12.5`, `50 000`, `2027-Q3`, `2027-03` or `2027-03-31`.
  mutating func readNumber(_ start: Int, _ end: Int) -> Int {
    var index = digits(start, end)
    if index == start + 4, index + 1 < end, bytes[index] == UInt8(ascii: "-"),
      Self.isDigit(bytes[index + 1]) || bytes[index + 1] == UInt8(ascii: "Q")
    {
      return readDate(start, end)
    }
    if index - start <= 3 { index = groups(index, end) }
    if index + 1 < end, Self.isDigit(bytes[index + 1]) {
      if bytes[index] == UInt8(ascii: ".") {
        index = readFraction(start, index, end)
      } else if bytes[index] == UInt8(ascii: ",") {
        return readCommas(start, index, end)
      }
    }
    tokens.append(Token(.number, start, index))
    let letters = nameLength(index, end)
    if letters > 0 {
      var last = index
      while true {
        let length = nameLength(last, end)
        if length == 0 { break }
        last += length
      }
      let mended = text(start, index) + " " + text(index, last)
      tell(.unitWithoutSpace(written: text(start, last), mended: mended), start, last, mended)
    }
    return index
  }

  /// The end of the groups of three that follow digits, each after one space.
  private func groups(_ start: Int, _ end: Int) -> Int {
    var index = start
    while true {
      let space = spaceLength(index, end)
      guard space > 0, digits(index + space, end) == index + space + 3 else { return index }
      index += space + 3
    }
  }

  /// The length of a space, also of one that does not break.
  private func spaceLength(_ index: Int, _ end: Int) -> Int {
    guard index < end else { return 0 }
    if bytes[index] == 0x20 { return 1 }
    guard bytes[index] >= 0x80, let (scalar, length) = scalar(index, end) else { return 0 }
    return scalar.value == 0xA0 || scalar.value == 0x202F ? length : 0
  }

  /// Reads the digits after a dot; more than one dot, or a group of three, is told.
  private mutating func readFraction(_ start: Int, _ dot: Int, _ end: Int) -> Int {
    var index = digits(dot + 1, end)
    var dots = [dot]
    while index + 1 < end, bytes[index] == UInt8(ascii: "."), Self.isDigit(bytes[index + 1]) {
      dots.append(index)
      index = digits(index + 1, end)
    }
    let written = text(start, index)
    if dots.count == 2, dots[1] - dots[0] <= 3, index - dots[1] == 5, dot - start <= 2 {
      let date = isoDate(start, dots, index)
      tell(.dottedDate(written: written, mended: date), start, index, date)
    } else if dots.count > 1
      || (index - dot == 4 && bytes[start] != UInt8(ascii: "0") && dot - start <= 3)
    {
      let spaced = String(written.map { $0 == "." ? " " : $0 })
      let decimal = dots.count == 1 ? written + "0" : nil
      tell(.groupingDot(written: written, spaced: spaced, decimal: decimal), start, index)
    }
    return index
  }

  private func isoDate(_ start: Int, _ dots: [Int], _ end: Int) -> String {
    func padded(_ low: Int, _ high: Int) -> String {
      high - low == 1 ? "0" + text(low, high) : text(low, high)
    }
    return [
      text(dots[1] + 1, end), padded(dots[0] + 1, dots[1]), padded(start, dots[0]),
    ].joined(separator: "-")
  }

  /// Tells that a comma stands inside a number.
  private mutating func readCommas(_ start: Int, _ comma: Int, _ end: Int) -> Int {
    var index = comma
    while index + 1 < end, Self.isDigit(bytes[index + 1]),
      bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: ".")
    {
      index = digits(index + 1, end)
    }
    let written = text(start, index)
    let parts = written.split(separator: ",")
    let isGrouped = parts.dropFirst().allSatisfy { $0.utf8.count == 3 } && parts[0] != "0"
    let mended = parts.joined(separator: isGrouped ? " " : ".")
    tell(
      .commaInNumber(
        written: written, mended: mended, isGrouped: isGrouped,
        several: parts.joined(separator: ", ")), start, index)
    tokens.append(Token(.number, start, index))
    return index
  }

  /// Reads what begins like a date: four digits, a dash and a digit or `Q`.
  private mutating func readDate(_ start: Int, _ end: Int) -> Int {
    var index = start + 4
    while index + 1 < end, bytes[index] == UInt8(ascii: "-"), Self.isASCIINameByte(bytes[index + 1])
    {
      index += 2
      while index < end, Self.isASCIINameByte(bytes[index]) { index += 1 }
    }
    tokens.append(Token(.date, start, index))
    if isDate(start, index) { return index }
    let written = text(start, index)
    if index == start + 9, digits(start + 5, end) == index {
      let mended = text(start, start + 4) + " to " + text(start + 5, index)
      tell(.yearsWithDash(written: written, mended: mended), start, index)
    } else {
      tell(.invalidDate(written: written), start, index)
    }
    return index
  }

  private func isDate(_ start: Int, _ end: Int) -> Bool {
    if end == start + 7 {
      if bytes[start + 5] == UInt8(ascii: "Q") {
        return (UInt8(ascii: "1")...UInt8(ascii: "4")).contains(bytes[start + 6])
      }
      return digits(start + 5, end) == end
    }
    return end == start + 10 && digits(start + 5, end) == start + 7
      && digits(start + 8, end) == end
  }

  private func digits(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, Self.isDigit(bytes[index]) { index += 1 }
    return index
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
