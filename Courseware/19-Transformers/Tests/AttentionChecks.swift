import CourseKit
import GradedTests
import NDArray
import Testing
import Transformers

/// The lesson's three words: Q = K, and V.
private let q: NDArray<Double> = [[1, 0], [0, 1], [1, 1]]
private let v: NDArray<Double> = [[1, 2], [0, 1], [4, 0]]
private let dZ: NDArray<Double> = [[1, 0], [0, 1], [1, -1]]

@Suite(.graded) struct AttentionChecks {
  @Test("attention by hand: weights and results") func attentionByHand() {
    let core = ScaledDotProduct<Double>()
    let z = core.forward(q, q, v)
    let a: NDArray<Double> = [
      [0.401112, 0.197776, 0.401112], [0.197776, 0.401112, 0.401112],
      [0.248255, 0.248255, 0.503490],
    ]
    if let weights = core.weights {
      expectClose(weights, a, tolerance: 1e-6, "A = softmax(QKᵀ/√2), a row for each query")
    } else {
      Issue.record("forward must keep the weights A in `cache`")
    }
    let expected: NDArray<Double> = [[2.005560, 1], [1.802224, 0.796664], [2.262214, 0.744765]]
    expectClose(z, expected, tolerance: 1e-6, "Z = AV")
  }

  @Test("the gradients of attention by hand") func attentionGradientByHand() {
    let core = ScaledDotProduct<Double>()
    _ = core.forward(q, q, v)
    let d = core.backward(dZ)
    let dQ: NDArray<Double> = [
      [0.280475, 0.285206], [-0.0576721, -0.168285], [0.441920, 0.441920],
    ]
    let dK: NDArray<Double> = [
      [-0.727126, -0.273635], [-0.722395, -0.384248], [1.449521, 0.657883],
    ]
    let dV: NDArray<Double> = [
      [0.649367, -0.0504793], [0.446031, 0.152857], [0.904602, -0.102378],
    ]
    expectClose(d.v, dV, tolerance: 1e-6, "dV = Aᵀ dZ")
    expectClose(d.q, dQ, tolerance: 1e-6, "dQ = dS K/√d")
    expectClose(d.k, dK, tolerance: 1e-6, "dK = dSᵀ Q/√d")
  }

  @Test("under a causal mask by hand") func causalByHand() {
    let core = ScaledDotProduct<Double>()
    let mask: NDArray<Bool> = [[true, false, false], [true, true, false], [true, true, true]]
    let z = core.forward(q, q, v, mask: mask)
    let expected: NDArray<Double> = [[1, 2], [0.330238, 1.330238], [2.262214, 0.744765]]
    expectClose(
      z, expected, tolerance: 1e-6, "Z: the first word sees itself only, so its result is its value"
    )
    if let a = core.weights {
      expectClose(
        a[1], [0.330238, 0.669762, 0], tolerance: 1e-6,
        "the second row of A: the mask goes in *before* softmax, so that rows still sum to 1")
    }
    let d = core.backward(dZ)
    expectClose(d.q[0], [0, 0], "dQ of the first word, which had no choice")
    expectClose(d.q[1], [0.156399, -0.156399], tolerance: 1e-6, "dQ of the second word")
  }

  @Test("shapes: other lengths, other widths, leading axes") func attentionShapes() {
    var generator = Generator(seed: 1)
    let sizes: [([Int], Int, Int, Int, Int)] = [
      ([], 3, 5, 2, 4), ([2], 1, 4, 3, 1), ([2, 3], 4, 7, 5, 3),
    ]
    for (lead, t, s, d, e) in sizes {
      let core = ScaledDotProduct<Double>()
      let (q, k) = (
        generator.standardNormal(lead + [t, d]), generator.standardNormal(lead + [s, d])
      )
      let v = generator.standardNormal(lead + [s, e])
      let z = core.forward(q, k, v)
      expectShape(z, lead + [t, e], "Z: a row for each query, as wide as a value")
      if let a = core.weights {
        expectClose(
          a.sum(axis: -1), NDArray.ones(lead + [t]), "each query's weights sum to 1 over the keys")
      }
      let back = core.backward(z)
      expectShape(back.q, q.shape, "dQ")
      expectShape(back.k, k.shape, "dK")
      expectShape(back.v, v.shape, "dV")
    }
  }

