"""Train the parser's network.

    python -m training.parser.train DIR [CONFIG]

DIR holds `train.msgpack` and `dev.msgpack` (see `convert`) and `encoder.npz` (see `encoder`); it receives
`model.pt`, the running average of the weights. CONFIG defaults to `config.toml` beside this file.
"""

import math
import random
import sys
import time
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import srsly
import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from dragoman.sentences.pieces import Pieces
from training.parser.data import UNTAUGHT, Data, batch, labels_of
from training.parser.model import Batch, Network, Shape

CONFIG = Path(__file__).with_name("config.toml")


def loss_of(net: Network, x: Batch, gold: dict[str, Tensor], weights: dict[str, float]) -> Tensor:
    """The weighted sum of the four cross-entropies, each a word on average; what is not taught does not count."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        pos, features, arcs, rels = net(x)
        deps = net.relations(rels, gold["heads"].clamp(min=0))
    parts = {"pos": pos, "features": features, "heads": arcs, "deps": deps}
    taught = [name for name in parts if bool((gold[name] != UNTAUGHT).any())]
    return torch.stack([weights[name] * cross_entropy(parts[name].float().flatten(0, 1), gold[name].flatten(), ignore_index=UNTAUGHT) for name in taught]).sum()


@torch.no_grad()
def scores(net: Network, data: Data, punct: int) -> dict[str, tuple[float, float]]:
    """Share of right classes, and of right arcs with relations (no punctuation, best head of each word), by treebank."""
    net.eval()
    counts: dict[str, Counter[str]] = {}
    for rows in data.batches(4000):
        x, gold = batch(rows)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            pos, _, arcs, rels = net(x)
            heads = arcs.argmax(2)
            deps = net.relations(rels, heads).argmax(2)
        scored = (gold["heads"] != UNTAUGHT) & (gold["deps"] != punct)
        right = scored & (heads == gold["heads"]) & (deps == gold["deps"])
        classed = gold["pos"] != UNTAUGHT
        for i, r in enumerate(rows):
            c = counts.setdefault(r["treebank"], Counter())
            c["words"] += int(classed[i].sum())
            c["pos"] += int((classed[i] & (pos[i].argmax(1) == gold["pos"][i])).sum())
            c["arcs"] += int(scored[i].sum())
            c["las"] += int(right[i].sum())
    net.train()
    return {name: (c["pos"] / c["words"], c["las"] / c["arcs"]) for name, c in sorted(counts.items())}


def optimizer_of(net: Network, settings: dict[str, Any]) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LambdaLR]:
    """AdamW with a slower pace for the layers taken over, and its schedule: a short rise, then half a cosine."""
    inherited = net.taken_over()
    known = {id(p) for p in inherited}
    fresh = [p for p in net.parameters() if id(p) not in known]
    rate, steps = settings["rate"], settings["steps"]
    groups = [{"params": fresh, "lr": rate}, {"params": inherited, "lr": rate * settings["inherited"]}]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.95), weight_decay=0.01)

    def pace(step: int) -> float:
        return min(1.0, (step + 1) / settings["warmup"]) * (0.51 + 0.5 * math.cos(math.pi * min(1.0, step / steps)))

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, pace)


def train(net: Network, data: Data, held: Data, config: dict[str, Any], punct: int) -> dict[str, Tensor]:
    """Runs all steps, prints development scores on the way, and returns the averaged weights."""
    settings = config["training"]
    optimizer, schedule = optimizer_of(net, settings)
    rng, generator = random.Random(settings["seed"]), np.random.default_rng(settings["seed"])
    average = {k: v.detach().clone() for k, v in net.state_dict().items()}
    begun, step = time.time(), 0
    while step < settings["steps"]:
        for rows in data.batches(settings["words"], rng, config["repeat"])[: settings["steps"] - step]:
            x, gold = batch(rows, generator, settings["word_dropout"], settings["any_style"])
            loss = loss_of(net, x, gold, config["loss"])
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            for name, value in net.state_dict().items():
                average[name].lerp_(value, 1 - min(settings["averaged"], step / (step + 20)))
            if step % settings["report_every"] == 0 or step == settings["steps"]:
                _report(net, average, held, punct, f"{step} steps, {time.time() - begun:.0f} s, loss {loss.item():.3f}")
    return average


def _report(net: Network, average: dict[str, Tensor], held: Data, punct: int, text: str) -> None:
    now = {k: v.detach().clone() for k, v in net.state_dict().items()}
    net.load_state_dict(average)
    found = scores(net, held, punct)
    net.load_state_dict(now)
    print(text, *(f"{name} {100 * pos:.1f}/{100 * las:.1f}" for name, (pos, las) in found.items()), flush=True)


def main(directory: str, config_file: str = str(CONFIG)) -> None:
    """Trains and writes `model.pt`."""
    config = tomllib.loads(Path(config_file).read_text(encoding="utf-8"))
    torch.manual_seed(config["training"]["seed"])
    torch.set_num_threads(config["training"]["threads"])
    sentences, kept_back = (srsly.read_msgpack(Path(directory, f"{part}.msgpack")) for part in ("train", "dev"))
    start = dict(np.load(Path(directory, "encoder.npz")))
    pieces = Pieces(start.pop("pieces").tolist(), start.pop("scores").tolist())
    labels, shape = labels_of(sentences), Shape(**config["shape"])
    data, held = Data(sentences, pieces, labels, shape), Data(kept_back, pieces, labels, shape)
    sizes = {name: len(values) for name, values in labels.items()}
    net = Network(shape, {k: torch.from_numpy(v) for k, v in start.items()}, sizes, config["training"]["dropout"])
    print(f"{sum(p.numel() for p in net.parameters()) / 1e6:.1f} million weights;", sizes, flush=True)
    weights = train(net, data, held, config, labels["rel"].index("punct"))
    torch.save({"weights": weights, "labels": labels, "shape": config["shape"]}, Path(directory, "model.pt"))


if __name__ == "__main__":
    main(*sys.argv[1:])
