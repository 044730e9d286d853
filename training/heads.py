"""Stage 5: train the five heads on the encoder's pooled views, calibrate them, choose their thresholds.

The heads are one small network over the standardised views: a hidden layer that all heads share (Caruana 1997), two of them learnt with other
seeds side by side (their logits are averaged), mixed with what single words say (words.py) by a share a head. Own rows count in full, public rows little. What another name, gender, dialect, religion or
country changes in a message (swaps.py) is held against it: the Jensen-Shannon divergence of the labels of both messages is part of the loss.

It learns from the train rows alone; settings, calibration and thresholds rest on the validation rows in the model's languages. Test rows are
never read here.

Writes heads.npz (`views.mean` and `views.scale` [D], `hidden.weight` [m, D] of the standardised views, `hidden.bias` [m], `words.table` [ROWS, WIDTH], `words.idf` [ROWS], per head
`<head>.weight` [k, m + WIDTH], the network's share and the words' side by side, and `<head>.bias` [k]) and heads.json (settings, calibration, validation scores) into the model's folder.
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
from encoder import OUT, load_tokenizer
from features import load_features, read_rows
from models import MODELS, Model
from swaps import read_swaps
from taxonomy import FLAGS, SINGLE_LABEL_HEADS
from unpack import quantise_table
from words import BATCH as WORDS_BATCH
from words import DECAY, EPOCHS, RATE, Texts, Words, frequencies, read_texts

PRECISION = 0.8
LABELS = {**SINGLE_LABEL_HEADS, "flags": FLAGS}
ALL_HEADS = [*LABELS]
# Shares of the words' logits that are tried a head; the one with the least log loss on the validation rows ships.
SHARES = (0.0, 0.15, 0.3, 0.4, 0.5)
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

    hidden: int = 288
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
        self.held_x = self.x[torch.from_numpy(self.held)]
        self.words = self.read_words([row["text"] for row in self.own])
        self.held_words = self.words[np.flatnonzero(self.held)]

    def read_words(self, texts: list[str]) -> Texts:
        """Features of single words and pairs, by the model's own tokenizer."""
        return read_texts(load_tokenizer(self.model.work / "base"), texts)

    def standardise(self, views: np.ndarray) -> torch.Tensor:
        """[n, D] -> [n, D] with mean 0 and deviation 1 over the train rows."""
        return torch.from_numpy(((views - self.mean) / self.spread).astype(np.float32))

    def swaps(self, part: str) -> list[tuple[str, torch.Tensor, Texts]]:
        """(group, x [texts, D] of texts that shall get one label, their words) of every swap of `part`: train | held."""
        found = read_swaps(self.own, part, self.model.languages)
        texts = [text for _, group in found for text in group]
        x = self.standardise(load_features(self.model.work / "swaps.npz", texts, list(self.model.views)))
        words, ends = self.read_words(texts), np.cumsum([len(group) for _, group in found])
        return [(group, x[end - len(one) : end], words[np.arange(end - len(one), end)]) for (group, one), end in zip(found, ends, strict=True)]


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
        self.heads = nn.ModuleDict({head: nn.Linear(settings.hidden, len(labels)) for head, labels in LABELS.items()})

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


@dataclass(frozen=True)
class Pairs:
    """Swapped train messages: `x` ([p, D], [p, D]) and the words of both."""

    x: tuple[torch.Tensor, torch.Tensor]
    words: tuple[Texts, Texts]


def pairs_of(corpus: Corpus) -> Pairs:
    """Pairs of every group of words equally often."""
    groups = defaultdict(list)
    for group, x, words in corpus.swaps("train"):
        groups[group] += [((x[0], x[at]), (words.features[0], words.features[at])) for at in range(1, len(x))]
    most = max(map(len, groups.values()))
    chance = np.random.default_rng(0)
    picked = [found[at] for found in groups.values() for at in chance.permutation(np.arange(most) % len(found))]
    one, other = (torch.stack([x[side] for x, _ in picked]) for side in (0, 1))
    return Pairs((one, other), (Texts([words[0] for _, words in picked]), Texts([words[1] for _, words in picked])))


