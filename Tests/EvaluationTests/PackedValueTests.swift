import Model
import TestSupport
import Testing
import Values

@testable import Evaluation

/// What sweeps read of cells and packed values by themselves is what those say of whom they are.
@Suite("Packed values") struct PackedValueTests {
  @Test("cells are stated, and references unknown, as columns have it")
  func cells() {
    for bits in UInt8.min...UInt8.max {
      #expect(
        Standing.isStated(bits) == (bits & CellBits.state == CellState.stated.rawValue), "\(bits)")
    }
    #expect(Leaf.unknown == Column.unknown)
  }

  @Test("days are days")
  func days() {
    for day in [CivilCalendar.days.lowerBound, -1, 0, 1, CivilCalendar.days.upperBound] {
      let interval = DateInterval(first: day, last: day, precision: .day)
      #expect(DaySpan(day: day).isDay)
      #expect(DaySpan(day: day).interval == interval)
      #expect(DaySpan(day: day).raw == DaySpan(interval).raw)
    }
    for precision in DatePrecision.allCases where precision != .day {
      #expect(!DaySpan(DateInterval(first: 0, last: 30, precision: precision)).isDay)
    }
  }

  @Test("whole numbers that stand for decimals compare as they do")
  func decimals() throws {
    var random = SeededRandom(31)
    var scaled = 0
    for _ in 0..<20_000 {
      let values = try (0..<2).map { _ in
        let digits = Int.random(in: 0...55, using: &random)
        let mantissa = Int128(Int64.random(in: -(1 << digits)..<1 << digits, using: &random))
        return try #require(
          Decimal(mantissa: mantissa, scale: Int.random(in: 0...15, using: &random)))
      }
      let (left, right) = (
        try #require(values[0].packed(tag: 3)), try #require(values[1].packed(tag: 0))
      )
      #expect(Decimal.currency(ofPacked: left) == Decimal.tag(ofPacked: left))
      guard let (first, second) = Decimal.scaled(ofPacked: left, right) else { continue }
      scaled += 1
      #expect((first < second) == (values[0] < values[1]))
      #expect((first == second) == (values[0] == values[1]))
    }
    #expect(scaled > 10_000)
  }
}
