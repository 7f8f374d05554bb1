import Foundation
import Grading

/// What grading one student came to, as it is stored in `RESULTS/students/NAME.json`.
///
/// It holds verdicts and no points: points, deadlines and overrides may change without grading again.
struct GradeRecord: Codable, Equatable, Sendable {
  var student: String
  /// By the unit's folder name.
  var units: [String: Unit] = [:]

  struct Unit: Codable, Equatable, Sendable {
    /// Of what was handed in, the checks and the limits; grading again is needed when it changes.
    var fingerprint: String
    /// Why there was nothing to grade; for the student.
    var problem: String?
    /// What was taken for the solution where that was not plain; for the student.
    var remarks: [String]? = nil
    /// For the staff alone.
    var notes: [String]
    var checks: [Check]
    /// Pictures that the student handed in, in `RESULTS/figures/`.
    var figures: [String] = []
    var gradedAt: Date
    /// The time that grading took.
    var seconds: Double
  }

  struct Check: Codable, Equatable, Sendable {
    var id: String
    var isHidden: Bool
    var verdict: Verdict
  }
}
