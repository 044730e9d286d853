"""Calibration and scores. n = messages, k = labels; probabilities and confidences lie in 0..1."""

from collections.abc import Callable

import numpy as np
from scipy.optimize import minimize, minimize_scalar
from scipy.special import expit, log_softmax, softmax
from sklearn.metrics import f1_score

from taxonomy import FLAGS

ECE_BINS = 10
# Fewest messages a threshold may rest on.
MIN_COVERED = 20
FLAG_THRESHOLDS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5)


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


def log_odds(share: np.ndarray) -> np.ndarray:
    """log(p / (1 - p)) of shares, kept finite."""
    kept = np.clip(share, 1e-6, 1 - 1e-6)
    return np.log(kept / (1 - kept))


def log_loss(logits: np.ndarray, truth: np.ndarray) -> float:
    """Mean log loss at the best temperature, or of flags (truth [n, k] of 0 and 1) at each one's best Platt scaling, summed over the flags."""
    if truth.ndim == 1:
        return float(-log_softmax(logits / fit_temperature(logits, truth), axis=1)[np.arange(len(truth)), truth].mean())
    losses = 0.0
    for logit, known in zip(logits.T, truth.T, strict=True):
        scale, bias = fit_platt(logit, known)
        z = scale * logit + bias
        losses += float((np.logaddexp(0, z) - known * z).mean())
    return losses


def macro_f1(logits: np.ndarray, truth: np.ndarray) -> float:
    """Mean F1 over the labels that occur: logits [n, k], truth [n]."""
    return float(f1_score(truth, logits.argmax(axis=1), average="macro", labels=np.unique(truth), zero_division=0))


def read_single(logits: np.ndarray, calibration: dict) -> np.ndarray:
    """Confidence in every label [n, k]: the softmax with temperature, where `scale` is given Platt scaling of its log-odds (labels may then be true together)."""
    share = softmax(logits / calibration["temperature"], axis=1)
    return expit(calibration["scale"] * log_odds(share) + calibration["bias"]) if "scale" in calibration else share


def read_flags(logits: np.ndarray, calibration: dict) -> np.ndarray:
    """Probability of every flag [n, 7]; calibration {flag: {scale, bias, threshold}} in the order of the logits."""
    return expit(logits * [flag["scale"] for flag in calibration.values()] + [flag["bias"] for flag in calibration.values()])


def calibrate_single(logits: np.ndarray, truth: np.ndarray, precision: float, quiet: int | None) -> dict:
    """temperature, threshold and, of a head whose messages may have several labels (no `quiet` one), scale and bias: logits [n, k], truth [n]."""
    calibration = {"temperature": round(fit_temperature(logits, truth), 4)}
    if quiet is None:
        share = read_single(logits, calibration)
        scale, bias = fit_platt(log_odds(share.max(axis=1)), (share.argmax(axis=1) == truth).astype(float))
        calibration |= {"scale": round(scale, 4), "bias": round(bias, 4)}
    return {**calibration, "threshold": round(single_label_threshold(read_single(logits, calibration), truth, precision, quiet), 4)}


def calibrate_flags(logits: np.ndarray, truth: np.ndarray) -> dict:
    """{flag: scale, bias, threshold} from logits and truth [n, 7]. One threshold for all, that with the best micro-F1: single flags are too rare to choose by."""
    fitted = [fit_platt(logit, known) for logit, known in zip(logits.T, truth.T, strict=True)]
    calibration = {flag: {"scale": round(scale, 4), "bias": round(bias, 4)} for flag, (scale, bias) in zip(FLAGS, fitted, strict=True)}
    probability = read_flags(logits, calibration)
    best = max(FLAG_THRESHOLDS, key=lambda threshold: f1_score(truth, probability >= threshold, average="micro", zero_division=0))
    return {flag: {**values, "threshold": best} for flag, values in calibration.items()}


