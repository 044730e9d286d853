"""The matching corpus as training reads it: help centres, their passages as the extension cuts them, and how well vectors find the right one.

A centre's documents are cut into passages along their paragraphs, at most MAX_WORDS words each, title in front, as `lib/knowledge` embeds them.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from features import read_rows

CORPUS = Path(__file__).parent / "data/matching"
TRANSLATIONS = CORPUS.parent / "translations"
# Whole industries by part, so that neither wording nor trade is shared. Test centres are read by `lab matching` alone.
TEST = {"insurance", "hosting", "prepaidcard", "broadband", "carrental", "registrar"}
VALIDATION = {"payroll", "robovac"}
MAX_WORDS = 120


@dataclass(frozen=True)
class Centre:
    """`owners[i]` is the document that passage i is part of; a question's `wanted` are documents that answer it, as indices; `keys` are its messages' ids."""

    name: str
    passages: list[str]
    owners: np.ndarray
    questions: list[str]
    languages: list[str]
    wanted: list[set[int]]
    keys: list[str]


def question(message: dict) -> str:
    """The customer's turns of a message, the last 1,000 characters."""
    return "\n".join(turn["text"] for turn in message["turns"] if turn["from"] == "customer")[-1000:]


def passages(document: dict) -> list[str]:
    """Title and a run of whole paragraphs each."""
    parts, words = [], MAX_WORDS + 1
    for paragraph in filter(str.strip, document["body"].split("\n")):
        size = len(paragraph.split())
        if words + size > MAX_WORDS:
            parts.append([])
            words = 0
        parts[-1].append(paragraph.strip())
        words += size
    title = document["title"] + ("" if document["title"][-1] in ".!?" else ".")
    return [f"{title} {' '.join(part)}" for part in parts]


def read_centres(part: str, folder: Path = CORPUS) -> list[Centre]:
    """The centres of `part` (train | validation | test), by name; messages without an answer are left out."""
    found = []
    for path in sorted(folder.glob("*.documents.jsonl")):
        name = path.name.split(".")[0]
        if part != ("test" if name in TEST else "validation" if name in VALIDATION else "train"):
            continue
        documents = read_rows(path)
        place = {document["id"]: at for at, document in enumerate(documents)}
        cut = [passages(document) for document in documents]
        messages = [message for message in read_rows(path.with_name(f"{name}.messages.jsonl")) if message["answer"]]
        found.append(
            Centre(
                name,
                [text for texts in cut for text in texts],
                np.array([at for at, texts in enumerate(cut) for _ in texts]),
                [question(message) for message in messages],
                [message["language"] for message in messages],
                [{place[key] for key in [message["answer"], *message.get("also", [])]} for message in messages],
                [message["id"] for message in messages],
            )
        )
    return found


def is_held(text: str) -> bool:
    """Whether training holds back a question in another language of a train centre: one in seven, by the text."""
    return int(hashlib.sha256(text.encode()).hexdigest()[:8], 16) % 7 == 0


def translate(centre: Centre) -> tuple[Centre, dict[str, str]]:
    """The centre with our translations of its English questions as further questions, and the English of each."""
    places = {key: at for at, key in enumerate(centre.keys)}
    rows = [row for row in read_rows(TRANSLATIONS / "questions.jsonl") if row["centre"] == centre.name]
    at = [places[row["message"]] for row in rows]
    more = replace(
        centre,
        questions=centre.questions + [row["text"] for row in rows],
        languages=centre.languages + [row["language"] for row in rows],
        wanted=centre.wanted + [centre.wanted[one] for one in at],
        keys=centre.keys + [f"{row['message']}.{row['language']}" for row in rows],
    )
    return more, {row["text"]: centre.questions[one] for row, one in zip(rows, at, strict=True)}


def only(centre: Centre, at: list[int]) -> Centre:
    """The centre with some of its questions."""
    return replace(centre, **{field: [getattr(centre, field)[one] for one in at] for field in ("questions", "languages", "wanted", "keys")})


def recall(centres: list[Centre], score: Callable[[Centre], np.ndarray], languages: set[str]) -> dict[str, float]:
    """Shares of questions in `languages` whose right document is first and in the first three; `score` gives [questions, passages]."""
    hits = []
    for centre in centres:
        scores = score(centre)
        by_document = np.stack([scores[:, centre.owners == at].max(axis=1) for at in range(centre.owners.max() + 1)], axis=1)
        for at, order in enumerate(np.argsort(-by_document, axis=1)[:, :3].tolist()):
            if centre.languages[at] in languages:
                hits.append([document in centre.wanted[at] for document in order])
    return {"n": len(hits), "first": round(float(np.mean([hit[0] for hit in hits])), 4), "firstThree": round(float(np.mean([any(hit) for hit in hits])), 4)}
