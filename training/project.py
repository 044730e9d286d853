"""Stage 5b of the multilingual model: a linear map of its pooled views into the space of the English model's sentence embeddings.

One search index then serves both: an Arabic question lands beside the English article. The map is a ridge regression of the English
model's embedding on the multilingual views of the same English texts; a penalty on the direction from one language's mean to the mean
of English keeps what is only language out of it. The means are those of XED, whose texts are of one kind in every language.
Writes projection.npz (`weight` [384, D], `bias` [384]) into the model's folder and prints how often the right document of a help centre
comes first or in the first three, for messages in other languages, by vectors alone.
"""

import argparse
import gzip
import json
from collections import defaultdict
from itertools import islice
from pathlib import Path

import numpy as np

from encoder import OUT, SENTENCE
from features import load_features, read_rows, update_features
from models import MODELS

HERE = Path(__file__).parent
ENGLISH, MULTILINGUAL = MODELS["signals-en"], MODELS["signals-multilingual"]
# Centres whose messages choose the settings below; the others are only reported.
CHOOSING = {"clinic", "pos", "rail", "solar"}
XED_TEXTS = 600
# The last layer alone: three layers found one question in ten more on the choosing centres, and cost 1.2 MB beyond what all models may weigh.
ATTEMPTS = [(("mean_12",), ridge, penalty) for ridge in (1e-3, 1e-2, 1e-1) for penalty in (0, 1, 10)]


def xed(folder: Path) -> dict[str, list[str]]:
    """The first texts of XED in each language."""
    found = {}
    for language in ("en", *MULTILINGUAL.languages):
        path = folder / ("en-annotated.tsv.gz" if language == "en" else f"{language}-projections.tsv.gz")
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            found[language] = [line.split("\t")[0].strip() for line in islice(lines, XED_TEXTS)]
    return found


def centres(folder: Path) -> dict[str, tuple[list[dict], list[dict]]]:
    """(documents, messages with an answer) a help centre."""
    found = {}
    for path in sorted(folder.glob("*.documents.jsonl")):
        name = path.name.split(".")[0]
        messages = read_rows(path.with_name(f"{name}.messages.jsonl"))
        found[name] = (read_rows(path), [message for message in messages if message["answer"]])
    return found


def question(message: dict) -> str:
    """The customer's turns of a message, the last 1,000 characters."""
    return "\n".join(turn["text"] for turn in message["turns"] if turn["from"] == "customer")[-1000:]


def passages(document: dict) -> list[str]:
    """Title with each paragraph of a document."""
    return [f"{document['title']}\n{part}" for part in document["body"].split("\n") if part.strip()]


def fit(x: np.ndarray, y: np.ndarray, offsets: np.ndarray, ridge: float, penalty: float) -> tuple[np.ndarray, np.ndarray]:
    """(weight [384, D], bias [384]) of y [n, 384] on x [n, D]; offsets [k, D] are directions that shall not matter."""
    spread = x.std(axis=0) + 1e-6
    mean, target = x.mean(axis=0), y.mean(axis=0)
    z = (x - mean) / spread
    unwanted = offsets / spread
    gram = z.T @ z / len(z) + ridge * np.eye(z.shape[1], dtype=np.float32) + penalty * unwanted.T @ unwanted
    weight = np.linalg.solve(gram, z.T @ (y - target) / len(z)).T / spread
    return weight.astype(np.float32), (target - weight @ mean).astype(np.float32)


