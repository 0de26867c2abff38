#!/usr/bin/python3
"""Writes week.json: what PyTorch returns for the week of the chapter, and for odd cases.

    ./week.py > week.json

Debian package: python3-torch.
"""
import json
import sys

import torch

logits = [[2.0, 1.0, 0.0, -1.0], [0.0, 0.0, 0.0, 0.0], [-1.0, 3.0, 1.0, 0.0]]
x = torch.tensor(logits, dtype=torch.float64, requires_grad=True)
loss = torch.nn.CrossEntropyLoss(
    weight=torch.tensor([1.0, 2.0, 4.0, 4.0], dtype=torch.float64),
    ignore_index=-100, label_smoothing=0.1)
mean = loss(x, torch.tensor([1, -100, 3]))
mean.backward()


def say(value):
    """JSON has no NaN and no infinity."""
    return str(value) if value != value or abs(value) == float("inf") else value


inf, nan = float("inf"), float("nan")


def ce(row, target, **how):
    soft = isinstance(target, list)
    t = torch.tensor([target], dtype=torch.float64 if soft else torch.long)
    if "weight" in how:
        how["weight"] = torch.tensor(how["weight"], dtype=torch.float64)
    return torch.nn.functional.cross_entropy(
        torch.tensor([row], dtype=torch.float64), t, reduction="sum", **how).item()


def bce(z, y):
    return torch.nn.functional.binary_cross_entropy_with_logits(
        torch.tensor([z], dtype=torch.float64), torch.tensor([y], dtype=torch.float64)).item()


def bce_of(yhat, y):
    return torch.nn.functional.binary_cross_entropy(
        torch.tensor([yhat], dtype=torch.float64), torch.tensor([y], dtype=torch.float64)).item()


def nll(row, target):
    return torch.nn.functional.nll_loss(
        torch.tensor([row], dtype=torch.float64), torch.tensor([target])).item()


def kl(row, target, reduction="batchmean"):
    return torch.nn.functional.kl_div(
        torch.tensor([row], dtype=torch.float64), torch.tensor([target], dtype=torch.float64),
        reduction=reduction).item()


def logs(row):
    return torch.tensor(row, dtype=torch.float64).log().tolist()


never = torch.tensor([0.0], dtype=torch.float64, requires_grad=True)
torch.nn.functional.binary_cross_entropy(never, torch.ones(1, dtype=torch.float64)).backward()
ignored = torch.tensor([[nan, 0.0], [1.0, 2.0]], dtype=torch.float64, requires_grad=True)
torch.nn.functional.cross_entropy(ignored, torch.tensor([-100, 1])).backward()
odd = {
    "impossible, soft": ce([0.0, -inf], [1.0, 0.0]),
    "impossible, weight 0": ce([0.0, -inf], 1, weight=[1.0, 0.0]),
    "ignored NaN, its slope": ignored.grad[0][1].item(),
    "ahead by 40": ce([40.0, 0.0], 0),
    "a row of NaN": ce([nan, 1.0], 0),
    "a row of -Inf": ce([-inf, -inf], 0),
    "weight -1": ce([0.0, 1.0], 0, weight=[-1.0, 1.0]),
    "target sums to 1.5": ce([0.0, 1.0], [1.0, 0.5]),
    "binary, z = +Inf, y = 1": bce(inf, 1.0),
    "binary, z = 1, y = 2": bce(1.0, 2.0),
    "BCELoss, ŷ = 0, y = 1": bce_of(0.0, 1.0),
    "BCELoss, its slope": never.grad.item(),
    "NLLLoss of q, not ln q": nll([0.75, 0.25], 0),
    "KLDivLoss, mean": kl(logs([0.5, 0.5]), [0.75, 0.25], "mean"),
    "KLDivLoss of q": kl([0.5, 0.5], [0.75, 0.25]),
    "KLDivLoss, swapped": kl(logs([0.75, 0.25]), [0.5, 0.5]),
    "KLDivLoss, 0 in both": kl(logs([1.0, 0.0]), [1.0, 0.0]),
}
alike = {
    "BCELoss": bce_of(0.75, 1.0),
    "NLLLoss": nll(logs([0.75, 0.25]), 0),
    "KLDivLoss, batchmean": kl(logs([0.5, 0.5]), [0.75, 0.25]),
}
json.dump({"version": torch.__version__, "mean": mean.item(), "gradient": x.grad.tolist(),
           "odd": {name: say(value) for name, value in odd.items()}, "alike": alike}, sys.stdout, indent=1)
print()
