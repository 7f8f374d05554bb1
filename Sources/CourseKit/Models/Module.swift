import NDArray

/// A piece of a model: it has parameters of its own, or other pieces, or both.
///
/// What it is fed and what it returns is its own affair. A chain of bricks has one array in and one out; attention takes queries,
/// keys, values and a mask; an embedding takes token numbers. Each has a `forward` that fits it, and a `backward` that takes the
/// gradient of each output and returns the gradient of each input.
///
/// Its parameters, buffers and parts are found among its stored properties, whose names they bear: the `W` of the `query` of the
/// `attention` of the first of the `blocks` is `blocks.0.attention.query.W`. So there is no list in which one could be forgotten.
///
/// ```swift
/// final class Neuron: Module {
///   typealias Element = Double
///   let weight = Parameter<Double>("w", [0.5, -1])
///   let bias = Parameter<Double>("b", [0])
/// }
/// final class Pair: Module {
///   typealias Element = Double
///   let (left, right) = (Neuron(), Neuron())
/// }
/// print(Pair().namedParameters.map(\.name))  // ["left.w", "left.b", "right.w", "right.b"]
/// ```
///
/// A module is a class, because its caches and gradients change while it is used.
public protocol Module<Element>: AnyObject {
  /// The type of its numbers. Where Swift cannot infer it, say `typealias Element = Double`.
  associatedtype Element: NDFloat

  /// The pieces inside, in order. Those in stored properties, unless the module says otherwise.
  var children: [(name: String, module: any Module<Element>)] { get }

  /// Tells a module that behaves differently in training and in use which of the two comes next. Tells all
  /// ``children``, unless the module says otherwise.
  func setTraining(_ isTraining: Bool)
}

extension Module {
  public var children: [(name: String, module: any Module<Element>)] {
    storedProperties(of: self).flatMap { name, value in
      elements(of: value, named: name) { $0 as? any Module<Element> }
    }
  }

  public func setTraining(_ isTraining: Bool) {
    for child in children { child.module.setTraining(isTraining) }
  }
}

extension Module {
  /// Every parameter once, those of the module itself first, then those of its ``children``.
  ///
  /// Collecting them takes microseconds for each property, so take them once, not in each step.
  public var parameters: [Parameter<Element>] { namedParameters.map(\.parameter) }

  /// Every parameter once, with its name. One that several pieces share has the name under which it comes first.
  public var namedParameters: [(name: String, parameter: Parameter<Element>)] {
    once(collect(Parameter<Element>.self) { $0.name }).map { ($0.name, $0.object) }
  }

  /// Every buffer once, with its name.
  public var namedBuffers: [(name: String, buffer: Buffer<Element>)] {
    once(collect(Buffer<Element>.self) { $0.name }).map { ($0.name, $0.object) }
  }

  /// Makes all gradients zero, before the backward pass that begins a step.
  public func clearGradients() {
    for parameter in parameters { parameter.clearGradient() }
  }

  /// Leaves everything in it as it is from now on, or trains it again: parameters and running statistics.
  public func freeze(_ isFrozen: Bool = true) {
    for parameter in parameters { parameter.isFrozen = isFrozen }
    for (_, buffer) in namedBuffers { buffer.isFrozen = isFrozen }
  }

  /// How many numbers training may change, and how many it may not.
  public var counts: (trainable: Int, frozen: Int) {
    parameters.reduce((0, 0)) { counts, parameter in
      let count = parameter.value.count
      return parameter.isFrozen
        ? (counts.trainable, counts.frozen + count) : (counts.trainable + count, counts.frozen)
    }
  }

  /// All objects of a type below this module, by name, as often as they are met.
  private func collect<Object: AnyObject>(
    _ type: Object.Type, name: (Object) -> String
  ) -> [(name: String, object: Object)] {
    let own = storedProperties(of: self).flatMap { property, value in
      elements(of: value, named: property) { $0 as? Object }
    }
    // A list of parameters keeps the numbers; a single one bears its own name and not the property's.
    let named = own.map { path, object in
      (path.drop { $0 != "." }.isEmpty ? name(object) : "\(path).\(name(object))", object)
    }
    let inside = children.flatMap { child in
      child.module.collect(type, name: name).map { ("\(child.name).\($0.name)", $0.object) }
    }
    return named + inside
  }
}

/// Each object where it comes first.
private func once<Object: AnyObject>(
  _ list: [(name: String, object: Object)]
) -> [(name: String, object: Object)] {
  var seen: Set<ObjectIdentifier> = []
  return list.filter { seen.insert(ObjectIdentifier($0.object)).inserted }
}

private func storedProperties(of object: AnyObject) -> [(name: String, value: Any)] {
  var mirror: Mirror? = Mirror(reflecting: object)
  var properties: [(String, Any)] = []
  while let level = mirror {
    properties = level.children.map { ($0.label ?? "", $0.value) } + properties
    mirror = level.superclassMirror
  }
  return properties
}

/// The value itself if it is of the type asked for, or those in a list or an optional; in a list with their number.
private func elements<Wanted>(
  of value: Any, named name: String, as convert: (Any) -> Wanted?
) -> [(String, Wanted)] {
  if let wanted = convert(value) { return [(name, wanted)] }
  let mirror = Mirror(reflecting: value)
  switch mirror.displayStyle {
  case .optional, .tuple:
    return mirror.children.flatMap { elements(of: $0.value, named: name, as: convert) }
  case .collection:
    // A large array of numbers holds no modules; its first element tells.
    guard let first = mirror.children.first, convert(first.value) != nil else { return [] }
    return mirror.children.enumerated().compactMap { index, child in
      convert(child.value).map { ("\(name).\(index)", $0) }
    }
  default: return []
  }
}
