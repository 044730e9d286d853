"""Stage 5: train the five heads on the encoder's pooled views, calibrate them, choose their thresholds.

The heads are one small network over the standardised views: a hidden layer that all heads share (Caruana 1997), two of them learnt with other
seeds side by side (their logits are averaged). Own rows count in full, public rows little. What another name, gender, dialect, religion or
country changes in a message (swaps.py) is held against it: the Jensen-Shannon divergence of the labels of both messages is part of the loss.

It learns from the train rows alone; settings, calibration and thresholds rest on the validation rows in the model's languages. Test rows are
never read here.

Writes heads.npz (`views.mean` and `views.scale` [D], `hidden.weight` [m, D] of the standardised views, `hidden.bias` [m], per head `<head>.weight` [k, m] and `<head>.bias` [k]) and heads.json (settings,
calibration, validation scores) into the model's folder.
"""

import argparse
import hashlib
import json
from collections import defaultdict
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from calibration import calibrate_flags, calibrate_single, log_loss, macro_f1, score_flags, score_single
from data import SUPPORT
from encoder import OUT
from features import load_features, read_rows
from models import MODELS, Model
from swaps import read_swaps
from taxonomy import FLAGS, SINGLE_LABEL_HEADS

PRECISION = 0.8
ALL_HEADS = [*SINGLE_LABEL_HEADS, "flags"]
# The label of a head that the panel never shows.
QUIET = {"sentiment": "neutral", "emotion": "none", "urgency": "normal", "intents": None}
FOLDS = 5
# Share of a message's second intent in what the intents head learns of it.
SECOND_INTENT = 0.25
# Heads that shall not move with a name, a gender, a dialect, a religion or a country.
INVARIANT = ("sentiment", "emotion", "urgency")
BATCH, PUBLIC_BATCH, SWAP_BATCH = 128, 24, 48
FLAGS_WEIGHT, SMOOTHING = 2.0, 0.05


@dataclass(frozen=True)
class Settings:
    """How the network is trained. `public`: weight of a public row; `swaps`: weight of the divergence between swapped messages."""

    hidden: int = 384
    nets: int = 2
    dropout: float = 0.4
    epochs: int = 20
    rate: float = 1e-3
    decay: float = 0.1
    public: float = 0.2
    swaps: float = 4.0


# Tried in turn. Of those whose summed log loss on the validation rows is within COST of the least, the one with the fewest flips ships.
COST = 0.01
TRIED = (Settings(public=0.0, swaps=0.0), Settings(public=0.0), Settings(), Settings(swaps=8.0))


class Corpus:
    """Own rows that are not test and public rows, standardised, as `x` [n, D] and `public_x` [m, D]; `learnt` [n] bool are the train rows,
    `held` [n] bool the validation rows in the model's languages, `fold` [held] their parts for the calibration's scores."""

    def __init__(self, rows: list[dict], model: Model, languages: tuple[str, ...] | None = None) -> None:
        """`languages` of the held rows: the model's own when left out."""
        self.model, features, views = model, model.work / "features.npz", list(model.views)
        self.own = [row for row in rows if row["source"] == SUPPORT and row["split"] != "test"]
        self.public = [row for row in rows if row["source"] != SUPPORT]
        raw = load_features(features, [row["text"] for row in self.own], views)
        self.learnt = np.array([row["split"] == "train" for row in self.own])
        self.mean, self.spread = raw[self.learnt].mean(axis=0), raw[self.learnt].std(axis=0) + 1e-6
        self.x = self.standardise(raw)
        self.public_x = self.standardise(load_features(features, [row["text"] for row in self.public], views)) if self.public else self.x[:0]
        self.held = np.array([row["split"] == "validation" and row["language"] in (languages or model.languages) for row in self.own])
        hashes = np.array([int(hashlib.sha256(row["text"].encode()).hexdigest()[:8], 16) % FOLDS for row in self.own])
        self.fold = hashes[self.held]
        self.targets, self.public_targets = targets_of(self.own), targets_of(self.public)

    def standardise(self, views: np.ndarray) -> torch.Tensor:
        """[n, D] -> [n, D] with mean 0 and deviation 1 over the train rows."""
        return torch.from_numpy(((views - self.mean) / self.spread).astype(np.float32))

    def swaps(self, part: str) -> list[tuple[str, torch.Tensor]]:
        """(group, x [texts, D] of texts that shall get one label) of every swap of `part`: train | held."""
        found = read_swaps(self.own, part, self.model.languages)
        x = self.standardise(load_features(self.model.work / "swaps.npz", [text for _, texts in found for text in texts], list(self.model.views)))
        parts = torch.split(x, [len(texts) for _, texts in found])
        return [(group, one) for (group, _), one in zip(found, parts, strict=True)]


