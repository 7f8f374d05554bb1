"""Makes small.safetensors with the safetensors library: one array of each kind that is read, a scalar, an empty one.

Run in this folder: python3 make_safetensors.py   (needs torch and safetensors)
"""

import torch
from safetensors.torch import save_file

save_file(
    {
        "encoder.0.weight": torch.tensor([[0.5, -1.0, 3.25], [1e-3, 7.0, -0.1]], dtype=torch.float64),
        "encoder.0.bias": torch.tensor([1.5, -2.0], dtype=torch.float32),
        "half": torch.tensor([1 / 3, -2049.0, 6e-8, float("inf"), 0.0], dtype=torch.float16),
        "brain": torch.tensor([1 / 3, -2049.0, 1e-30, 3e38], dtype=torch.bfloat16),
        "scalar": torch.tensor(2.5, dtype=torch.float32),
        "empty": torch.zeros((0, 3), dtype=torch.float32),
        "counts": torch.tensor([3, 4], dtype=torch.int64),
    },
    "small.safetensors",
    metadata={"format": "pt"},
)
