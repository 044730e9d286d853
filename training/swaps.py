"""The same message with another name, gender, dialect, religion or country: texts whose labels shall not differ.

Lists of our own (data/swaps/swaps.jsonl), none of the names of `lab/data/bias`, whose messages are read by `lab bias` alone. A line of the file:
`frames` put a word around or after an own message, `replace` swaps words that stand in one, `texts` are whole sentences in several dialects.
Each has words to learn from (`train`, with train messages) and others to measure by (`held`, with validation messages).
"""

import hashlib
import json
import re
from pathlib import Path

from data import SUPPORT

LISTS = Path(__file__).parent / "data/swaps/swaps.jsonl"
# Own messages a frame or a pair of words, and words of a frame a message.
MESSAGES = {"train": 40, "held": 6}
WORDS = 4
# Longer messages hide what a word changes, and cost time.
MAX_CHARACTERS = 240


def order(items: list, *salt: object) -> list:
    """The items in an order that depends on their text and the salt alone."""
    return sorted(items, key=lambda item: hashlib.sha256(json.dumps([item, *salt], ensure_ascii=False).encode()).hexdigest())


def framed(line: dict, part: str, messages: list[str]) -> list[list[str]]:
    """One group of texts a message, of one frame with WORDS words."""
    found = []
    for at, text in enumerate(order(messages, line["frames"])[: MESSAGES[part] * len(line["frames"])]):
        frame = line["frames"][at % len(line["frames"])]
        words = order(line[part], text)[:WORDS]
        found.append([frame.replace("{text}", text).replace("{word}", word) for word in words])
    return found


def replaced(line: dict, part: str, messages: list[str]) -> list[list[str]]:
    """One pair of texts a message that has the first or second word of a pair of words."""
    found = []
    for one, other in line[part]:
        both = re.compile(rf"(?<!\w)({re.escape(one)}|{re.escape(other)})(?!\w)", re.IGNORECASE)
        within = [text for text in messages if both.search(text)]
        for text in order(within, one)[: MESSAGES[part]]:
            found.append([both.sub(one, text), both.sub(other, text)])
    return found


MAKERS = {"frames": framed, "replace": replaced, "texts": lambda line, part, _messages: line[part]}


def read_swaps(rows: list[dict], part: str, languages: tuple[str, ...], path: Path = LISTS) -> list[tuple[str, list[str]]]:
    """(group, texts that shall get one label) from own rows of the split that belongs to `part`: train | held."""
    split = {"train": "train", "held": "validation"}[part]
    found = []
    for line in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        if line["language"] in languages:
            fitting = [row["text"] for row in rows if row["source"] == SUPPORT and row["split"] == split and row["language"] == line["language"]]
            messages = [text for text in fitting if len(text) <= MAX_CHARACTERS]
            found += [(line["group"], texts) for texts in MAKERS[line["kind"]](line, part, messages)]
    return found
