"""Sentences of XED in ar, de, es, fr and pt with the English sentence that each was aligned to: out/multilingual/pairs.jsonl.

XED's labels of other languages were projected from English subtitles, but its files do not say from which line. A pair is mutual nearest
neighbours of the frozen encoder's centred means, by a margin over the next neighbours (Artetxe & Schwenk 2019), and has the same labels.
"""

import argparse
import gzip
import json
from collections import defaultdict
from pathlib import Path

import numpy as np

from encoder import OUT, load_tokenizer, run
from models import MODELS

MULTILINGUAL = MODELS["signals-multilingual"]
MIN_WORDS, MOST, NEIGHBOURS, MARGIN = 4, 3000, 4, 1.2
VIEW = "mean_12"


def read(folder: Path, language: str) -> list[tuple[str, str]]:
    """(text, labels as one word) of a language's file, texts of MIN_WORDS words or more, each once, at most MOST but of English."""
    name = "en-annotated.tsv.gz" if language == "en" else f"{language}-projections.tsv.gz"
    found = {}
    with gzip.open(folder / name, "rt", encoding="utf-8") as lines:
        for line in lines:
            text, _, labels = line.rstrip("\n").partition("\t")
            text = text.strip().strip('"')
            if labels and len(text.split()) >= MIN_WORDS:
                found[text] = "".join(sorted(labels.replace(" ", "").split(",")))
    every = sorted(found.items())
    step = 1 if language == "en" else max(1, len(every) // MOST)
    return every[::step]


def embed(texts: list[str], encoder: Path) -> np.ndarray:
    """Unit vectors [n, 384], their common mean taken out."""
    vectors = run(encoder, load_tokenizer(MULTILINGUAL.work / "base"), texts, batch=16, outputs=[VIEW])[VIEW]
    vectors = vectors - vectors.mean(axis=0)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def mine(own: np.ndarray, english: np.ndarray) -> list[tuple[int, int, float]]:
    """(row of own, row of English, margin) of mutual nearest neighbours."""
    similar = own @ english.T
    near = np.partition(similar, -NEIGHBOURS, axis=1)[:, -NEIGHBOURS:].mean(axis=1)
    near_english = np.partition(similar, -min(NEIGHBOURS, len(own)), axis=0)[-NEIGHBOURS:].mean(axis=0)
    margin = 2 * similar / (near[:, None] + near_english[None, :])
    best, best_english = margin.argmax(axis=1), margin.argmax(axis=0)
    return [(at, int(to), float(margin[at, to])) for at, to in enumerate(best) if best_english[to] == at]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--public", type=Path, required=True, help="folder of the public sets")
    parser.add_argument("--encoder", type=Path, default=MULTILINGUAL.work / "frozen/encoder-int8.onnx")
    arguments = parser.parse_args()
    texts = {language: read(arguments.public / "xed", language) for language in ("en", *MULTILINGUAL.languages)}
    vectors = {language: embed([text for text, _ in part], arguments.encoder) for language, part in texts.items()}
    by_labels: dict[str, list[int]] = defaultdict(list)
    for at, (_, labels) in enumerate(texts["en"]):
        by_labels[labels].append(at)
    with (MULTILINGUAL.work / "pairs.jsonl").open("w", encoding="utf-8") as target:
        for language in MULTILINGUAL.languages:
            count = 0
            for labels, english in by_labels.items():
                own = [at for at, (_, other) in enumerate(texts[language]) if other == labels]
                if min(len(own), len(english)) < NEIGHBOURS:
                    continue
                for at, to, margin in mine(vectors[language][own], vectors["en"][english]):
                    if margin >= MARGIN:
                        row = {"language": language, "text": texts[language][own[at]][0], "english": texts["en"][english[to]][0], "margin": round(margin, 3)}
                        target.write(json.dumps(row, ensure_ascii=False) + "\n")
                        count += 1
            print(f"{language}: {count:,} of {len(texts[language]):,}", flush=True)
