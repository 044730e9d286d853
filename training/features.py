"""Stage 4: run a model's int8 encoder over out/rows.jsonl and the swaps of its messages, and keep its pooled views in features.npz and swaps.npz.

The heads learn from the very numbers that the shipped encoder gives, so quantisation costs them nothing that they have not seen.
Texts already in the file are not run again.
"""

import argparse
import json
from pathlib import Path

import numpy as np

from encoder import OUT, load_tokenizer, run
from models import MODELS
from swaps import read_swaps


def read_rows(path: Path) -> list[dict]:
    """The rows that data.py wrote."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def load_features(path: Path, texts: list[str], names: list[str]) -> np.ndarray:
    """The views `names` side by side for `texts`: [len(texts), 384 * len(names)] fp32; raises KeyError for a text never run."""
    stored = np.load(path, allow_pickle=False)
    index = {text: row for row, text in enumerate(stored["texts"].tolist())}
    rows = [index[text] for text in texts]
    return np.concatenate([stored[name][rows] for name in names], axis=1)


def update_features(path: Path, encoder: Path, base: Path, texts: list[str]) -> int:
    """Adds to `path` the texts that it lacks; returns how many."""
    stored = dict(np.load(path, allow_pickle=False)) if path.exists() else {}
    known = set(stored["texts"].tolist()) if stored else set()
    missing = sorted(set(texts) - known)
    if not missing:
        return 0
    views = run(encoder, load_tokenizer(base), missing)
    new = {"texts": np.array(missing), **views}
    merged = {name: np.concatenate([stored[name], value]) if stored else value for name, value in new.items()}
    np.savez(path, **merged)
    return len(missing)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=Path, default=OUT / "rows.jsonl")
    parser.add_argument("--model", choices=MODELS, default="signals-en", help="its features.npz is to be deleted after a change of the encoder")
    arguments = parser.parse_args()
    model = MODELS[arguments.model]
    work, languages = model.work, ("en", *model.languages)
    wanted = [row["text"] for row in read_rows(arguments.rows) if row["split"] != "test" and row.get("language", "en") in languages]
    added = update_features(work / "features.npz", work / "encoder-int8.onnx", work / "base", wanted)
    print(f"{work / 'features.npz'}: {added} texts added")
    swapped = [text for part in ("train", "held") for _, texts in read_swaps(read_rows(arguments.rows), part, model.languages) for text in texts]
    added = update_features(work / "swaps.npz", work / "encoder-int8.onnx", work / "base", swapped)
    print(f"{work / 'swaps.npz'}: {added} texts added")
