"""Stage 5: train the five heads on the encoder's pooled views, calibrate them, choose their thresholds.

The encoder has learnt from the train rows of our own corpus, so every choice (settings, calibration, thresholds) rests on its validation rows
in the model's languages alone, in five folds: each fold is predicted by heads trained on the train rows and the other folds. The heads that
ship are trained on all of them. Test rows are never read here.

A head is a discriminant analysis over the main directions of the standardised views, one linear map of the views in the end. Differences
between a message and the same message with another name, gender, dialect, religion or country (swaps.py) count as noise within a label
(invariance by a penalty on nuisance directions, as in Simard et al. 1991, "Tangent Prop", for a linear map).

Writes heads.npz (per head `<head>.weight` [k, D] and `<head>.bias` [k]) and heads.json (settings, calibration, validation scores) into the
model's folder.
"""

import argparse
import hashlib
import json
from collections import defaultdict
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np

from calibration import calibrate_flags, calibrate_single, log_loss, macro_f1, score_flags, score_single
from data import SUPPORT
from discriminant import Moments, discriminant, gram_of, moments_of, principal
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
# How many main directions of the views a head may look along.
DIRECTIONS = 896
# Weight of a message's second intent as one more example of that intent.
SECOND_INTENT = 0.3
# Heads that shall not move with a name, a gender, a dialect, a religion or a country.
INVARIANT = ("sentiment", "emotion", "urgency")
# What invariance may cost: a share of the cross-fitted log loss, and macro-F1 (the log loss hardly sees rare labels).
INVARIANCE_COST, INVARIANCE_F1 = 0.01, 0.005


@dataclass(frozen=True)
class Settings:
    """How a head is trained: share of the identity in the covariance (0..1), weight of all public rows together against 1 for all own rows,
    weight of the swaps' second moment against the covariance."""

    shrinkage: float
    public_share: float = 0.0
    invariance: float = 0.0


SHRINKAGES, PUBLIC_SHARES, INVARIANCES = (0.25, 0.4, 0.55), (0.0, 0.05), (2.0, 4.0, 8.0, 16.0)


