// What the calls in numpy-names.txt speak of.

var a: NDArray<Double> = [[4, 1], [2, 3]]
let b: NDArray<Double> = [[0.5, 2], [1, 0.25]]
let v: NDArray<Double> = [3, 1, 2]
let (i, j): (NDArray<Int>, NDArray<Int>) = ([1, 0], [2, 1])
let mask = a .> 1
let exponents: NDArray<Int32> = [1, 2]
let positions: NDArray<Int> = [0, 1]
let values = v
let (axis, position, count, parts, width, decimals, bins, k) = (0, 0, 2, 2, 1, 2, 4, 1)
let (low, high, m, n, seed) = (1, 3, 2, 3, 7)
let (shape, rows, columns) = ([2, 2], i, j)
let (value, least, greatest, numbers) = (2.0, 1.0, 3.0, [1.0, 2.0])
let bytes = a.bytes()
let seeds = SeedSequence(0)
let url = URL(fileURLWithPath: "/dev/null")
let options = PrintOptions()
var (rng, random) = (Generator(seed: 0), RandomState(seed: 0))
