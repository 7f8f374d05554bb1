/// The name that someone who typed `query` may have meant: the nearest, unless even that is far.
func nearest(to query: String, among names: [String]) -> String? {
  let query = Array(query.lowercased())
  let distances = names.map { (name: $0, distance: editDistance(query, Array($0.lowercased()))) }
  guard let best = distances.min(by: { $0.distance < $1.distance }),
    best.distance <= max(2, query.count / 3)
  else { return nil }
  return best.name
}

/// Insertions, deletions and replacements that turn one into the other (Wagner and Fischer 1974).
func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var row = Array(0...b.count)
  for i in a.indices {
    var diagonal = row[0]
    row[0] = i + 1
    for j in b.indices {
      let replaced = diagonal + (a[i] == b[j] ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
    }
  }
  return row[b.count]
}