@dataclass(frozen=True)
class Basis:
    """Standardisation of the views and their main directions: mean and spread [D], directions [D, R]."""

    mean: np.ndarray
    spread: np.ndarray
    directions: np.ndarray

    def project(self, views: np.ndarray) -> np.ndarray:
        """[n, D] -> [n, R]."""
        return (views - self.mean) / self.spread @ self.directions

    def unfold(self, weight: np.ndarray, bias: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """A linear map of the directions ([k, R], [k]) as one of the raw views ([k, D], [k])."""
        wide = weight @ self.directions.T / self.spread
        return wide, bias - wide @ self.mean


class Corpus:
    """Own rows that are not test and public rows, as `x` [n, R] and `public_x` [m, R]; `held` [n] bool are the validation rows in the
    model's languages, `fold` [n] their parts, -1 of a row that is always learnt from."""

    def __init__(self, rows: list[dict], model: Model, languages: tuple[str, ...] | None = None, directions: int = DIRECTIONS) -> None:
        """`languages` of the held rows: the model's own when left out."""
        self.model, features, views = model, model.work / "features.npz", list(model.views)
        self.own = [row for row in rows if row["source"] == SUPPORT and row["split"] != "test"]
        self.public = [row for row in rows if row["source"] != SUPPORT]
        raw = load_features(features, [row["text"] for row in self.own], views)
        learnt = np.array([row["split"] == "train" for row in self.own])
        mean, spread = raw[learnt].mean(axis=0), raw[learnt].std(axis=0) + 1e-6
        self.basis = Basis(mean, spread, principal((raw[learnt] - mean) / spread, directions))
        self.x, self.learnt = self.basis.project(raw), learnt
        self.public_x = self.basis.project(load_features(features, [row["text"] for row in self.public], views)) if self.public else self.x[:0]
        self.held = np.array([row["split"] == "validation" and row["language"] in (languages or model.languages) for row in self.own])
        hashes = np.array([int(hashlib.sha256(row["text"].encode()).hexdigest()[:8], 16) % FOLDS for row in self.own])
        self.fold = np.where(self.held, hashes, -1)
        self.flags = np.array([[int(flag in row["flags"]) for flag in FLAGS] for row in self.own])
        self.labels = {head: np.array([names.index(primary(row, head)) for row in self.own]) for head, names in SINGLE_LABEL_HEADS.items()}
        self.public_moments = {head: self.public_part(head) for head in SINGLE_LABEL_HEADS}
        self.grams: dict[bytes, np.ndarray] = {}

    def public_part(self, head: str) -> Moments | None:
        """Moments of the public rows with this head's label, of mass 1 together; None where there are none."""
        names, rows = SINGLE_LABEL_HEADS[head], [at for at, row in enumerate(self.public) if head in row]
        labels = np.array([names.index(primary(self.public[at], head)) for at in rows])
        return moments_of(self.public_x[rows], labels, len(names)) * (1 / len(rows)) if rows else None

    def gram(self, keep: np.ndarray) -> np.ndarray:
        """The second moment [R, R] of the own rows in `keep` [n] bool, computed once."""
        key = keep.tobytes()
        if key not in self.grams:
            self.grams[key] = gram_of(self.x[keep])
        return self.grams[key]

    def swaps(self, part: str) -> list[tuple[str, np.ndarray]]:
        """(group, x [texts, R] of texts that shall get one label) of every swap of `part`: train | held."""
        found = read_swaps(self.own, part, self.model.languages)
        x = self.basis.project(load_features(self.model.work / "swaps.npz", [text for _, texts in found for text in texts], list(self.model.views)))
        ends = np.cumsum([len(texts) for _, texts in found])
        return [(group, one) for (group, _), one in zip(found, np.split(x, ends[:-1]), strict=True)]

    def swap_moment(self) -> np.ndarray:
        """Mean second moment [R, R] of what a swap changes within a message, every group of words alike; from train messages."""
        groups = defaultdict(list)
        for group, x in self.swaps("train"):
            groups[group].append((x - x.mean(axis=0)) / np.sqrt(len(x) - 1))
        return sum(gram_of(np.concatenate(parts)) / len(parts) for parts in groups.values()) / len(groups)


def primary(row: dict, head: str) -> str:
    """The label of a single-label head; of `intents`, the first."""
    return row["intents"][0] if head == "intents" else row[head]


def fit_single(corpus: Corpus, head: str, keep: np.ndarray, settings: Settings, unwanted: np.ndarray | None) -> tuple[np.ndarray, np.ndarray]:
    """(weight [k, R], bias [k]) of a single-label head from the own rows in `keep` [n] bool and the public rows."""
    count = len(SINGLE_LABEL_HEADS[head])
    moments = moments_of(corpus.x[keep], corpus.labels[head][keep], count, corpus.gram(keep))
    if head == "intents":
        further = [(at, SINGLE_LABEL_HEADS[head].index(name)) for at in np.flatnonzero(keep) for name in corpus.own[at]["intents"][1:]]
        rows, labels = np.array(further).reshape(-1, 2).T
        moments += moments_of(corpus.x[rows], labels, count) * SECOND_INTENT
    public = corpus.public_moments[head]
    if public and settings.public_share:
        moments += public * (settings.public_share * keep.sum())
    return discriminant(moments, settings.shrinkage, unwanted)


def fit_flags(corpus: Corpus, keep: np.ndarray, settings: Settings) -> tuple[np.ndarray, np.ndarray]:
    """(weight [7, R], bias [7]): of every flag the difference between its two labels, from the own rows in `keep` [n] bool."""
    pairs = [discriminant(moments_of(corpus.x[keep], flag, 2, corpus.gram(keep)), settings.shrinkage) for flag in corpus.flags[keep].T]
    return np.stack([weight[1] - weight[0] for weight, _ in pairs]), np.array([bias[1] - bias[0] for _, bias in pairs])


def fit_head(corpus: Corpus, head: str, keep: np.ndarray, settings: Settings, moment: np.ndarray | None = None) -> tuple[np.ndarray, np.ndarray]:
    """A head from the own rows in `keep` [n] bool; `moment` [R, R] of the swaps where it shall not move with them."""
    if head == "flags":
        return fit_flags(corpus, keep, settings)
    return fit_single(corpus, head, keep, settings, None if moment is None or not settings.invariance else moment * np.float32(settings.invariance))


def cross_fit(corpus: Corpus, head: str, settings: Settings, moment: np.ndarray | None = None) -> np.ndarray:
    """Logits of the held rows [held, k], each fold from heads that have not seen it."""
    parts = []
    for fold in range(FOLDS):
        weight, bias = fit_head(corpus, head, (corpus.learnt | (corpus.fold >= 0)) & (corpus.fold != fold), settings, moment)
        parts.append(corpus.x[corpus.held] @ weight.T + bias)
    return np.stack(parts)[corpus.fold[corpus.held], np.arange(corpus.held.sum())]


def truth_of(corpus: Corpus, head: str) -> np.ndarray:
    """Labels of the held rows: indices [held], of the flags 0 or 1 [held, 7]."""
    return corpus.flags[corpus.held] if head == "flags" else corpus.labels[head][corpus.held]


def choose(corpus: Corpus, head: str, moment: np.ndarray | None) -> tuple[Settings, list[dict]]:
    """The settings with the least cross-fitted log loss, then the strongest invariance within INVARIANCE_COST and INVARIANCE_F1; and every try."""
    truth, tried = truth_of(corpus, head), {}

    def measure(settings: Settings) -> float:
        logits = cross_fit(corpus, head, settings, moment)
        tried[settings] = {"loss": round(log_loss(logits, truth), 4), "macroF1": None if head == "flags" else round(macro_f1(logits, truth), 4)}
        return tried[settings]["loss"]

    shares = PUBLIC_SHARES if head != "flags" and corpus.public_moments[head] else (0.0,)
    best = min((Settings(shrinkage, share) for shrinkage in SHRINKAGES for share in shares), key=measure)
    if head in INVARIANT and moment is not None:
        plain = tried[best]
        for settings in (replace(best, invariance=strength) for strength in INVARIANCES):
            measure(settings)
            if tried[settings]["loss"] <= plain["loss"] * (1 + INVARIANCE_COST) and tried[settings]["macroF1"] >= plain["macroF1"] - INVARIANCE_F1:
                best = settings
    return best, [{"head": head, **asdict(settings), **found} for settings, found in tried.items()]


def calibrated(corpus: Corpus, head: str, logits: np.ndarray) -> tuple[dict, dict]:
    """(calibration from all held rows, scores with every fold calibrated on the others) of a head from its logits of the held rows."""
    truth, fold = truth_of(corpus, head), corpus.fold[corpus.held]
    if head == "flags":
        return calibrate_flags(logits, truth), score_flags(logits, truth, calibrate_flags(logits, truth), fold)
    quiet = SINGLE_LABEL_HEADS[head].index(QUIET[head]) if QUIET[head] else None
    calibration = calibrate_single(logits, truth, PRECISION, quiet)
    return calibration, score_single(logits, truth, calibration, quiet, fold)


def flip_shares(corpus: Corpus, heads: dict[str, tuple[np.ndarray, np.ndarray]]) -> dict[str, float]:
    """Share of swaps in validation messages, with words not trained on, that flip the sentiment or the urgency, by group and over `all`."""
    flips = defaultdict(list)
    for group, x in corpus.swaps("held"):
        best = np.stack([(x @ weight.T + bias).argmax(axis=1) for weight, bias in (heads["sentiment"], heads["urgency"])])
        changed = (best[:, 1:] != best[:, :1]).any(axis=0).tolist()
        flips[group] += changed
        flips["all"] += changed
    return {group: round(float(np.mean(found)), 4) for group, found in sorted(flips.items())}


def train(corpus: Corpus) -> tuple[dict, dict[str, np.ndarray]]:
    """(settings, calibration, validation scores and flips; arrays of the heads that ship)."""
    result: dict = {"views": list(corpus.model.views), "settings": {}, "calibration": {}, "validation": {}, "tried": []}
    arrays, learnt = {}, {}
    moment = corpus.swap_moment()
    for head in ALL_HEADS:
        settings, tried = choose(corpus, head, moment)
        result["tried"] += tried
        result["settings"][head] = asdict(settings)
        result["calibration"][head], result["validation"][head] = calibrated(corpus, head, cross_fit(corpus, head, settings, moment))
        learnt[head] = fit_head(corpus, head, corpus.learnt, settings, moment)
        weight, bias = corpus.basis.unfold(*fit_head(corpus, head, np.ones(len(corpus.own), bool), settings, moment))
        arrays |= {f"{head}.weight": weight.astype(np.float32), f"{head}.bias": bias.astype(np.float32)}
        print(head, json.dumps({**result["settings"][head], **(result["validation"][head] if head != "flags" else {})}), flush=True)
    result["validation"]["flips"] = flip_shares(corpus, learnt)
    return result, arrays


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", choices=MODELS, default="signals-en")
    parser.add_argument("--rows", type=Path, default=OUT / "rows.jsonl")
    arguments = parser.parse_args()
    chosen = MODELS[arguments.model]
    wanted = [row for row in read_rows(arguments.rows) if row.get("language", "en") in ("en", *chosen.languages)]
    result, arrays = train(Corpus(wanted, chosen))
    np.savez(chosen.work / "heads.npz", **arrays)
    (chosen.work / "heads.json").write_text(json.dumps(result, indent=1))
    print(json.dumps(result["validation"]["flags"]["all"]), json.dumps(result["validation"]["flips"]))
