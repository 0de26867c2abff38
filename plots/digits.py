#!/usr/bin/env python3
"""Writes into digits.json the pairs of distributions, their divergences, and
what SciPy and PyTorch say of them, and leaves the rest of it.

    python3 digits.py

Debian packages: python3-scipy python3-torch. What gonum and this library
say is written by go test . -run Written -args -update, on amd64. The truth is worked out to 60 digits.
"""
import decimal
import json
import math
import pathlib

import scipy
import scipy.stats
import torch

decimal.getcontext().prec = 60
D = decimal.Decimal


def grid(x):
    """x as a multiple of 2^-52: sums and differences of those are exact."""
    return math.floor(x * 2**52 + 0.5) / 2**52


def truth(p, q):
    nats = sum(D(x) * (D(x) / D(y)).ln() for x, y in zip(p, q))
    return float(nats / D(2).ln())


def torch_says(p, q):
    p, q = (torch.tensor(d, dtype=torch.float64) for d in (p, q))
    return float(torch.nn.functional.kl_div(q.log(), p, reduction="sum")) / math.log(2)


path = pathlib.Path(__file__).with_name("digits.json")
data = json.loads(path.read_text()) if path.exists() else {}
go = [(d["gonum"], d["here"]) for d in data.get("divergences", [])]
p = [grid(0.3), 1 - grid(0.3)]
data = {"provenance": "plots/digits.py for truth, scipy and torch; "
        "plots/numbers_test.go for gonum and here, which is this library; in bits", "p": p,
        "versions": data.get("versions", {"gonum": ""})}
data["divergences"] = []
for k in range(23):
    epsilon = grid(10 ** -(1 + k / 2))
    q = [p[0] + epsilon, p[1] - epsilon]
    assert sum(map(D, p)) == sum(map(D, q)) == 1
    data["divergences"].append({
        "epsilon": epsilon,
        "gonum": go[k][0] if go else 0,
        "here": go[k][1] if go else 0,
        "scipy": float(scipy.stats.entropy(p, q)) / math.log(2),
        "torch": torch_says(p, q),
        "truth": truth(p, q),
    })
data["versions"]["scipy"] = scipy.__version__
data["versions"]["torch"] = torch.__version__
path.write_text(json.dumps(data, indent="\t") + "\n")