  @Test("centred differences of attention, with and without a mask") func attentionGradients() {
    var generator = Generator(seed: 2)
    let (q, k) = (generator.standardNormal([2, 3, 4]), generator.standardNormal([2, 5, 4]))
    let v = generator.standardNormal([2, 5, 3])
    let hidden: NDArray<Bool> = [
      [true, false, true, true, false], [false, true, true, false, true],
      [true, true, false, true, true],
    ]
    let masks: [(String, NDArray<Bool>?)] = [("", nil), (", masked", hidden)]
    for (name, mask) in masks {
      let core = ScaledDotProduct<Double>()
      expectGradient(at: q, named: "dQ\(name)") {
        core.forward($0, k, v, mask: mask)
      } backward: {
        core.backward($0).q
      }
      expectGradient(at: k, named: "dK\(name)") {
        core.forward(q, $0, v, mask: mask)
      } backward: {
        core.backward($0).k
      }
      expectGradient(at: v, named: "dV\(name)") {
        core.forward(q, k, $0, mask: mask)
      } backward: {
        core.backward($0).v
      }
    }
  }

  @Test("PyTorch's scaled_dot_product_attention, masked and not") func attentionAgainstPyTorch()
    throws
  {
    for item in try AttentionReferences.load().core {
      let core = ScaledDotProduct<Double>()
      let title =
        "q \(item.q.shape), k \(item.k.shape), " + (item.mask == nil ? "no mask" : "masked")
      let z = core.forward(item.q.array, item.k.array, item.v.array, mask: item.mask?.mask)
      expectClose(z, item.z.array, "Z, \(title)")
      let d = core.backward(item.dZ.array)
      expectClose(d.q, item.dQ.array, "dQ, \(title)")
      expectClose(d.k, item.dK.array, "dK, \(title)")
      expectClose(d.v, item.dV.array, "dV, \(title)")
    }
  }

  @Test("scores of ±1000, queries that see nothing, Float") func attentionEdges() {
    let core = ScaledDotProduct<Double>()
    let far: NDArray<Double> = [[1000, 0], [-1000, 0], [0, 0]]
    let z = core.forward(far, far, v)
    expectClose(z[0], v[0], "a score of 10⁶/√2 takes all; exp must not overflow")
    expectClose(z[1], v[1], "and so in the row whose largest is another")
    expectClose(z[2], v.mean(axis: 0), "equal scores take the mean")
    let nothing: NDArray<Bool> = [
      [false, false, false], [true, false, false], [true, true, true],
    ]
    let blind = core.forward(q, q, v, mask: nothing)
    expectClose(blind[0], [0, 0], "a query that may see nothing gets zeros, and no NaN")
    let d = core.backward(dZ)
    expectClose(d.q[0], [0, 0], "and sends no gradient")
    expectClose(d.v[1], [0.248255, -0.248255], tolerance: 1e-6, "nor spoils the others'")
    let behind = core.forward(
      [[1000, 0]], [[-1000, 0], [-2000, 0], [0, 0]], v, mask: [[true, true, false]])
    expectClose(
      behind[0], v[0],
      "scores of −10⁶ that may be seen against one of 0 that may not: hidden is −∞, not some number"
    )
    let single = ScaledDotProduct<Float>()
    let z32 = single.forward(
      q.asType(Float.self), q.asType(Float.self), v.asType(Float.self), mask: nothing)
    expectClose(z32.asType(Double.self), blind, tolerance: 1e-5, "in Float")
  }

  @Test("two passes forward, two back") func attentionStates() {
    checkStates(width: 3) {
      let core = ScaledDotProduct<Double>()
      return (
        core, { core.forward($0, 2 * $0, $0 - 1) },
        {
          let d = core.backward($0)
          return d.q + 2 * d.k + d.v
        }
      )
    }
  }

  @Test("the causal mask, also for the last places") func causalMaskRules() {
    let three: NDArray<Bool> = [[true, false, false], [true, true, false], [true, true, true]]
    expectEqual(causalMask(3), three, "row i is true up to place i: a word sees itself")
    let last: NDArray<Bool> = [[true, true, true, false], [true, true, true, true]]
    expectEqual(causalMask(2, keys: 4), last, "two queries are the last two of four places")
    expectEqual(causalMask(1, keys: 3), [[true, true, true]], "the newest word sees all")
    expectEqual(causalMask(1), [[true]], "one word")
  }

  @Test("the padding mask, alone and with the causal one") func paddingMaskRules() {
    let tokens: NDArray<Int> = [[5, 3, 9], [7, 9, 9]]
    let mask = paddingMask(tokens, padding: 9)
    expectShape(mask, [2, 1, 1, 3], "(texts, 1, 1, keys) fits (texts, heads, queries, keys)")
    expectEqual(
      mask.reshaped([2, 3]), [[true, true, false], [true, false, false]], "true where a word is")
    let both = mask .& causalMask(3)
    expectShape(both, [2, 1, 3, 3], "joined with the causal mask")
    expectEqual(both[1, 0, 2], [true, false, false], "no padding and nothing later")
  }
}