def primary(row: dict, head: str) -> str:
    """The label of a single-label head; of `intents`, the first."""
    return row["intents"][0] if head == "intents" else row[head]


def targets_of(rows: list[dict]) -> dict[str, torch.Tensor]:
    """Shares of the labels [n, k] a head, zeros where a row has none; `flags` 0 or 1 [n, 7], -1 where a row has none."""
    found = {}
    for head, labels in SINGLE_LABEL_HEADS.items():
        shares = torch.zeros(len(rows), len(labels))
        for at, row in enumerate(rows):
            if head in row:
                shares[at, labels.index(primary(row, head))] = 1.0
                if head == "intents" and len(row["intents"]) > 1:
                    shares[at] *= 1 - SECOND_INTENT
                    shares[at, labels.index(row["intents"][1])] += SECOND_INTENT
        found[head] = shares
    found["flags"] = torch.tensor([[float(flag in row["flags"]) if "flags" in row else -1.0 for flag in FLAGS] for row in rows]).reshape(-1, len(FLAGS))
    return found


class Network(nn.Module):
    """One hidden layer and a linear layer a head: [B, D] -> {head: [B, k]}."""

    def __init__(self, width: int, settings: Settings) -> None:
        super().__init__()
        self.dropout = nn.Dropout(settings.dropout)
        self.hidden = nn.Linear(width, settings.hidden)
        self.heads = nn.ModuleDict({head: nn.Linear(settings.hidden, len(labels)) for head, labels in {**SINGLE_LABEL_HEADS, "flags": FLAGS}.items()})

    def forward(self, x: torch.Tensor) -> dict[str, torch.Tensor]:
        shared = self.dropout(functional.gelu(self.hidden(self.dropout(x))))
        return {name: head(shared) for name, head in self.heads.items()}


def label_loss(logits: dict[str, torch.Tensor], targets: dict[str, torch.Tensor], at: torch.Tensor) -> torch.Tensor:
    """Sum over the heads of the mean loss over the rows `at`; a row without a head's label counts 0 for it."""
    total = torch.zeros(())
    for head in SINGLE_LABEL_HEADS:
        shares = targets[head][at]
        smooth = shares * (1 - SMOOTHING) + shares.sum(1, keepdim=True) * SMOOTHING / shares.shape[1]
        total = total - (smooth * logits[head].log_softmax(1)).sum(1).mean()
    flags = targets["flags"][at]
    has = flags[:, 0] >= 0
    return total + FLAGS_WEIGHT * functional.binary_cross_entropy_with_logits(logits["flags"][has], flags[has]) if has.any() else total


def divergence(logits: dict[str, torch.Tensor]) -> torch.Tensor:
    """Jensen-Shannon divergence of the labels of the first half of the rows from those of the second, summed over INVARIANT, mean over pairs."""
    total = torch.zeros(())
    for head in INVARIANT:
        both = torch.stack(logits[head].log_softmax(1).chunk(2))
        middle = both.logsumexp(0) - np.log(2)
        total = total + 0.5 * functional.kl_div(middle.expand_as(both), both, log_target=True, reduction="none").sum((0, 2)).mean()
    return total


