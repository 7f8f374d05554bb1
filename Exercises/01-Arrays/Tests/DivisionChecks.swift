import Arrays
import GradedTests
import NDArray
import Testing

@Suite(.graded) struct DivisionChecks {
  @Test("3 // 2 = 1, 9 % 4 = 1, −7 // 2 = −4, 7 % −2 = −1; by zero 0 and 0")
  func flooredIntegers() throws {
    func expect(_ a: Int, _ b: Int, _ quotient: Int, _ remainder: Int) {
      let (q, r) = flooredDivision(a, b)
      expectSame([q, r], [quotient, remainder], "\(a) // \(b) and \(a) % \(b)")
    }
    expect(3, 2, 1, 1)
    expect(9, 4, 2, 1)
    expect(-7, 2, -4, 1)
    expect(7, -2, -4, -1)
    expect(-7, -2, 3, -1)
    expect(6, -2, -3, 0)
    let references: Divisions = try reference("divisions.json")
    for row in references.integers { expect(row[0], row[1], row[2], row[3]) }
    let bytes: (UInt8, UInt8) = flooredDivision(250, 7)
    expectSame([bytes.0, bytes.1], [35, 5], "250 // 7 and 250 % 7 as UInt8")
    for a in [5, 0, -5] {
      let (q, r) = flooredDivision(a, 0)
      expectSame([q, r], [0, 0], "\(a) // 0 and \(a) % 0, as NumPy has it")
    }
    let (q, r) = flooredDivision(Int.min, -1)
    expectSame([q, r], [Int.min, 0], "the least Int // −1 wraps around, % −1 is 0")
    let small: (Int8, Int8) = flooredDivision(-128, -1)
    expectSame([small.0, small.1], [-128, 0], "the least Int8 // −1 and % −1")
    let far: (Int8, Int8) = flooredDivision(-128, 127)
    expectSame([far.0, far.1], [-2, 126], "−128 // 127 and −128 % 127 as Int8")
  }

  @Test("with fractions: −7.5 // 2 = −4, and 1 // 0.1 = 9; by zero, by infinity, NaN")
  func flooredFractions() throws {
    let (q, r) = flooredDivision(1.0, 0.1)
    expectSame(q, 9, "1 // 0.1: 0.1 is a little more than a tenth and goes into 1 nine times")
    expectClose(r, 0.09999999999999995, tolerance: 1e-16, "1 % 0.1: what is left")
    let (whole, _) = flooredDivision(651.9, 7.1)
    expectSame(whole, 91, "651.9 // 7.1: a whole number, though the division is not exact")
    let references: Divisions = try reference("divisions.json")
    for row in references.doubles {
      let (q, r) = flooredDivision(row[0], row[1])
      expectSame([q, r], [row[2], row[3]], "\(row[0]) // \(row[1]) and \(row[0]) % \(row[1])")
    }
    for row in references.floats {
      let (a, b) = (Float(row[0]), Float(row[1]))
      let (q, r) = flooredDivision(a, b)
      expectSame([q, r], [Float(row[2]), Float(row[3])], "\(a) // \(b) and \(a) % \(b) as Float")
    }
    func expect(_ a: Double, _ b: Double, _ quotient: Double, _ remainder: Double) {
      let (q, r) = flooredDivision(a, b)
      expectClose(q, quotient, "\(a) // \(b)")
      expectClose(r, remainder, "\(a) % \(b)")
    }
    let infinity = Double.infinity
    expect(1, 0, infinity, .nan)
    expect(-1, 0, -infinity, .nan)
    expect(0, 0, .nan, .nan)
    expect(5, infinity, 0, 5)
    expect(-5, infinity, -1, infinity)
    expect(5, -infinity, -1, -infinity)
    expect(.nan, 2, .nan, .nan)
    expect(infinity, 2, .nan, .nan)
  }

  @Test("quotient and remainder fit together: a = q·b + r, 0 ≤ r/b < 1")
  func divisionIdentity() {
    for a in -60...60 {
      for b in [-7, -4, -1, 1, 3, 10] {
        let (q, r) = flooredDivision(a, b)
        expectSame(q * b + r, a, "q·b + r for \(a) and \(b), with q = \(q) and r = \(r)")
        #expect(r == 0 || (r < 0) == (b < 0), "\(a) % \(b) = \(r) has not the sign of \(b)")
        #expect(abs(r) < abs(b), "\(a) % \(b) = \(r) is not less than \(b)")
        // Eighths are exact.
        let (p, s) = flooredDivision(Double(a) / 8, Double(b) / 4)
        expectSame(p * Double(b) / 4 + s, Double(a) / 8, "q·b + r for \(a)/8 and \(b)/4")
        expectSame(p, p.rounded(), "\(a)/8 // \(b)/4 is whole")
        #expect(s == 0 || (s < 0) == (b < 0), "\(a)/8 % \(b)/4 = \(s) has not the sign of \(b)")
      }
    }
  }
}

struct Divisions: Decodable {
  let integers: [[Int]]
  let doubles, floats: [[Double]]
}
