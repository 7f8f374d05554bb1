@main struct Course { static func main() { print("course") } }
