"""Writes pictures/: PNG files of every kind, and CIFAR's files with three pictures, as Python 2 and 3 pickle them. Needs pillow, numpy."""
import pathlib, pickle, struct
import numpy as np
from PIL import Image

out = pathlib.Path(__file__).parent / "pictures"
out.mkdir(exist_ok=True)
H, W = 4, 5  # lopsided
y, x = np.mgrid[:H, :W]
rgb = np.stack([40 * x + 10, 50 * y + 20, 9 * (x + y) + 100], -1).astype(np.uint8)
alpha = (255 - 30 * x - 20 * y).astype(np.uint8)
rgba = np.concatenate([rgb, alpha[..., None]], -1)
Image.fromarray(rgb).save(out / "rgb.png")
Image.fromarray(rgba).save(out / "rgba.png")
Image.fromarray(rgb[..., 0]).save(out / "grey.png")
Image.fromarray((x % 2 * 255).astype(np.uint8)).convert("1").save(out / "bits.png")
Image.fromarray(rgb).quantize(20).save(out / "palette.png")
Image.fromarray((257 * rgb[..., 0].astype(np.int32)).astype(np.uint16)).save(out / "grey16.png")

# CIFAR: three pictures, number i holds (i + pixel) % 256 and so on; labels 6, 9, 3.
data = np.array([[(7 * i + p // 5) % 256 for p in range(3072)] for i in range(3)], np.uint8)
labels, coarse = [6, 9, 3], [11, 15, 4]
(out / "ten.bin").write_bytes(b"".join(bytes([l]) + d.tobytes() for l, d in zip(labels, data)))
(out / "hundred.bin").write_bytes(b"".join(bytes([c, 10 * l]) + d.tobytes() for c, l, d in zip(coarse, labels, data)))
ten = {b"batch_label": b"training batch 1 of 5", b"labels": labels, b"data": data,
       b"filenames": [b"a.png", b"b.png", b"c.png"]}
with open(out / "ten-python3", "wb") as f: pickle.dump(ten, f, protocol=2)
with open(out / "ten-protocol3", "wb") as f: pickle.dump(ten, f, protocol=3)
with open(out / "ten-fortran", "wb") as f: pickle.dump({**ten, b"data": np.asfortranarray(data)}, f, protocol=2)
with open(out / "ten-protocol4", "wb") as f: pickle.dump({b"labels": labels}, f, protocol=4)
with open(out / "ten-doubles", "wb") as f: pickle.dump({**ten, b"data": data[:, :2].astype(float)}, f, protocol=2)

# The authors' own files are Python 2's: its strings are bytes, its functions are numpy.core's.
def s(b): return (b"U" + bytes([len(b)]) if len(b) < 256 else b"T" + struct.pack("<I", len(b))) + b
def n(i): return b"K" + bytes([i]) if i < 256 else b"M" + struct.pack("<H", i)
memo = iter(range(1, 200))
def q(): return b"q" + bytes([next(memo)])
def array(a):
    return (b"cnumpy.core.multiarray\n_reconstruct\n" + q() + b"cnumpy\nndarray\n" + q() + b"K\x00\x85" + q() + s(b"b") + q() + b"\x87" + q()
        + b"R" + q() + b"(K\x01" + n(a.shape[0]) + n(a.shape[1]) + b"\x86" + q() + b"cnumpy\ndtype\n" + q() + s(b"u1") + q() + b"K\x00K\x01\x87" + q()
        + b"R" + q() + b"(K\x03" + s(b"|") + q() + b"NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00t" + q() + b"b\x89" + s(a.tobytes()) + q() + b"t" + q() + b"b")
def ints(v): return b"]" + q() + b"(" + b"".join(n(i) for i in v) + b"e"
def texts(v): return b"]" + q() + b"(" + b"".join(s(i) + q() for i in v) + b"e"
body = (b"\x80\x02}" + q() + b"(" + s(b"batch_label") + q() + s(b"training batch 1 of 5") + q() + s(b"coarse_labels") + q() + ints(coarse)
    + s(b"fine_labels") + q() + ints([10 * l for l in labels]) + s(b"labels") + q() + ints(labels) + s(b"data") + q() + array(data)
    + s(b"filenames") + q() + texts([b"a.png", b"b.png", b"c.png"]) + b"u.")
(out / "both-python2").write_bytes(body)
read = pickle.loads(body, encoding="bytes")
assert (read[b"data"] == data).all() and read[b"labels"] == labels

class Evil:
    def __reduce__(self): return (__import__("os").system, ("echo pwned",))
with open(out / "evil", "wb") as f: pickle.dump({b"data": Evil()}, f, protocol=2)
with open(out / "floats", "wb") as f: pickle.dump({b"labels": [1.5]}, f, protocol=2)
