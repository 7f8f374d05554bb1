@main struct RunConvolution {
  static func main() throws {}
}
