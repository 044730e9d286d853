"""Stage 5: train the five heads on the encoder's pooled views, calibrate them, choose their thresholds.

The encoder has learnt from the train rows of our own corpus, so choices (settings, temperature, thresholds) rest on its validation rows in
the model's languages alone, predicted by heads trained on the train rows. The heads that ship are then trained on both. Test rows are never
read here. Every head is one linear map of the views: the mean of a logistic regression and a discriminant analysis, with the
standardisation of the views folded into it.

Writes heads.npz (per head `<head>.weight` [k, D] and `<head>.bias` [k]) and heads.json (calibration and validation scores) into the model's folder.
"""

import argparse
import json
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy.special import expit, softmax
from sklearn.linear_model import LogisticRegression

from calibration import (
    fit_platt,
    fit_temperature,
    flag_threshold,
    precision_threshold,
    score_flag,
    score_single,
    single_label_threshold,
)
from data import SUPPORT
from encoder import OUT
from features import load_features, read_rows
from models import MODELS, Model
from taxonomy import FLAGS, SINGLE_LABEL_HEADS

PRECISION = 0.8
ALL_HEADS = [*SINGLE_LABEL_HEADS, "flags"]
# The label of a head that the panel never shows.
QUIET = {"sentiment": "neutral", "emotion": "none", "urgency": "normal", "intents": None}


@dataclass(frozen=True)
class Settings:
    """How the heads are trained."""

    # Left out: all that the model's heads may see.
    views: tuple[str, ...] = ()
    # A head is the mean of these, each calibrated first.
    members: tuple[str, ...] = ("logistic", "discriminant")
    # Logistic regression: inverse strength of the L2 penalty on standardised views.
    c: float = 0.01
    # Discriminant analysis: share of the identity in the covariance, 0..1.
    shrinkage: float = 0.7
    # Weight of all public rows of a head together, against 1 for all own rows.
    public_share: float = 0.15
    # Weight of a message's second intent as one more example of that intent.
    second_intent: float = 0.3


CHOSEN = Settings()

# Bias of a label without an example.
NEVER = -100.0


@dataclass
class Linear:
    """A trained head: logits = x @ weight.T + bias, weight [k, D], bias [k], x [n, D] raw (not standardised)."""

    weight: np.ndarray
    bias: np.ndarray

    def logits(self, x: np.ndarray) -> np.ndarray:
        return x @ self.weight.T + self.bias


class Corpus:
    """Rows with their views: own rows that are not test, and public rows. `held` [n] bool are the validation rows in the model's languages."""

    def __init__(self, rows: list[dict], features: Path, views: tuple[str, ...], languages: tuple[str, ...]) -> None:
        self.own = [row for row in rows if row["source"] == SUPPORT and row["split"] != "test"]
        self.public = [row for row in rows if row["source"] != SUPPORT]
        self.own_x = load_features(features, [row["text"] for row in self.own], list(views))
        self.public_x = load_features(features, [row["text"] for row in self.public], list(views)) if self.public else self.own_x[:0]
        self.held = np.array([row["split"] == "validation" and row["language"] in languages for row in self.own])
        self.learnt = np.array([row["split"] == "train" for row in self.own])


def primary(row: dict, head: str) -> str:
    """The label of a single-label head; of `intents`, the first."""
    return row["intents"][0] if head == "intents" else row[head]


def training_set(corpus: Corpus, head: str, keep: np.ndarray, settings: Settings) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(x [m, D], label indices [m], weights [m]) of the own rows in `keep` [n] bool and the public rows with this head's label."""
    labels = SINGLE_LABEL_HEADS[head]
    own = np.flatnonzero(keep)
    index = [*own]
    y = [labels.index(primary(corpus.own[row], head)) for row in own]
    weights = [1.0] * len(own)
    if head == "intents":
        for row in own:
            for second in corpus.own[row]["intents"][1:]:
                index.append(row)
                y.append(labels.index(second))
                weights.append(settings.second_intent)
    public = [row for row, item in enumerate(corpus.public) if head in item] if settings.public_share else []
    x = np.concatenate([corpus.own_x[index], corpus.public_x[public]])
    y += [labels.index(primary(corpus.public[row], head)) for row in public]
    weights += [settings.public_share * len(own) / len(public)] * len(public) if public else []
    return x, np.array(y), np.array(weights)


def fit_logistic(x: np.ndarray, y: np.ndarray, weights: np.ndarray, labels: int, settings: Settings) -> Linear:
    """Logistic regression on standardised x [m, D]; labels without an example get a logit that never wins."""
    model = LogisticRegression(C=settings.c, max_iter=200, tol=1e-3).fit(x, y, sample_weight=weights)
    if labels == 2:
        return Linear(np.concatenate([-model.coef_, model.coef_]) / 2, np.concatenate([-model.intercept_, model.intercept_]) / 2)
    weight, bias = np.zeros((labels, x.shape[1])), np.full(labels, NEVER)
    weight[model.classes_], bias[model.classes_] = model.coef_, model.intercept_
    return Linear(weight, bias)


