import CourseKit
import GradedTests
import NDArray
import Networks
import Regularisation
import Testing

/// The layout of dropout.json.
private struct DropoutReferences: Decodable {
  struct Case: Decodable {
    let p: Double
    let mask, x, y, dY, dX: NDArray<Double>
  }
  let plain, channels: [Case]
}

@Suite(.graded) struct DropoutChecks {
  @Test("a mask keeps the share 1 − p, and p = 0 and p = 1 are certain") func maskShares() {
    var generator = Generator(seed: 1)
    for p in [0.1, 0.3, 0.75] {
      let mask = keepMask([50, 80], dropping: p, using: &generator)
      expectShape(mask, [50, 80], "the mask")
      let share = mask.mean()
      #expect(
        abs(share - (1 - p)) < 0.035,
        "p = \(p) is the chance to be switched OFF, so the share \(1 - p) stays; got \(share)")
      let next = keepMask([50, 80], dropping: p, using: &generator)
      #expect(next != mask, "the generator has moved on, so the next mask is another one")
      let byRow = mask.asType(Double.self).mean(axis: 1)
      #expect(byRow.max() > byRow.min(), "each element is drawn for itself, not the whole array")
    }
    #expect(keepMask([7, 3], dropping: 0, using: &generator).all(), "p = 0: everything stays")
    #expect(!keepMask([7, 3], dropping: 1, using: &generator).any(), "p = 1: nothing stays")
    expectClose(keepScale(0.25), 4.0 / 3, "the factor of what stays, 1/(1 − p) for p = 0.25")
    expectClose(keepScale(0.5), 2, "the factor for p = 0.5: the half that stays counts twice")
    expectClose(keepScale(0), 1, "the factor for p = 0")
    expectClose(
      keepScale(1), 0, "the factor for p = 1: nothing stays, and 0 · ∞ would be no number")
  }

  @Test("dropout: (1, 2, 3, 4) with the mask 1011 and p = ¼ is (1.33, 0, 4, 5.33)")
  func dropoutByHand() {
    let layer = Dropout<Double>(0.25, seed: 0)
    let y = layer.forward([[1, 2, 3, 4]], keeping: mask([[1, 0, 1, 1]]))
    expectClose(
      y, NDArray([[4.0 / 3, 0, 4, 16.0 / 3]]), "what stays is enlarged by 1/(1 − p) = 4/3")
    let dX = layer.backward([[3, 5, -6, 9]])
    expectClose(
      dX, [[4, 0, -8, 12]], "dX: the same mask and the same factor as on the way forward")
    let vanished = Dropout<Double>(1, seed: 0)
    expectClose(vanished.forward([[3, -1000]]), [[0, 0]], "p = 1: nothing passes")
    expectClose(vanished.backward([[2, 5]]), [[0, 0]], "p = 1: nothing comes back")
  }

  @Test("dropout in training: 0 or x/(1 − p), a fresh mask each time, the mean stays")
  func dropoutInTraining() {
    let layer = Dropout<Double>(0.3, seed: 2)
    let x = NDArray<Double>.full([100, 40], 7)
    let y = layer.forward(x)
    let isOff = y .== 0
    let isKept = abs(y - 10) .< 1e-12
    #expect((isOff .| isKept).all(), "every element of 7s is 0 or 7/(1 − 0.3) = 10")
    #expect(abs(isOff.mean() - 0.3) < 0.03, "a share of 0.3 is switched off, got \(isOff.mean())")
    #expect(abs(y.mean() - 7) < 0.25, "the mean of 7s stays about 7, got \(y.mean())")
    let dX = layer.backward(NDArray.ones([100, 40]))
    expectClose(dX, y / 7, "dX for dY = 1 is the mask of this very pass over 1 − p, not a new one")
    #expect(layer.forward(x) != y, "each forward pass of training draws a fresh mask")
    let twin = Dropout<Double>(0.3, seed: 2)
    #expect(twin.forward(x) == y, "the same seed gives the same masks")
    let none = Dropout<Double>(0, seed: 1)
    expectClose(none.forward(x), x, "p = 0 changes nothing")
  }

  @Test("dropout in use does nothing, forward and backward") func dropoutInUse() {
    let layer = Dropout<Double>(0.4, seed: 3)
    let x: NDArray<Double> = [[1, -2, 1000], [0.5, 3, -1000]]
    _ = layer.forward(x)
    layer.setTraining(false)
    expectClose(layer.forward(x), x, "in use the output is the input; no 1/(1 − p) either")
    expectClose(layer.backward(2 * x), 2 * x, "dX in use is dY: the mask of training is forgotten")
    layer.setTraining(true)
    let y = layer.forward(NDArray.ones([30, 20]))
    #expect((y .== 0).any(), "in training again it drops again")
    let single = Dropout<Float>(0.25, seed: 0)
    let kept = single.forward([[1, 2, 3]], keeping: mask([[0, 1, 1]]))
    expectFloat(kept, NDArray([[0, 8.0 / 3, 4]]), "dropout")
    expectFloat(single.backward([[3, 3, 6]]), [[0, 4, 8]], "dX of dropout")
  }

  @Test("dropout belongs to its last forward pass") func dropoutStates() {
    func keep(_ x: NDArray<Double>) -> NDArray<Bool> { (x .< 0.8) .& (x .> -1.5) }
    checkStates(shape: [3]) {
      Dropout<Double>(0.3, seed: 4)
    } pass: { layer, x in
      layer.forward(x, keeping: keep(x))
    }
    checkStates(shape: [3, 2, 2]) {
      Dropout2d<Double>(0.3, seed: 4)
    } pass: { layer, x in
      layer.forward(x, keeping: keep(x.sum(axes: [2, 3])))
    }
    checkStates(shape: [3]) {
      DropConnect<Double>(weight: [[1, 2], [3, 4], [5, -6]], bias: [1, -1], p: 0.3, seed: 4)
    } pass: { layer, x in
      layer.forward(x, keeping: mask([[1, 0], [0, 1], [1, 1]]))
    }
  }

  @Test("the mean over all masks is the network in use: an ensemble in one") func ensembleOfMasks()
  {
    let p = 0.25
    let x: NDArray<Double> = [[2, -1, 5]]
    let dropout = Dropout<Double>(p, seed: 0)
    let connect = DropConnect<Double>(weight: [[2], [-1], [5]], bias: [3], p: p, seed: 0)
    var (mean, answers) = (x * 0, NDArray<Double>.zeros([1, 1]))
    for code in 0..<8 {
      let bits: [Double] = (0..<3).map { Double(code >> $0 & 1) }
      let share = bits.reduce(1.0) { $0 * ($1 == 1 ? 1 - p : p) }
      mean += share * dropout.forward(x, keeping: mask(NDArray(bits, shape: [1, 3])))
      answers += share * connect.forward([[1, 1, 1]], keeping: mask(NDArray(bits, shape: [3, 1])))
    }
    expectClose(
      mean, x, tolerance: 1e-12, "Σ over the 8 masks of their probability times their output")
    expectClose(
      answers, [[9]], tolerance: 1e-12, "the same of DropConnect: 2 − 1 + 5 and the bias 3")
  }

  @Test("dropout agrees with PyTorch, given its masks") func dropoutAgainstPyTorch() throws {
    let references: DropoutReferences = try reference("dropout.json")
    for stored in references.plain {
      let layer = Dropout<Double>(stored.p, seed: 0)
      let what = "p = \(stored.p), \(stored.x.shape)"
      expectClose(layer.forward(stored.x, keeping: mask(stored.mask)), stored.y, "Y, \(what)")
      expectClose(layer.backward(stored.dY), stored.dX, "dX, \(what)")
    }
    for stored in references.channels {
      let layer = Dropout2d<Double>(stored.p, seed: 0)
      let what = "Dropout2d, p = \(stored.p), \(stored.x.shape)"
      let channels = stored.mask[.all, .all, 0, 0]
      expectClose(layer.forward(stored.x, keeping: mask(channels)), stored.y, "Y, \(what)")
      expectClose(layer.backward(stored.dY), stored.dX, "dX, \(what)")
    }
  }

  @Test("Dropout2d switches off whole channels, each for itself") func dropout2dWholeChannels() {
    let layer = Dropout2d<Double>(0.4, seed: 5)
    let x = NDArray<Double>.full([30, 20, 2, 3], 3)
    let y = layer.forward(x)
    let (low, high) = (y.min(axes: [2, 3]), y.max(axes: [2, 3]))
    expectClose(high, low, "all 2 × 3 pixels of a channel stay together, or are off together")
    let isOff = high .== 0
    #expect((isOff .| (abs(high - 5) .< 1e-12)).all(), "a channel of 3s is 0 or 3/(1 − 0.4) = 5")
    #expect(abs(isOff.mean() - 0.4) < 0.08, "a share of 0.4 of the channels is off")
    let byPicture = isOff.asType(Double.self).mean(axis: 1)
    let byChannel = isOff.asType(Double.self).mean(axis: 0)
    #expect(byPicture.max() < 1, "the channels of one picture differ: p is for each channel")
    #expect(byChannel.max() < 1 && byChannel.min() > 0, "each picture draws for itself")
    expectClose(layer.backward(NDArray.ones([30, 20, 2, 3])), y / 3, "dX has this pass's mask")
    #expect(layer.forward(x) != y, "each forward pass of training draws a fresh mask")
    layer.setTraining(false)
    expectClose(layer.forward(x), x, "in use the output is the input")
    expectClose(layer.backward(x), x, "dX in use is dY")
    let single = Dropout2d<Float>(0.5, seed: 0)
    let kept = single.forward(NDArray<Float>.ones([1, 2, 1, 2]), keeping: mask([[1, 0]]))
    expectFloat(kept, [[[[2, 2]], [[0, 0]]]], "Dropout2d with the mask (1, 0)")
  }

  @Test("DropConnect: x = (1, 2), a weight off, gives (9.33, 10.67)") func dropConnectByHand() {
    let layer = DropConnect<Double>(weight: [[1, 2], [3, 4]], bias: [0, 0], p: 0.25, seed: 0)
    let y = layer.forward([[1, 2]], keeping: mask([[1, 0], [1, 1]]))
    let plain: NDArray<Double> = [[28.0 / 3, 32.0 / 3]]
    expectClose(y, plain, "Y = X(W⊙M/(1 − p)): (1 + 6, 8)/0.75")
    let dX = layer.backward([[1, -1]])
    let slopes: NDArray<Double> = [[4.0 / 3, -4.0 / 3]]
    expectClose(
      dX, slopes, "dX through the thinned weights, (1, 3 − 4)/0.75")
    let dW: NDArray<Double> = [[4.0 / 3, 0], [8.0 / 3, -8.0 / 3]]
    expectClose(
      layer.weight.gradient, dW,
      "dW: a weight that was off gets no gradient, the others 1/(1 − p) of XᵀdY")
    expectClose(layer.bias.gradient, [1, -1], "db: the bias is never off, nor enlarged")
    let biased = DropConnect<Double>(weight: [[1, 2], [3, 4]], bias: [7, -5], p: 0.25, seed: 0)
    let moved = biased.forward([[1, 2]], keeping: mask([[1, 0], [1, 1]]))
    expectClose(moved, plain + [7, -5], "the bias stays as it is")
  }

  @Test("gradient check of DropConnect's W, b and X") func dropConnectGradients() {
    var generator = Generator(seed: 6)
    let weight = generator.standardNormal([3, 4])
    let layer = DropConnect<Double>(
      weight: weight, bias: generator.standardNormal([4]), p: 0.3, seed: 0)
    let kept = keepMask([3, 4], dropping: 0.4, using: &generator)
    let fixed = kept .| (weight .> 1)
    checkGradients(of: layer, at: generator.standardNormal([5, 3])) {
      layer.forward($0, keeping: fixed)
    } backward: {
      layer.backward($0)
    }
    layer.setTraining(false)
    checkGradients(of: layer, at: generator.standardNormal([1, 3])) {
      layer.forward($0)
    } backward: {
      layer.backward($0)
    }
  }

  @Test("DropConnect draws a mask over the weights in training, and is Linear in use")
  func dropConnectInTrainingAndUse() {
    let weight = NDArray<Double>.ones([40, 30])
    let layer = DropConnect<Double>(weight: weight, bias: NDArray.zeros([30]), p: 0.2, seed: 7)
    let eye = NDArray<Double>.eye(40)
    let thinned = layer.forward(eye)
    let isOff = thinned .== 0
    #expect(
      (isOff .| (abs(thinned - 1.25) .< 1e-12)).all(), "a weight of 1 is 0 or 1/(1 − 0.2) = 1.25")
    #expect(abs(isOff.mean() - 0.2) < 0.04, "a share of 0.2 of the WEIGHTS is off")
    let drawn = isOff.asType(Double.self)
    #expect(
      drawn.mean(axis: 0).max() < 1 && drawn.mean(axis: 1).max() < 1,
      "each WEIGHT is drawn for itself: no output and no input loses all of its weights at once")
    let two = layer.forward(NDArray.ones([2, 40]))
    expectClose(two[0], two[1], "one mask serves the whole batch")
    #expect(layer.forward(eye) != thinned, "each forward pass of training draws a fresh mask")
    layer.setTraining(false)
    expectClose(layer.forward(eye), weight, "in use Y = XW + b with all weights, not enlarged")
    let dX = layer.backward(NDArray.ones([40, 30]))
    expectClose(dX, NDArray<Double>.full([40, 40], 30), "dX in use is dY Wᵀ")
    let single = DropConnect<Float>(weight: [[1, 2], [3, 4]], bias: [0, 1], p: 0.25, seed: 0)
    let y = single.forward([[1, 2]], keeping: mask([[1, 0], [1, 1]]))
    expectFloat(y, NDArray([[28.0 / 3, 35.0 / 3]]), "DropConnect")
  }
}
