"""Calibration and scores. n = messages, k = labels; probabilities and confidences lie in 0..1."""

import numpy as np
from scipy.optimize import minimize, minimize_scalar
from scipy.special import expit, log_softmax, softmax
from sklearn.metrics import f1_score

ECE_BINS = 10
# Fewest messages a threshold may rest on, single label and flag.
MIN_COVERED, MIN_FLAGGED = 30, 5


def fit_temperature(logits: np.ndarray, truth: np.ndarray) -> float:
    """The T > 0 that minimises the log loss of softmax(logits / T): logits [n, k], truth [n] label indices (Guo et al. 2017)."""

    def loss(log_temperature: float) -> float:
        return -log_softmax(logits / np.exp(log_temperature), axis=1)[np.arange(len(truth)), truth].mean()

    return float(np.exp(minimize_scalar(loss, bounds=(-3, 3), method="bounded").x))


def fit_platt(logits: np.ndarray, truth: np.ndarray) -> tuple[float, float]:
    """(scale, bias) that minimise the log loss of sigmoid(scale * logit + bias), with Platt's smoothed targets: logits [n], truth [n] 0 or 1."""
    positive = truth.sum()
    target = np.where(truth == 1, (positive + 1) / (positive + 2), 1 / (len(truth) - positive + 2))

    def loss(parameters: np.ndarray) -> float:
        z = parameters[0] * logits + parameters[1]
        return float((np.logaddexp(0, z) - target * z).mean())

    scale, bias = minimize(loss, np.array([1.0, 0.0]), method="Nelder-Mead").x
    return float(scale), float(bias)


def expected_calibration_error(confidence: np.ndarray, correct: np.ndarray) -> float:
    """ECE over ECE_BINS equal-width bins: confidence [n], correct [n] 0 or 1."""
    bins = np.minimum((confidence * ECE_BINS).astype(int), ECE_BINS - 1)
    gaps = [
        abs(confidence[bins == index].mean() - correct[bins == index].mean()) * (bins == index).mean()
        for index in range(ECE_BINS)
        if (bins == index).any()
    ]
    return float(sum(gaps))


def precision_threshold(confidence: np.ndarray, correct: np.ndarray, precision: float, least: int) -> float | None:
    """The lowest confidence at or above which at least `least` messages lie and `precision` of them are right; None when there is none."""
    order = np.argsort(-confidence, kind="stable")
    running = np.cumsum(correct[order]) / np.arange(1, len(order) + 1)
    reached = np.flatnonzero(running >= precision)
    reached = reached[reached >= least - 1]
    return float(confidence[order][reached[-1]]) if len(reached) else None


def single_label_threshold(probabilities: np.ndarray, truth: np.ndarray, precision: float, quiet: int | None) -> float:
    """The lowest confidence that keeps `precision` over all messages and over those not predicted `quiet` (the label that is never shown).

    probabilities [n, k], truth [n]. 1 when the precision is out of reach: the head stays silent.
    """
    confidence, predicted = probabilities.max(axis=1), probabilities.argmax(axis=1)
    correct = (predicted == truth).astype(float)
    groups = [np.ones(len(truth), bool)] if quiet is None else [np.ones(len(truth), bool), predicted != quiet]
    found = [precision_threshold(confidence[group], correct[group], precision, MIN_COVERED) for group in groups]
    return 1.0 if None in found else max(value for value in found if value is not None)


def flag_threshold(probability: np.ndarray, truth: np.ndarray, precision: float) -> float:
    """The lowest probability that keeps `precision` for one flag: probability [n], truth [n]. 1 when out of reach."""
    found = precision_threshold(probability, truth.astype(float), precision, MIN_FLAGGED)
    return 1.0 if found is None else found


def score_single(logits: np.ndarray, truth: np.ndarray, temperature: float, threshold: float, quiet: int | None) -> dict:
    """Scores of a softmax head; `coverage` and `precision` are of messages at or above the threshold, `shown…` of those not predicted `quiet`."""
    probabilities = softmax(logits / temperature, axis=1)
    raw = softmax(logits, axis=1)
    predicted = probabilities.argmax(axis=1)
    correct = (predicted == truth).astype(float)
    covered = probabilities.max(axis=1) >= threshold
    scores = {
        "n": len(truth),
        "accuracy": correct.mean(),
        "macroF1": f1_score(truth, predicted, average="macro", labels=np.unique(truth), zero_division=0),
        "eceBefore": expected_calibration_error(raw.max(axis=1), correct),
        "ece": expected_calibration_error(probabilities.max(axis=1), correct),
        "coverage": covered.mean(),
        "precision": correct[covered].mean() if covered.any() else None,
    }
    if quiet is not None:
        shown = covered & (predicted != quiet)
        loud = truth != quiet
        scores["shownPrecision"] = correct[shown].mean() if shown.any() else None
        scores["shownRecall"] = (shown & loud & (correct == 1)).sum() / loud.sum()
    else:
        scores["top3Accuracy"] = np.any(np.argsort(-logits, axis=1)[:, :3] == truth[:, None], axis=1).mean()
    return rounded(scores)


def score_flag(logits: np.ndarray, truth: np.ndarray, scale: float, bias: float, threshold: float) -> dict:
    """Scores of one flag at its threshold, and the F1 at probability 0.5."""
    probability = expit(scale * logits + bias)
    flagged = probability >= threshold
    hits = (flagged & (truth == 1)).sum()
    return rounded({
        "n": len(truth),
        "positives": int(truth.sum()),
        "precision": hits / flagged.sum() if flagged.any() else None,
        "recall": hits / truth.sum() if truth.any() else None,
        "f1AtHalf": f1_score(truth, probability >= 0.5, zero_division=0),
        "eceBefore": expected_calibration_error(expit(logits), truth.astype(float)),
        "ece": expected_calibration_error(probability, truth.astype(float)),
    })


def rounded(scores: dict) -> dict:
    """The same with floats of four digits, as plain Python numbers."""
    return {key: value if value is None or isinstance(value, int) else round(float(value), 4) for key, value in scores.items()}
