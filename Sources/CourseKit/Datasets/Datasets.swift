import Foundation
import NDArray

/// The real data that come with the course; `Sources/CourseKit/Data/README.md` holds their terms.
///
/// ```swift
/// let digits = try Datasets.digits()
/// print(digits.features.shape)  // [1797, 64]
/// ```
public enum Datasets {
  private static let licence = "CC BY 4.0"

  /// 1797 handwritten digits of 8 × 8 pixels, grey from 0 (paper) to 16 (ink), 10 classes.
  ///
  /// `features.reshaped([-1, 8, 8])` are the pictures.
  public static func digits() throws(DataError) -> Dataset<Int> {
    let values = try table("digits.csv.gz").values
    return Dataset(
      features: values[.all, 0..<64], targets: values[.all, 64].asType(Int.self),
      featureNames: (0..<64).map { "pixel \($0 / 8),\($0 % 8)" },
      classNames: (0..<10).map { "\($0)" },
      summary: "handwritten digits, 8 x 8 pixels of grey 0 to 16",
      origin: "UCI Optical Recognition of Handwritten Digits, test part; \(licence)")
  }

  /// 150 irises: sepal and petal, length and width in cm, 3 species.
  public static func iris() throws(DataError) -> Dataset<Int> {
    try classes(
      "iris.csv",
      featureNames: [
        "sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)",
      ],
      summary: "irises of three species measured in centimetres",
      origin: "R. A. Fisher 1936, UCI Iris; \(licence)")
  }

  /// 569 tumours, 30 features of their cell nuclei; class 0 is malignant, class 1 benign.
  public static func breastCancer() throws(DataError) -> Dataset<Int> {
    let measures = [
      "radius", "texture", "perimeter", "area", "smoothness", "compactness", "concavity",
      "concave points", "symmetry", "fractal dimension",
    ]
    let names =
      measures.map { "mean \($0)" } + measures.map { "\($0) error" }
      + measures.map { "worst \($0)" }
    return try classes(
      "breast_cancer.csv", featureNames: names,
      summary: "breast tumours, malignant or benign, by features of their cell nuclei",
      origin: "UCI Breast Cancer Wisconsin (Diagnostic); \(licence)")
  }

  /// 178 wines of three growers, 13 chemical features.
  public static func wine() throws(DataError) -> Dataset<Int> {
    try classes(
      "wine_data.csv",
      featureNames: [
        "alcohol", "malic acid", "ash", "alcalinity of ash", "magnesium", "total phenols",
        "flavanoids", "nonflavanoid phenols", "proanthocyanins", "color intensity", "hue",
        "OD280/OD315 of diluted wines", "proline",
      ],
      summary: "wines of three growers by their chemistry", origin: "UCI Wine; \(licence)")
  }

  /// 442 people with diabetes: 10 features as measured, and a measure of the disease a year later.
  public static func diabetes() throws(DataError) -> Dataset<Double> {
    let features = try table("diabetes_data_raw.csv.gz", delimiter: " ").values
    let targets = try table("diabetes_target.csv.gz", delimiter: " ").values
    return Dataset(
      features: features, targets: targets[.all, 0],
      featureNames: [
        "age", "sex", "body mass index", "blood pressure", "total cholesterol", "LDL", "HDL",
        "cholesterol / HDL", "log of triglycerides", "glucose",
      ],
      summary: "progression of diabetes after a year by ten measurements",
      origin: "Efron, Hastie, Johnstone, Tibshirani 2004; as scikit-learn ships it, BSD 3-clause")
  }
}

extension Datasets {
  /// A file whose header holds the counts and the names of the classes.
  private static func classes(
    _ file: String, featureNames: [String], summary: String, origin: String
  ) throws(DataError) -> Dataset<Int> {
    let table = try table(file, header: .counts)
    return Dataset(
      features: table.values[.all, ..<(-1)], targets: table.values[.all, -1].asType(Int.self),
      featureNames: featureNames, classNames: table.names, summary: summary, origin: origin)
  }

  private static func table(
    _ file: String, delimiter: Character = ",", header: Table.Header = .none
  ) throws(DataError) -> Table {
    let path = Bundle.module.bundleURL.appendingPathComponent("Data/\(file)").path
    return try Table(contentsOf: path, delimiter: delimiter, header: header)
  }
}
