"""How far two separate readings of the same 300 support messages agree: a ceiling for what a model can be asked to score.

The second reading, `data/support-second/reading.jsonl`, names each message by file and line ("d:217") and carries its text. The first is the corpus itself,
with the labels that were corrected after the comparison put back from `data/support-second/corrections.jsonl`.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.metrics import cohen_kappa_score, f1_score

from data import HERE, SUPPORT, check_labels
from heads import primary
from taxonomy import FLAGS, SINGLE_LABEL_HEADS

CORPUS, SECOND = HERE / "data" / SUPPORT, HERE / "data/support-second"
CONFUSIONS = 10
Pair = tuple[dict, dict]


def read_lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def read_pairs(corpus: Path = CORPUS, second: Path = SECOND) -> list[Pair]:
    """Each message as (first reading, second reading). Raises when the corpus no longer has the text that the second reader saw."""
    corrections = {row["of"]: row["was"] for row in read_lines(second / "corrections.jsonl")}
    files = {path.stem: path.read_text(encoding="utf-8").splitlines() for path in corpus.glob("*.jsonl")}
    pairs = []
    for reading in read_lines(second / "reading.jsonl"):
        check_labels(reading, reading["of"])
        name, number = reading["of"].split(":")
        lines = files.get(name, [])
        row = json.loads(lines[int(number) - 1]) if int(number) <= len(lines) else {"text": None}
        if row["text"] != reading["text"]:
            raise ValueError(f"{reading['of']}: the corpus has another text there than the second reader saw; move or drop this line of the reading")
        pairs.append(({"language": "en", **row, **corrections.pop(reading["of"], {})}, reading))
    if corrections or not pairs:
        raise ValueError(f"{second}: no readings, or corrections of messages that were not read: {list(corrections)}")
    return pairs


def compare_head(pairs: list[Pair], head: str) -> list[float]:
    """[share of agreement, Cohen's kappa, macro-F1 of the second reading against the first, over the labels that the first has]."""
    first, second = ([primary(row, head) for row in rows] for rows in zip(*pairs, strict=True))
    agree = float(np.mean([a == b for a, b in zip(first, second, strict=True)]))
    macro = f1_score(first, second, average="macro", labels=sorted(set(first)), zero_division=0)
    return [agree, float(cohen_kappa_score(first, second)), float(macro)]


def compare_either(pairs: list[Pair]) -> list[float]:
    """[share where the second's primary intent is one of the first's, share where the two have any intent in common]."""
    within = [second["intents"][0] in first["intents"] for first, second in pairs]
    shared = [bool(set(first["intents"]) & set(second["intents"])) for first, second in pairs]
    return [float(np.mean(within)), float(np.mean(shared))]


def compare_flags(pairs: list[Pair], flags: list[str]) -> tuple[str, float, float]:
    """(messages flagged by the first / second reading, Cohen's kappa, F1 of the second against the first) over every decision on `flags`."""
    first, second = (np.array([[flag in row["flags"] for flag in flags] for row in rows]).ravel() for rows in zip(*pairs, strict=True))
    return f"{first.sum()} / {second.sum()}", float(cohen_kappa_score(first, second)), float(f1_score(first, second, zero_division=0))


def table(groups: dict[str, list[Pair]]) -> str:
    """The Markdown tables of the card: a row a head or flag, the columns of each group beside each other."""
    heads = ["| head | " + " | ".join(f"{name}: n | agreement | kappa | macro-F1" for name in groups) + " |", "| --- |" + " --- |" * 4 * len(groups)]
    for head in SINGLE_LABEL_HEADS:
        cells = [" | ".join([str(len(pairs)), *(f"{value:.2f}" for value in compare_head(pairs, head))]) for pairs in groups.values()]
        heads.append(f"| {head}{' (primary)' if head == 'intents' else ''} | " + " | ".join(cells) + " |")
    for index, name in enumerate(["second's primary among the first's", "any intent in common"]):
        heads.append(f"| intents: {name} | " + " | ".join(f"{len(pairs)} | {compare_either(pairs)[index]:.2f} | |" for pairs in groups.values()) + " |")
    flags = ["| flag | " + " | ".join(f"{name}: first / second | kappa | F1" for name in groups) + " |", "| --- |" + " --- |" * 3 * len(groups)]
    for name, members in {"all (micro)": FLAGS, **{flag: [flag] for flag in FLAGS}}.items():
        compared = [compare_flags(pairs, members) for pairs in groups.values()]
        flags.append(f"| {name} | " + " | ".join(f"{count} | {kappa:.2f} | {f1:.2f}" for count, kappa, f1 in compared) + " |")
    return "\n".join(heads) + "\n\n" + "\n".join(flags)


def distance(pair: Pair) -> int:
    """How strongly two readings differ: 3 without a common intent (1 for another primary), 1 for each other head and flag, 1 more for opposite sentiments."""
    first, second = pair
    intents = 0 if first["intents"][0] == second["intents"][0] else 1 if set(first["intents"]) & set(second["intents"]) else 3
    others = sum(first[head] != second[head] for head in ("sentiment", "emotion", "urgency")) + len(set(first["flags"]) ^ set(second["flags"]))
    return intents + others + int({first["sentiment"], second["sentiment"]} == {"negative", "positive"})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", type=int, default=0, metavar="N", help="also print the N strongest disagreements")
    arguments = parser.parse_args()
    pairs = read_pairs()
    groups = {"English": [pair for pair in pairs if pair[0]["language"] == "en"], "ar de es fr pt": [pair for pair in pairs if pair[0]["language"] != "en"]}
    print(table(groups))
    confusions = Counter(tuple(sorted((a["intents"][0], b["intents"][0]))) for a, b in pairs if a["intents"][0] != b["intents"][0])
    print(f"\nCommonest confusions: {', '.join(f'{a} ~ {b} {count}' for (a, b), count in confusions.most_common(CONFUSIONS))}")
    for first, second in sorted(pairs, key=distance, reverse=True)[: arguments.list]:
        print(f"\n{distance((first, second))} {second['of']}: {second['text']}")
        for reading in (first, second):
            print("   ", json.dumps([reading[key] for key in ("intents", "sentiment", "emotion", "urgency", "flags")]))


if __name__ == "__main__":
    main()
