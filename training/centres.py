"""Counts the help centres of the matching corpus by part, and stops at the first row that does not follow the data card.

Prints a line a part: centres, documents, messages, those without an answer, conversations, and messages by language.
"""

from collections import Counter
from pathlib import Path

from features import read_rows
from match import CORPUS, TEST, VALIDATION

LANGUAGES = ("en", "ar", "de", "es", "fr", "pt")


def check(centre: str, documents: list[dict], messages: list[dict]) -> None:
    """Raises ValueError naming the row that is not right."""
    ids = Counter(document["id"] for document in documents)
    for document in documents:
        if ids[document["id"]] > 1 or document["kind"] not in ("article", "macro") or not document["title"].strip() or not document["body"].strip():
            raise ValueError(f"{centre}: the document {document['id']} is there twice, of no known kind, or empty")
    keys, said = Counter(message["id"] for message in messages), Counter(str(message["turns"]) for message in messages)
    for message in messages:
        named = [message["answer"], *message["also"]] if message["answer"] else message["also"]
        turns = message["turns"]
        if message["language"] not in LANGUAGES or any(name not in ids for name in named) or len(set(named)) < len(named):
            raise ValueError(f"{centre}: the message {message['id']} is in another language, or names a document that is not there or twice")
        if (message["also"] and not message["answer"]) or not message["why"].strip():
            raise ValueError(f"{centre}: the message {message['id']} has a second answer and no first, or no reason")
        if not turns or turns[-1]["from"] != "customer" or any(turn["from"] not in ("customer", "agent") or not turn["text"].strip() for turn in turns):
            raise ValueError(f"{centre}: the message {message['id']} does not end with the customer, or has an empty turn")
        if keys[message["id"]] > 1 or said[str(turns)] > 1:
            raise ValueError(f"{centre}: the message {message['id']} is there twice")


def count(folder: Path = CORPUS) -> dict[str, Counter]:
    """Counts by part; raises ValueError at a row that is not right, or where a centre has documents and no messages."""
    counts = {part: Counter() for part in ("train", "validation", "test")}
    for path in sorted(folder.glob("*.documents.jsonl")):
        centre = path.name.split(".")[0]
        documents, messages = read_rows(path), read_rows(path.with_name(f"{centre}.messages.jsonl"))
        check(centre, documents, messages)
        part = counts["test" if centre in TEST else "validation" if centre in VALIDATION else "train"]
        part.update(message["language"] for message in messages)
        part.update(
            {
                "centres": 1,
                "documents": len(documents),
                "messages": len(messages),
                "without answer": sum(not message["answer"] for message in messages),
                "conversations": sum(len(message["turns"]) > 1 for message in messages),
            }
        )
    return counts


if __name__ == "__main__":
    for part, counted in count().items():
        figures = ", ".join(f"{counted[name]} {name}" for name in ("centres", "documents", "messages", "without answer", "conversations"))
        print(f"{part}: {figures}; {', '.join(f'{language} {counted[language]}' for language in LANGUAGES)}")