def by_fold(logits: np.ndarray, fold: np.ndarray | None, read: Callable[[np.ndarray, np.ndarray], np.ndarray]) -> np.ndarray:
    """read(rows to calibrate on, rows to read) for every fold [n] against the others; without folds, on all rows at once."""
    if fold is None:
        return read(np.ones(len(logits), bool), np.ones(len(logits), bool))
    found = np.zeros(logits.shape)
    for part in np.unique(fold):
        found[fold == part] = read(fold != part, fold == part)
    return found


def score_single(logits: np.ndarray, truth: np.ndarray, calibration: dict, quiet: int | None, fold: np.ndarray | None = None) -> dict:
    """Scores of a softmax head; `coverage` and `precision` are of messages at or above the threshold, `shown…` of those not predicted `quiet`.

    With `fold` [n], every fold is calibrated on the others for the calibration error. `eceFloor`: the error that perfect confidences would
    have by chance with so few messages.
    """
    confidence = read_single(logits, calibration).max(axis=1)

    def read(known: np.ndarray, asked: np.ndarray) -> np.ndarray:
        return read_single(logits[asked], calibration if fold is None else calibrate_single(logits[known], truth[known], 1, quiet))

    apart = by_fold(logits, fold, read).max(axis=1)
    predicted = logits.argmax(axis=1)
    correct = (predicted == truth).astype(float)
    covered = confidence >= calibration["threshold"]
    scores = {
        "n": len(truth),
        "accuracy": correct.mean(),
        "macroF1": macro_f1(logits, truth),
        "ece": expected_calibration_error(apart, correct),
        "eceFloor": chance_error(apart),
        "coverage": covered.mean(),
        "precision": correct[covered].mean() if covered.any() else None,
    }
    if quiet is None:
        return rounded({**scores, "top3Accuracy": np.any(np.argsort(-logits, axis=1)[:, :3] == truth[:, None], axis=1).mean()})
    shown, loud = covered & (predicted != quiet), truth != quiet
    shown_precision = correct[shown].mean() if shown.any() else None
    return rounded({**scores, "shownPrecision": shown_precision, "shownRecall": (shown & loud & (correct == 1)).sum() / loud.sum()})


def chance_error(confidence: np.ndarray) -> float:
    """Expected calibration error of confidences [n] that are exactly right, by 200 draws of what comes true."""
    random = np.random.default_rng(0)
    return float(np.mean([expected_calibration_error(confidence, (random.random(len(confidence)) < confidence).astype(float)) for _ in range(200)]))


def score_flags(logits: np.ndarray, truth: np.ndarray, calibration: dict, fold: np.ndarray | None = None) -> dict:
    """Scores of every flag at its threshold, and of `all` together (micro-averaged): logits and truth [n, 7], fold as in `score_single`."""

    def read(known: np.ndarray, asked: np.ndarray) -> np.ndarray:
        return read_flags(logits[asked], calibration if fold is None else calibrate_flags(logits[known], truth[known]))

    apart = by_fold(logits, fold, read)
    raised = read_flags(logits, calibration) >= [flag["threshold"] for flag in calibration.values()]
    scores = {}
    for at, flag in enumerate(calibration):
        ece = expected_calibration_error(apart[:, at], truth[:, at].astype(float))
        scores[flag] = score_raised(raised[:, at], truth[:, at]) | {"ece": round(ece, 4)}
    mean = float(np.mean([one["ece"] for one in scores.values()]))
    return scores | {"all": score_raised(raised.ravel(), truth.ravel()) | {"ece": round(mean, 4)}}


def score_raised(raised: np.ndarray, truth: np.ndarray) -> dict:
    """Scores of raised flags [n] bool against truth [n] of 0 and 1."""
    hits = (raised & (truth == 1)).sum()
    return rounded({
        "n": len(truth),
        "positives": int(truth.sum()),
        "precision": hits / raised.sum() if raised.any() else None,
        "recall": hits / truth.sum() if truth.any() else None,
        "f1": f1_score(truth, raised, zero_division=0),
    })


def rounded(scores: dict) -> dict:
    """The same with floats of four digits, as plain Python numbers."""
    return {key: value if value is None or isinstance(value, int) else round(float(value), 4) for key, value in scores.items()}
