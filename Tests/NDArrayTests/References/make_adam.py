"""Writes adam.json: parameters before and after steps of torch.optim.Adam, and the gradients between.

    python3 make_adam.py        # PyTorch 2.13
"""

import json
import pathlib

import torch

torch.manual_seed(5)
parameters = torch.randn(5, 7, dtype=torch.float64).requires_grad_()
gradients = [torch.randn(5, 7, dtype=torch.float64) * scale for scale in (1, 1e-9, 100, 0)]
before = parameters.tolist()
optimizer = torch.optim.Adam([parameters], lr=0.01, betas=(0.8, 0.99), eps=1e-6)
after = []
for gradient in gradients:
    parameters.grad = gradient
    optimizer.step()
    after.append(parameters.tolist())
text = json.dumps({"before": before, "gradients": [g.tolist() for g in gradients], "after": after})
pathlib.Path(__file__).with_name("adam.json").write_text(text + "\n")