def train_one(corpus: Corpus, settings: Settings, keep: np.ndarray, pairs: Pairs | None, seed: int) -> Network:
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
            at = torch.randint(len(pairs.x[0]), (SWAP_BATCH,))
            loss = loss + settings.swaps * divergence(network(torch.cat([pairs.x[0][at], pairs.x[1][at]])))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    return network.eval()


def train_words(corpus: Corpus, settings: Settings, keep: np.ndarray, pairs: Pairs | None) -> Words:
    """What words say, from the own rows in `keep` [n] bool and the pairs."""
    torch.manual_seed(0)
    # Rows that no text names decay towards numbers that a processor is slow with.
    torch.set_flush_denormal(True)
    rows = np.flatnonzero(keep)
    words = Words(frequencies(corpus.words[rows]), {head: len(labels) for head, labels in LABELS.items()})
    optimizer = torch.optim.Adam(words.parameters(), lr=RATE, fused=True)
    batches = max(1, len(rows) // WORDS_BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.02, 1 - step / (EPOCHS * batches)))
    chance = np.random.default_rng(0)
    for _ in range(EPOCHS):
        order = chance.permutation(rows)
        for place in range(batches):
            at = order[place * WORDS_BATCH : (place + 1) * WORDS_BATCH]
            loss = label_loss(words(corpus.words[at]), corpus.targets, torch.from_numpy(at)) + DECAY * words.table.weight.square().sum()
            if settings.swaps and pairs:
                both = chance.integers(len(pairs.words[0]), size=SWAP_BATCH)
                loss = loss + settings.swaps * divergence(words(Texts(pairs.words[0][both].features + pairs.words[1][both].features)))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    rounded = torch.from_numpy(quantise_table(words.table.weight.detach().numpy())[2])
    words.table.weight.data.copy_(rounded)
    return words.eval()


def train_networks(corpus: Corpus, settings: Settings, keep: np.ndarray, pairs: Pairs | None = None) -> list[Network]:
    """Networks that differ in their seed."""
    return [train_one(corpus, settings, keep, pairs, seed) for seed in range(settings.nets)]


@torch.no_grad()
def logits_of(networks: list[Network], x: torch.Tensor) -> dict[str, np.ndarray]:
    """{head: mean logits [n, k]}."""
    found = [network(x) for network in networks]
    return {head: torch.stack([one[head] for one in found]).mean(0).numpy() for head in ALL_HEADS}


@dataclass
class Heads:
    """Networks and words, mixed: `shares` is the words' share of a head's logits."""

    networks: list[Network]
    words: Words
    shares: dict[str, float]

    def logits(self, x: torch.Tensor, texts: Texts) -> dict[str, np.ndarray]:
        """{head: mixed logits [n, k]} of texts by their views and their words."""
        return mix(logits_of(self.networks, x), words_logits(self.words, texts), self.shares)


@torch.no_grad()
def words_logits(words: Words, texts: Texts) -> dict[str, np.ndarray]:
    """{head: logits [n, k]}."""
    return {head: found.numpy() for head, found in words(texts).items()}


def mix(networks: dict[str, np.ndarray], words: dict[str, np.ndarray], shares: dict[str, float]) -> dict[str, np.ndarray]:
    """Logits of both, the words' by their share a head."""
    return {head: (1 - share) * networks[head] + share * words[head] for head, share in shares.items()}


def train_heads(corpus: Corpus, settings: Settings, keep: np.ndarray, pairs: Pairs | None = None) -> Heads:
    """Networks and words from the own rows in `keep` [n] bool, with the shares that suit the held rows best."""
    networks, words = train_networks(corpus, settings, keep, pairs), train_words(corpus, settings, keep, pairs)
    by_views, by_words = logits_of(networks, corpus.held_x), words_logits(words, corpus.held_words)

    def loss(head: str, share: float) -> float:
        return log_loss(mix(by_views, by_words, {head: share})[head], truth_of(corpus, head))

    return Heads(networks, words, {head: min(SHARES, key=lambda share: loss(head, share)) for head in ALL_HEADS})


def truth_of(corpus: Corpus, head: str) -> np.ndarray:
    """Labels of the held rows: indices [held], of the flags 0 or 1 [held, 7]."""
    held = corpus.targets[head][torch.from_numpy(corpus.held)]
    return held.numpy().astype(int) if head == "flags" else held.argmax(1).numpy()


def flip_shares(corpus: Corpus, heads: Heads) -> dict[str, float]:
    """Share of swaps in validation messages, with words not trained on, that flip the sentiment or the urgency, by group and over `all`."""
    flips = defaultdict(list)
    for group, x, words in corpus.swaps("held"):
        logits = heads.logits(x, words)
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


def measure(corpus: Corpus, heads: Heads) -> dict:
    """Log loss of every head on the held rows, their sum, macro-F1, the share of flipped swaps, and the words' share a head."""
    logits = heads.logits(corpus.held_x, corpus.held_words)
    losses = {head: round(log_loss(logits[head], truth_of(corpus, head)), 4) for head in ALL_HEADS}
    macro = {head: round(macro_f1(logits[head], truth_of(corpus, head)), 4) for head in SINGLE_LABEL_HEADS}
    return {"loss": round(sum(losses.values()), 4), "losses": losses, "macroF1": macro, "flips": flip_shares(corpus, heads)["all"], "words": heads.shares}


def join(corpus: Corpus, heads: Heads) -> dict[str, np.ndarray]:
    """The networks side by side as one, and the words: arrays of heads.npz, fp32."""
    networks, words = heads.networks, heads.words
    weight = np.concatenate([network.hidden.weight.detach().numpy() for network in networks])
    bias = np.concatenate([network.hidden.bias.detach().numpy() for network in networks])
    arrays = {"views.mean": corpus.mean, "views.scale": 1 / corpus.spread, "hidden.weight": weight, "hidden.bias": bias}
    arrays |= {"words.table": words.table.weight.detach().numpy(), "words.idf": words.idf.numpy()}
    for head, share in heads.shares.items():
        parts, own = [network.heads[head] for network in networks], words.heads[head]
        by_views = np.concatenate([part.weight.detach().numpy() for part in parts], axis=1) / len(parts)
        arrays[f"{head}.weight"] = np.concatenate([(1 - share) * by_views, share * own.weight.detach().numpy()], axis=1)
        arrays[f"{head}.bias"] = (1 - share) * np.mean([part.bias.detach().numpy() for part in parts], axis=0) + share * own.bias.detach().numpy()
    return {name: value.astype(np.float32) for name, value in arrays.items()}


def train(corpus: Corpus, tries: tuple[Settings, ...] = TRIED) -> tuple[dict, dict[str, np.ndarray]]:
    """(settings, calibration, validation scores and flips; arrays of the heads that ship)."""
    pairs, tried, found = pairs_of(corpus), [], {}
    for settings in tries:
        found[settings] = train_heads(corpus, settings, corpus.learnt, pairs)
        tried.append({**asdict(settings), **measure(corpus, found[settings])})
        print(json.dumps(tried[-1]), flush=True)
    least = min(one["loss"] for one in tried)
    best = min((one for one in tried if one["loss"] <= least * (1 + COST)), key=lambda one: one["flips"])
    best = next(settings for settings in tries if asdict(settings).items() <= best.items())
    result: dict = {"views": list(corpus.model.views), "settings": asdict(best), "calibration": {}, "validation": {}, "tried": tried}
    logits = found[best].logits(corpus.held_x, corpus.held_words)
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
