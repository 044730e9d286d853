"""Learning curves: how well the heads do with an eighth, a quarter, a half and all of our own train rows. Says whether writing more would pay.

On the same validation rows; parts are drawn by language and first intent, two draws each. Test rows are never read.
"""

import argparse
import json
from collections import defaultdict

import numpy as np
import torch
from sklearn.metrics import f1_score

from calibration import calibrate_flags, score_flags
from encoder import OUT
from features import read_rows
from heads import Corpus, Settings, logits_of, train_networks, truth_of
from models import MODELS, Model
from taxonomy import SINGLE_LABEL_HEADS

SHARES, DRAWS = (0.125, 0.25, 0.5, 1.0), 2
# The same for every part, so that only the number of rows differs.
SETTINGS = Settings(nets=1, swaps=0.0)


def draw(rows: list[dict], learnt: np.ndarray, share: float, seed: int) -> np.ndarray:
    """[n] bool: about `share` of the rows in `learnt` [n] bool, of every language and first intent alike."""
    groups = defaultdict(list)
    for at in np.flatnonzero(learnt):
        groups[rows[at]["language"], rows[at]["intents"][0]].append(at)
    random = np.random.default_rng(seed)
    picked = np.zeros(len(rows), bool)
    for group in groups.values():
        exact = share * len(group)
        count = int(exact) + int(random.random() < exact - int(exact))
        picked[random.permutation(group)[:count]] = True
    return picked


def measure(corpus: Corpus, logits: dict[str, np.ndarray], among: np.ndarray) -> dict[str, float]:
    """The goals' figures on held rows in `among` [held] bool, in percent; flags at the threshold that heads.py would choose."""
    found = {"n": int(among.sum())}
    for head in SINGLE_LABEL_HEADS:
        truth, scores = truth_of(corpus, head)[among], logits[head][among]
        if head == "intents":
            ranked = np.argsort(-scores, axis=1) == truth[:, None]
            found |= {"intent first": 100 * ranked[:, 0].mean(), "in three": 100 * ranked[:, :3].any(axis=1).mean()}
        else:
            found[head] = 100 * f1_score(truth, scores.argmax(axis=1), average="macro", labels=np.unique(truth), zero_division=0)
    truth = truth_of(corpus, "flags")[among]
    calibration = calibrate_flags(logits["flags"][among], truth)
    return {**found, "flags": 100 * score_flags(logits["flags"][among], truth, calibration)["all"]["f1"]}


def curve(rows: list[dict], model: Model) -> list[dict]:
    """A row a share and language group: mean over the draws, and the spread of the draws in the first intent."""
    languages = (*model.languages, *(() if "en" in model.languages else ("en",)))
    corpus = Corpus(rows, model, languages)
    held = corpus.x[torch.from_numpy(corpus.held)]
    spoken = np.array([row["language"] for row, kept in zip(corpus.own, corpus.held, strict=True) if kept])
    table = []
    for share in SHARES:
        draws = []
        for seed in range(DRAWS if share < 1 else 1):
            picked = draw(corpus.own, corpus.learnt, share, seed)
            draws.append(logits_of(train_networks(corpus, SETTINGS, picked), held))
        for group, among in (("en", spoken == "en"), ("others", spoken != "en")):
            if among.any():
                found = [measure(corpus, logits, among) for logits in draws]
                mean = {name: round(float(np.mean([one[name] for one in found])), 1) for name in found[0]}
                spread = round(float(np.std([one["intent first"] for one in found])), 1)
                table.append({"model": model.id, "share": share, "languages": group, **mean, "spread": spread})
                print(json.dumps(table[-1]), flush=True)
    return table


def markdown(table: list[dict]) -> str:
    """The table for training/README.md."""
    keys = list(table[0])
    lines = [f"| {' | '.join(keys)} |", "|" + " --- |" * len(keys)]
    return "\n".join(lines + [f"| {' | '.join(str(row[key]) for key in keys)} |" for row in table])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", choices=MODELS, action="append", help="left out: both")
    arguments = parser.parse_args()
    every = read_rows(OUT / "rows.jsonl")
    measured = []
    for name in arguments.model or MODELS:
        chosen = MODELS[name]
        measured += curve([row for row in every if row.get("language", "en") in ("en", *chosen.languages)], chosen)
    print(markdown(measured))