def unit(x: np.ndarray) -> np.ndarray:
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def recall(questions: np.ndarray, documents: list[np.ndarray], wanted: list[set[int]]) -> tuple[float, float]:
    """(first, first three) shares of questions [n, 384] whose wanted document is there; documents are their passages' vectors."""
    scores = np.stack([(questions @ vectors.T).max(axis=1) for vectors in documents], axis=1)
    ranked = np.argsort(-scores, axis=1)
    hits = [[at in want for at in order[:3]] for order, want in zip(ranked.tolist(), wanted, strict=True)]
    return sum(hit[0] for hit in hits), sum(any(hit) for hit in hits)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--public", type=Path, required=True, help="folder of the public sets")
    arguments = parser.parse_args()
    rows = [row for row in read_rows(OUT / "rows.jsonl") if row["split"] != "test" and row.get("language", "en") == "en"]
    subtitles = xed(arguments.public / "xed")
    help_centres = centres(HERE / "data/matching")
    documents = {name: [passages(document) for document in items] for name, (items, _) in help_centres.items()}
    chosen_passages = [text for name in documents if name in CHOOSING for parts in documents[name] for text in parts]
    english = [row["text"] for row in rows] + chosen_passages
    questions = {name: [question(message) for message in messages] for name, (_, messages) in help_centres.items()}
    everything = english + [text for texts in subtitles.values() for text in texts] + [text for texts in questions.values() for text in texts]
    update_features(MULTILINGUAL.work / "features.npz", MULTILINGUAL.work / "encoder-int8.onnx", MULTILINGUAL.work / "base", everything)
    for_english = english + [text for texts in questions.values() for text in texts] + [text for parts in documents.values() for one in parts for text in one]
    update_features(ENGLISH.work / "features.npz", ENGLISH.work / "encoder-int8.onnx", ENGLISH.work / "base", for_english)
    y = load_features(ENGLISH.work / "features.npz", english, [SENTENCE])
    vectors = {name: [load_features(ENGLISH.work / "features.npz", parts, [SENTENCE]) for parts in items] for name, items in documents.items()}
    best = None
    for views, ridge, penalty in ATTEMPTS:
        x = load_features(MULTILINGUAL.work / "features.npz", english, list(views))
        means = {language: load_features(MULTILINGUAL.work / "features.npz", texts, list(views)).mean(axis=0) for language, texts in subtitles.items()}
        offsets = np.stack([means[language] - means["en"] for language in MULTILINGUAL.languages])
        weight, bias = fit(x, y, offsets, ridge, penalty)
        tally: dict = defaultdict(lambda: np.zeros(3))
        for name, (items, messages) in help_centres.items():
            places = {document["id"]: at for at, document in enumerate(items)}
            for language in ("en", *MULTILINGUAL.languages):
                picked = [at for at, message in enumerate(messages) if message["language"] == language]
                if not picked:
                    continue
                texts = [questions[name][at] for at in picked]
                wanted = [{places[key] for key in [messages[at]["answer"], *messages[at].get("also", [])]} for at in picked]
                mapped = unit(load_features(MULTILINGUAL.work / "features.npz", texts, list(views)) @ weight.T + bias)
                part = "choosing" if name in CHOOSING else "reported"
                tally[part, language] += [len(picked), *recall(mapped, vectors[name], wanted)]
                if language == "en":
                    own = load_features(ENGLISH.work / "features.npz", texts, [SENTENCE])
                    tally[part, "en by the English model"] += [len(picked), *recall(own, vectors[name], wanted)]
        figures = {part: {} for part in ("choosing", "reported")}
        for (part, language), (count, first, three) in sorted(tally.items()):
            figures[part][language] = [int(count), round(first / count, 3), round(three / count, 3)]
        others = sum(tally["choosing", language][2] for language in MULTILINGUAL.languages) / sum(tally["choosing", language][0] for language in MULTILINGUAL.languages)
        print(json.dumps({"views": len(views), "ridge": ridge, "penalty": penalty, "first three of other languages": round(others, 3), **figures}), flush=True)
        if best is None or others > best[0]:
            best = (others, views, weight, bias)
            settings = {"views": list(views), "ridge": ridge, "penalty": penalty}
            chosen = {"fittedOn": len(english), "settings": settings, "scores": {"unit": "[messages, right document first, in the first three], by vectors alone", **figures}}
    (MULTILINGUAL.work / "projection.json").write_text(json.dumps(chosen, indent=1))
    np.savez(MULTILINGUAL.work / "projection.npz", views=np.array(best[1]), weight=best[2], bias=best[3])
