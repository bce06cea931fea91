/// Why digits and marks are not a number that has only one reading.
enum NumberFailure: Error, Equatable {
  case notANumber
  case ambiguousGrouping
  case decimalComma(suggestion: String)
  case groupedDigits(suggestion: String)
  case unevenGroups
  case exponent
  case tooManyDigits
}

/// Reads a plain decimal number in one pass without allocation.
///
/// Groups of three digits may be set apart by a space, a no-break space (U+00A0, U+202F), a thin
/// space (U+2009) or an apostrophe (`'`, U+2019), as ISO 80000-1, 7.3.1 and Swiss usage have it.
struct NumberScan {
  private let bytes: TextBytes
  private var index = 0
  private var mantissa: UInt64 = 0
  private var overflows = false
  private var digitsInGroup = 0
  private var fractionDigits = 0
  private var groupMark: UInt8 = 0
  private var inFraction = false
  private var isNegative = false

  static func read(_ bytes: TextBytes) -> Result<Decimal, NumberFailure> {
    var scan = NumberScan(bytes: bytes)
    return scan.read()
  }

  private init(bytes: TextBytes) { self.bytes = bytes }

  private mutating func read() -> Result<Decimal, NumberFailure> {
    index = Self.signLength(bytes, 0)
    isNegative = index > 0
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte.isASCIIDigit {
        add(digit: byte &- 48)
        index += 1
      } else if byte == 44 || byte == 46 && inFraction {
        return .failure(NumberMarks.classify(bytes.slice(start, bytes.count), isNegative))
      } else if byte == 46 {
        guard digitsInGroup > 0 else { return .failure(.notANumber) }
        guard groupMark == 0 || digitsInGroup == 3 else { return .failure(.unevenGroups) }
        inFraction = true
        index += 1
      } else if let failure = readGroupMark() {
        return .failure(failure)
      }
    }
    return finish(from: start)
  }

  private mutating func add(digit: UInt8) {
    let (product, first) = mantissa.multipliedReportingOverflow(by: 10)
    let (sum, second) = product.addingReportingOverflow(UInt64(digit))
    if first || second { overflows = true }
    mantissa = sum
    if inFraction { fractionDigits += 1 } else { digitsInGroup += 1 }
  }

  private mutating func readGroupMark() -> NumberFailure? {
    let (mark, length) = Self.groupMark(bytes, index)
    guard mark != 0, !inFraction, digitsInGroup > 0 else {
      let isExponent = bytes[index] | 0x20 == 101 && (digitsInGroup > 0 || fractionDigits > 0)
      return isExponent && Self.endsAsExponent(bytes, index + 1) ? .exponent : .notANumber
    }
    let fits = groupMark == 0 ? digitsInGroup <= 3 : digitsInGroup == 3 && groupMark == mark
    guard fits else { return .unevenGroups }
    groupMark = mark
    digitsInGroup = 0
    index += length
    return nil
  }

  private func finish(from start: Int) -> Result<Decimal, NumberFailure> {
    guard digitsInGroup > 0, !inFraction || fractionDigits > 0 else {
      return .failure(.notANumber)
    }
    guard groupMark == 0 || digitsInGroup == 3 else { return .failure(.unevenGroups) }
    if fractionDigits == 3, groupMark == 0, digitsInGroup <= 3, bytes[start] != 48 {
      return .failure(.ambiguousGrouping)
    }
    var value = mantissa
    var scale = fractionDigits
    while scale > 0, value % 10 == 0 { (value, scale) = (value / 10, scale - 1) }
    guard !overflows, value < 1 << 55, scale <= 15 else { return .failure(.tooManyDigits) }
    let signed = isNegative ? -Int64(value) : Int64(value)
    return .success(Decimal(packed: signed << 8 | Int64(scale) << 4))
  }

  /// The bytes of a minus sign (`-` or U+2212) at `index`; 0 where none stands there.
  static func signLength(_ bytes: TextBytes, _ index: Int) -> Int {
    if index < bytes.count, bytes[index] == 45 { return 1 }
    return bytes.starts(at: index, 0xE2, 0x88, 0x92) ? 3 : 0
  }

  /// The kind, from 1, and the length in bytes of the mark between groups at `index`; 0 for none.
  static func groupMark(_ bytes: TextBytes, _ index: Int) -> (mark: UInt8, length: Int) {
    switch bytes[index] {
    case 32: return (1, 1)
    case 39: return (2, 1)
    case 0xC2 where bytes.starts(at: index, 0xC2, 0xA0): return (3, 2)
    case 0xE2 where bytes.starts(at: index, 0xE2, 0x80, 0xAF): return (4, 3)
    case 0xE2 where bytes.starts(at: index, 0xE2, 0x80, 0x89): return (5, 3)
    case 0xE2 where bytes.starts(at: index, 0xE2, 0x80, 0x99): return (6, 3)
    default: return (0, 0)
    }
  }

  private static func endsAsExponent(_ bytes: TextBytes, _ start: Int) -> Bool {
    var index = start
    if index < bytes.count, bytes[index] == 43 || bytes[index] == 45 { index += 1 }
    return index < bytes.count && bytes[index...].allSatisfy(\.isASCIIDigit)
  }
}

/// Says what the points and commas in a number may mean, once it is clear that it cannot be read.
enum NumberMarks {
  /// The failure of digits (without their sign) that hold a comma or several points.
  static func classify(_ bytes: TextBytes, _ isNegative: Bool) -> NumberFailure {
    guard let parts = Parts(bytes) else { return .notANumber }
    let sign = isNegative ? "-" : ""
    let last = parts.digits[parts.digits.count - 1]
    let marks = parts.marks.filter { $0 != " " }
    guard let lastMark = marks.last, !last.isEmpty, !parts.digits[0].isEmpty else {
      return .notANumber
    }
    let isSingleKind = marks.allSatisfy { $0 == lastMark }
    if marks.count == 1, parts.marks.count == 1 {
      let first = parts.digits[0]
      if last.count == 3, first.count <= 3, first.first != "0" { return .ambiguousGrouping }
      return .decimalComma(suggestion: "\(sign)\(first).\(last)")
    }
    if isSingleKind, marks.count > 1, parts.marks.count == marks.count {
      return parts.areGroups(parts.digits)
        ? .groupedDigits(suggestion: sign + parts.digits.joined()) : .notANumber
    }
    let whole = Array(parts.digits.dropLast())
    let groupMarks = parts.marks.dropLast()
    guard parts.marks.last == lastMark, Set(groupMarks).count == 1,
      groupMarks.first != lastMark, parts.areGroups(whole)
    else { return .notANumber }
    let suggestion = "\(sign)\(whole.joined()).\(last)"
    return groupMarks.first == " "
      ? .decimalComma(suggestion: suggestion) : .groupedDigits(suggestion: suggestion)
  }

  /// Runs of digits and the marks between them; every mark between groups but `.` and `,` is a space.
  private struct Parts {
    var digits: [String] = [""]
    var marks: [Character] = []

    init?(_ bytes: TextBytes) {
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        let (mark, length) = NumberScan.groupMark(bytes, index)
        if byte.isASCIIDigit {
          digits[digits.count - 1].unicodeScalars.append(Unicode.Scalar(byte))
          index += 1
          continue
        }
        guard mark != 0 || byte == 44 || byte == 46 else { return nil }
        marks.append(mark != 0 ? " " : byte == 44 ? "," : ".")
        digits.append("")
        index += max(length, 1)
      }
    }

    func areGroups(_ groups: [String]) -> Bool {
      (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
    }
  }
}
