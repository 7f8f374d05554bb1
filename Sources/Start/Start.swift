// Nothing is in this module: its dependencies are what the first `./course check` needs.
