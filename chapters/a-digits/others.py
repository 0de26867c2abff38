#!/usr/bin/env python3
"""Writes what SciPy and PyTorch say into others.json, and leaves the rest of it.

    python3 others.py

Debian packages: python3-scipy python3-torch. What Go and gonum say is written by
go test . -args -update, on amd64.
"""
import json
import math
import pathlib

import scipy
import scipy.stats
import torch

path = pathlib.Path(__file__).with_name("others.json")
data = json.loads(path.read_text())


def on_grid(heads):
    """A coin on the grid of 2**-52, on which both sides sum to 1 exactly."""
    heads = round(heads * 2**52) / 2**52
    return [heads, 1 - heads]


p = on_grid(data["heads"])
for row in data["divergences"]:
    q = on_grid(p[0] + row["epsilon"])
    row["scipy"] = float(scipy.stats.entropy(p, q)) / math.log(2)
    logs = torch.tensor(q, dtype=torch.float64).log()
    row["torch"] = float(torch.nn.functional.kl_div(
        logs, torch.tensor(p, dtype=torch.float64), reduction="sum")) / math.log(2)
data["versions"]["scipy"] = scipy.__version__
data["versions"]["torch"] = torch.__version__
path.write_text(json.dumps(data, indent="\t") + "\n")
