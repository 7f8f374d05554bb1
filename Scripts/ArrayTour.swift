#!/usr/bin/env -S ./course script
import NDArray

// A tour of arrays along the course's NumPy slides: what is done here is what they do there.
// Run it from the repository's folder: ./course script Scripts/ArrayTour.swift

func show(_ what: String, _ value: some CustomStringConvertible) {
  let text = "\(value)"
  print(text.contains("\n") ? "\(what)\n\(text)\n" : "\(what)  →  \(text)")
}

// An array is created from its elements, or filled.
show("[1, 2, 3]", [1, 2, 3] as NDArray<Int>)
show("ones([3])", NDArray.ones([3]))
show("zeros([2, 3])", NDArray.zeros([2, 3]))
show("arange(3)", NDArray.arange(3))
show("ones([4, 3, 2]).shape", NDArray.ones([4, 3, 2]).shape)
let cube: NDArray<Int> = [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]
show("a tensor of rank \(cube.rank)", cube)
var generator = Generator(seed: 0)
show("random, the same each time for the same seed", generator.random([3]))

// Arithmetic goes element by element.
let data: NDArray<Double> = [1, 2]
let ones = NDArray.ones([2])
show("data + ones", data + ones)
show("data - ones", data - ones)
show("data * data", data * data)
show("data / data", data / data)
show("data * 1.6", data * 1.6)
let nine: NDArray<Int> = [9, 3]
show("[9, 3] / 2", nine / 2)
show("floorDivide([9, 3], 2)", floorDivide(nine, 2))
show("[9, 3] ** 2", nine ** 2)
show("[9, 3] % 4", nine % 4)
show("-data", -data)

// Shapes that differ are stretched to fit: a number, a row, a column.
let column: NDArray<Double> = [[0], [1], [2]]
let row = NDArray<Double>.arange(3)
show("arange(3) + 5", NDArray.arange(3) + 5)
show("ones([3, 3]) + arange(3)", NDArray.ones([3, 3]) + row)
show("column + row", column + row)

// Parts of an array are found by position and by range.
let three: NDArray<Int> = [1, 2, 3]
show("three[0]", three[0] as NDArray<Int>)
show("three[0..<2]", three[0..<2])
show("three[1...]", three[1...])
show("three[-1], the last", three[-1] as NDArray<Int>)
show("cube[.all, 0], the first row of each matrix", cube[.all, 0])
show("three[three .> 1]", three[three .> 1])

// All elements, or those along an axis, come down to one.
let table: NDArray<Double> = [[1, 2], [5, 3], [4, 6]]
show("table", table)
show("max", table.max())
show("min", table.min())
show("sum", table.sum())
show("max(axis: 0), of each column", table.max(axis: 0))
show("max(axis: 1), of each row", table.max(axis: 1))
show("mean, prod", [table.mean(), table.prod()])
show("variance, std", [table.variance(), table.std()])
show("argMax(axis: 0), where it is", table.argMax(axis: 0))
show("any above 5, all above 0", [(table .> 5).any(), (table .> 0).all()])

// The product of matrices takes rows times columns.
let powersOfTen: NDArray<Int> = [[1, 10], [100, 1_000], [10_000, 100_000]]
show("[1, 2, 3] · powers of ten", three.dot(powersOfTen))
show("table.T", table.T)

// An array is a value: writing to one never changes another.
var copy = three
copy[0] = 100
show("copy", copy)
show("three", three)
