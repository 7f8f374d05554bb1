import NDArray
