import COpenBLAS
import CLAPACKE