def fit_discriminant(x: np.ndarray, y: np.ndarray, weights: np.ndarray, labels: int, settings: Settings) -> Linear:
    """Linear discriminant analysis on standardised x [m, D], its covariance shrunk towards a multiple of the identity."""
    mass = np.bincount(y, weights, labels)
    known = np.flatnonzero(mass)
    means = np.zeros((labels, x.shape[1]), np.float32)
    for label in known:
        means[label] = np.average(x[y == label], axis=0, weights=weights[y == label])
    residual = (x - means[y]) * np.sqrt(weights, dtype=np.float32)[:, None]
    covariance = residual.T @ residual / weights.sum(dtype=np.float32)
    identity = np.eye(len(covariance), dtype=np.float32) * np.trace(covariance) / len(covariance)
    weight = np.linalg.solve((1 - settings.shrinkage) * covariance + settings.shrinkage * identity, means.T).T
    bias = np.full(labels, NEVER)
    bias[known] = np.log(mass[known] / mass.sum()) - (weight * means).sum(axis=1)[known] / 2
    return Linear(weight, bias)


MEMBERS = {"logistic": fit_logistic, "discriminant": fit_discriminant}


def fit_member(corpus: Corpus, head: str, member: str, keep: np.ndarray, settings: Settings) -> Linear:
    """One member of a head from the own rows in `keep` [n] bool and the public rows; it takes raw views."""
    own = corpus.own_x[keep]
    mean, spread = own.mean(axis=0), own.std(axis=0) + 1e-6
    fit = MEMBERS[member]
    if head == "flags":
        x, one = (own - mean) / spread, np.ones(len(own))
        pairs = [fit(x, truth, one, 2, settings) for truth in flag_truth(corpus)[keep].T]
        trained = Linear(np.stack([pair.weight[1] - pair.weight[0] for pair in pairs]), np.array([pair.bias[1] - pair.bias[0] for pair in pairs]))
    else:
        x, y, weights = training_set(corpus, head, keep, settings)
        trained = fit((x - mean) / spread, y, weights, len(SINGLE_LABEL_HEADS[head]), settings)
    weight = trained.weight / spread
    return Linear(weight, trained.bias - weight @ mean)


def flag_truth(corpus: Corpus) -> np.ndarray:
    """[n, 7] of 0 and 1."""
    return np.array([[int(flag in row["flags"]) for flag in FLAGS] for row in corpus.own])


def truth_of(corpus: Corpus, head: str) -> np.ndarray:
    """Label indices [n] of a single-label head."""
    return np.array([SINGLE_LABEL_HEADS[head].index(primary(row, head)) for row in corpus.own])