def pairs_of(corpus: Corpus) -> tuple[torch.Tensor, torch.Tensor]:
    """([p, D], [p, D]) of swapped train messages, every group of words equally often."""
    groups = defaultdict(list)
    for group, x in corpus.swaps("train"):
        groups[group] += [(x[0], other) for other in x[1:]]
    most = max(map(len, groups.values()))
    chance = np.random.default_rng(0)
    picked = [found[at] for found in groups.values() for at in chance.permutation(np.arange(most) % len(found))]
    return torch.stack([one for one, _ in picked]), torch.stack([other for _, other in picked])


def train_one(corpus: Corpus, settings: Settings, keep: np.ndarray, pairs: tuple[torch.Tensor, torch.Tensor] | None, seed: int) -> Network:
    """A network from the own rows in `keep` [n] bool, the public rows and the pairs."""
    torch.manual_seed(seed)
    network = Network(corpus.x.shape[1], settings)
    rows = torch.from_numpy(np.flatnonzero(keep))
    steps = settings.epochs * max(1, len(rows) // BATCH)
    optimizer = torch.optim.AdamW(network.parameters(), lr=settings.rate, weight_decay=settings.decay)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.02, 1 - step / steps))
    network.train()
    for step in range(steps):
        place = step % max(1, len(rows) // BATCH)
        if place == 0:
            order = rows[torch.randperm(len(rows))]
        at = order[place * BATCH : (place + 1) * BATCH]
        loss = label_loss(network(corpus.x[at]), corpus.targets, at)
        if settings.public and len(corpus.public):
            at = torch.randint(len(corpus.public), (PUBLIC_BATCH,))
            loss = loss + settings.public * label_loss(network(corpus.public_x[at]), corpus.public_targets, at)
        if settings.swaps and pairs:
            at = torch.randint(len(pairs[0]), (SWAP_BATCH,))
            loss = loss + settings.swaps * divergence(network(torch.cat([pairs[0][at], pairs[1][at]])))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    return network.eval()


def train_networks(corpus: Corpus, settings: Settings, keep: np.ndarray, pairs: tuple[torch.Tensor, torch.Tensor] | None = None) -> list[Network]:
    """Networks that differ in their seed."""
    return [train_one(corpus, settings, keep, pairs, seed) for seed in range(settings.nets)]


@torch.no_grad()
def logits_of(networks: list[Network], x: torch.Tensor) -> dict[str, np.ndarray]:
    """{head: mean logits [n, k]}."""
    found = [network(x) for network in networks]
    return {head: torch.stack([one[head] for one in found]).mean(0).numpy() for head in ALL_HEADS}


def truth_of(corpus: Corpus, head: str) -> np.ndarray:
    """Labels of the held rows: indices [held], of the flags 0 or 1 [held, 7]."""
    held = corpus.targets[head][torch.from_numpy(corpus.held)]
    return held.numpy().astype(int) if head == "flags" else held.argmax(1).numpy()


def flip_shares(corpus: Corpus, networks: list[Network]) -> dict[str, float]:
    """Share of swaps in validation messages, with words not trained on, that flip the sentiment or the urgency, by group and over `all`."""
    flips = defaultdict(list)
    for group, x in corpus.swaps("held"):
        logits = logits_of(networks, x)
        best = np.stack([logits[head].argmax(axis=1) for head in ("sentiment", "urgency")])
        changed = (best[:, 1:] != best[:, :1]).any(axis=0).tolist()
        flips[group] += changed
        flips["all"] += changed
    return {group: round(float(np.mean(found)), 4) for group, found in sorted(flips.items())}


def calibrated(corpus: Corpus, head: str, logits: np.ndarray) -> tuple[dict, dict]:
    """(calibration from all held rows, scores with every fold calibrated on the others) of a head from its logits of the held rows."""
    truth = truth_of(corpus, head)
    if head == "flags":
        return calibrate_flags(logits, truth), score_flags(logits, truth, calibrate_flags(logits, truth), corpus.fold)
    quiet = SINGLE_LABEL_HEADS[head].index(QUIET[head]) if QUIET[head] else None
    calibration = calibrate_single(logits, truth, PRECISION, quiet)
    return calibration, score_single(logits, truth, calibration, quiet, corpus.fold)


def measure(corpus: Corpus, networks: list[Network]) -> dict:
    """Log loss of every head on the held rows, their sum, macro-F1, and the share of flipped swaps."""
    logits = logits_of(networks, corpus.x[torch.from_numpy(corpus.held)])
    losses = {head: round(log_loss(logits[head], truth_of(corpus, head)), 4) for head in ALL_HEADS}
    macro = {head: round(macro_f1(logits[head], truth_of(corpus, head)), 4) for head in SINGLE_LABEL_HEADS}
    return {"loss": round(sum(losses.values()), 4), "losses": losses, "macroF1": macro, "flips": flip_shares(corpus, networks)["all"]}


def join(corpus: Corpus, networks: list[Network]) -> dict[str, np.ndarray]:
    """The networks side by side as one: arrays of heads.npz, fp32."""
    weight = np.concatenate([network.hidden.weight.detach().numpy() for network in networks])
    bias = np.concatenate([network.hidden.bias.detach().numpy() for network in networks])
    arrays = {"views.mean": corpus.mean, "views.scale": 1 / corpus.spread, "hidden.weight": weight, "hidden.bias": bias}
    for head in ALL_HEADS:
        parts = [network.heads[head] for network in networks]
        arrays[f"{head}.weight"] = np.concatenate([part.weight.detach().numpy() for part in parts], axis=1) / len(parts)
        arrays[f"{head}.bias"] = np.mean([part.bias.detach().numpy() for part in parts], axis=0)
    return {name: value.astype(np.float32) for name, value in arrays.items()}


def train(corpus: Corpus, tries: tuple[Settings, ...] = TRIED) -> tuple[dict, dict[str, np.ndarray]]:
    """(settings, calibration, validation scores and flips; arrays of the heads that ship)."""
    pairs, tried, found = pairs_of(corpus), [], {}
    for settings in tries:
        found[settings] = train_networks(corpus, settings, corpus.learnt, pairs)
        tried.append({**asdict(settings), **measure(corpus, found[settings])})
        print(json.dumps(tried[-1]), flush=True)
    least = min(one["loss"] for one in tried)
    best = min((one for one in tried if one["loss"] <= least * (1 + COST)), key=lambda one: one["flips"])
    best = next(settings for settings in tries if asdict(settings).items() <= best.items())
    result: dict = {"views": list(corpus.model.views), "settings": asdict(best), "calibration": {}, "validation": {}, "tried": tried}
    logits = logits_of(found[best], corpus.x[torch.from_numpy(corpus.held)])
    for head in ALL_HEADS:
        result["calibration"][head], result["validation"][head] = calibrated(corpus, head, logits[head])
        print(head, json.dumps(result["validation"][head] if head != "flags" else result["validation"][head]["all"]), flush=True)
    result["validation"]["flips"] = flip_shares(corpus, found[best])
    return result, join(corpus, found[best])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", choices=MODELS, default="signals-en")
    parser.add_argument("--rows", type=Path, default=OUT / "rows.jsonl")
    parser.add_argument("--tries", type=int, nargs="*", default=range(len(TRIED)), help="only these of the settings to try, by their place")
    arguments = parser.parse_args()
    chosen = MODELS[arguments.model]
    wanted = [row for row in read_rows(arguments.rows) if row.get("language", "en") in ("en", *chosen.languages)]
    result, arrays = train(Corpus(wanted, chosen), tuple(TRIED[at] for at in arguments.tries))
    np.savez(chosen.work / "heads.npz", **arrays)
    (chosen.work / "heads.json").write_text(json.dumps(result, indent=1))
    print(json.dumps(result["validation"]["flips"]))