def rescaling(corpus: Corpus, head: str, logits: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(scale [k], shift [k]) that calibrate one member's logits of the held rows, so that members can be averaged."""
    if head != "flags":
        return np.full(logits.shape[1], 1 / fit_temperature(logits, truth_of(corpus, head)[corpus.held])), np.zeros(logits.shape[1])
    pairs = [fit_platt(logits[:, column], truth) for column, truth in enumerate(flag_truth(corpus)[corpus.held].T)]
    return np.array([scale for scale, _ in pairs]), np.array([shift for _, shift in pairs])


def train_head(corpus: Corpus, head: str, settings: Settings, final: bool) -> tuple[np.ndarray, Linear | None]:
    """(logits [held, k], the head trained on all own rows, or None unless `final`): the mean of its members, itself one linear map."""
    logits, weight, bias = 0, 0, 0
    for member in settings.members:
        own = fit_member(corpus, head, member, corpus.learnt, settings).logits(corpus.own_x[corpus.held])
        scale, shift = (part / len(settings.members) for part in rescaling(corpus, head, own))
        logits = logits + own * scale + shift
        if final:
            trained = fit_member(corpus, head, member, np.ones(len(corpus.own), bool), settings)
            weight, bias = weight + trained.weight * scale[:, None], bias + trained.bias * scale + shift
    return logits, Linear(weight, bias) if final else None


def calibrate_single(corpus: Corpus, head: str, logits: np.ndarray) -> tuple[dict, dict]:
    """(calibration, scores) of a softmax head from its logits of the held rows."""
    truth = truth_of(corpus, head)[corpus.held]
    quiet = SINGLE_LABEL_HEADS[head].index(QUIET[head]) if QUIET[head] else None
    temperature = fit_temperature(logits, truth)
    probabilities = softmax(logits / temperature, axis=1)
    threshold = single_label_threshold(probabilities, truth, PRECISION, quiet)
    calibration = {"temperature": round(temperature, 4), "threshold": round(threshold, 4)}
    if head == "intents":
        calibration["secondThreshold"] = round(second_threshold(corpus, probabilities), 4)
    return calibration, score_single(logits, truth, temperature, threshold, quiet)


def second_threshold(corpus: Corpus, probabilities: np.ndarray) -> float:
    """The probability from which the second-ranked intent is right (any of the message's intents, first-ranked also right) with PRECISION.

    1 when out of reach: a second intent is then never given.
    """
    labels = SINGLE_LABEL_HEADS["intents"]
    ranked = np.argsort(-probabilities, axis=1)[:, :2]
    confidence = probabilities[np.arange(len(ranked)), ranked[:, 1]]
    truth = [{labels.index(intent) for intent in row["intents"]} for row, held in zip(corpus.own, corpus.held, strict=True) if held]
    correct = np.array([float(set(pair) <= wanted) for pair, wanted in zip(ranked.tolist(), truth, strict=True)])
    found = precision_threshold(confidence, correct, PRECISION, 5)
    return 1.0 if found is None else found


def calibrate_flags(corpus: Corpus, logits: np.ndarray) -> tuple[dict, dict]:
    """(calibration, scores) of every flag from its logits of the held rows."""
    truth = flag_truth(corpus)[corpus.held]
    calibration, scores = {}, {}
    for column, flag in enumerate(FLAGS):
        scale, bias = fit_platt(logits[:, column], truth[:, column])
        threshold = flag_threshold(expit(scale * logits[:, column] + bias), truth[:, column], PRECISION)
        calibration[flag] = {"scale": round(scale, 4), "bias": round(bias, 4), "threshold": round(threshold, 4)}
        scores[flag] = score_flag(logits[:, column], truth[:, column], scale, bias, threshold)
    return calibration, scores


def calibrate(corpus: Corpus, head: str, logits: np.ndarray) -> tuple[dict, dict]:
    """(calibration, scores) of a head from its logits of the held rows."""
    return calibrate_flags(corpus, logits) if head == "flags" else calibrate_single(corpus, head, logits)


ATTEMPTS = {
    "chosen: all views, both members": CHOSEN,
    "sentence embedding only": replace(CHOSEN, views=("sentence_embedding",)),
    "logistic regression alone": replace(CHOSEN, members=("logistic",)),
    "discriminant analysis alone": replace(CHOSEN, members=("discriminant",)),
    "no public sets": replace(CHOSEN, public_share=0),
    "logistic regression, weaker penalty": replace(CHOSEN, members=("logistic",), c=0.1),
    "discriminant analysis, stronger shrinkage": replace(CHOSEN, members=("discriminant",), shrinkage=0.9),
}


def summary(scores: dict) -> dict[str, float]:
    """The figures that attempts are compared by: accuracy and macro-F1 a head, mean F1 over the flags."""
    row = {f"{head} {key}": scores[head][key] for head in SINGLE_LABEL_HEADS for key in ("accuracy", "macroF1")}
    return {**row, "flags F1": round(float(np.mean([score["f1AtHalf"] for score in scores["flags"].values()])), 4)}


def compare(rows: list[dict], model: Model) -> list[dict]:
    """Validation figures of every attempt."""
    table = []
    for name, settings in ATTEMPTS.items():
        corpus = Corpus(rows, model.work / "features.npz", settings.views or model.views, model.languages)
        scores = {head: calibrate(corpus, head, train_head(corpus, head, settings, final=False)[0])[1] for head in ALL_HEADS}
        table.append({"attempt": name, **summary(scores)})
        print(json.dumps(table[-1]), flush=True)
    return table


def train(rows: list[dict], model: Model) -> tuple[dict, dict[str, np.ndarray]]:
    """(views, calibration and validation scores; arrays of the heads) of the chosen settings."""
    corpus = Corpus(rows, model.work / "features.npz", model.views, model.languages)
    result, arrays = {"views": model.views, "calibration": {}, "validation": {}}, {}
    for head in ALL_HEADS:
        logits, trained = train_head(corpus, head, CHOSEN, final=True)
        result["calibration"][head], result["validation"][head] = calibrate(corpus, head, logits)
        arrays |= {f"{head}.weight": trained.weight.astype(np.float32), f"{head}.bias": trained.bias.astype(np.float32)}
    return result, arrays


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", choices=MODELS, default="signals-en")
    parser.add_argument("--rows", type=Path, default=OUT / "rows.jsonl")
    parser.add_argument("--compare", action="store_true", help="measure every attempt instead (about 15 minutes)")
    arguments = parser.parse_args()
    chosen = MODELS[arguments.model]
    all_rows = [row for row in read_rows(arguments.rows) if row.get("language", "en") in ("en", *chosen.languages)]
    if arguments.compare:
        (chosen.work / "compare.json").write_text(json.dumps(compare(all_rows, chosen), indent=1))
    else:
        result, arrays = train(all_rows, chosen)
        np.savez(chosen.work / "heads.npz", **arrays)
        (chosen.work / "heads.json").write_text(json.dumps(result, indent=1))
        print(json.dumps(summary(result["validation"]), indent=1))
