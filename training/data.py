"""Stage 3: gather the training rows, our own support corpus and (optional) public sets, into out/rows.jsonl.

A row: {"text", "source", "split", "language" (own rows): train | validation | test, and any of "sentiment", "emotion", "urgency", "intents" (first is
primary), "flags"}. A head learns only from the rows that carry its label. Public rows are always `train`.
"""

import argparse
import csv
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from taxonomy import EMOTIONS, FLAGS, INTENTS, SENTIMENTS, URGENCIES

HERE = Path(__file__).parent
SUPPORT = "support"

# Names and licences as the card prints them. Only sets whose licence lets a trained model be shipped.
SOURCES = {
    SUPPORT: {"name": "Deskside support corpus", "license": "the project's own"},
    "goemotions": {"name": "GoEmotions", "license": "Apache-2.0"},
    "xed": {"name": "XED (English, annotated by hand)", "license": "CC-BY-4.0"},
    "banking77": {"name": "BANKING77", "license": "CC-BY-4.0"},
    "clinc150": {"name": "CLINC150", "license": "CC-BY-3.0"},
    "multidogo": {"name": "MultiDoGO", "license": "CDLA-Permissive-1.0"},
    "eshopsupport": {"name": "eShopSupport", "license": "MIT"},
}

# Their few-shot rows are reported, so they never train the encoder.
FEW_SHOT_SETS = {"banking77", "clinc150"}

# Only labels that mean one of ours without reading the text; everything else is left out.
BANKING77 = {
    "lost_or_stolen_card": "account.security",
    "lost_or_stolen_phone": "account.security",
    "compromised_card": "account.security",
    "card_payment_not_recognised": "billing.dispute",
    "direct_debit_payment_not_recognised": "billing.dispute",
    "transaction_charged_twice": "billing.dispute",
    "request_refund": "refund.request",
    "Refund_not_showing_up": "refund.status",
    "declined_card_payment": "billing.payment_failed",
    "edit_personal_details": "account.update",
    "terminate_account": "account.close",
    "passcode_forgotten": "account.login",
    "pin_blocked": "account.login",
}
CLINC150 = {
    "greeting": "social.greeting",
    "thank_you": "social.thanks",
    "goodbye": "social.thanks",
    "order_status": "order.status",
    "report_fraud": "account.security",
    "report_lost_card": "account.security",
    "card_declined": "billing.payment_failed",
    "account_blocked": "account.login",
    "oos": "other",
}
MULTIDOGO = {
    "openinggreeting": "social.greeting",
    "thankyou": "social.thanks",
    "closinggreeting": "social.thanks",
    "reportlostcard": "account.security",
    "disputecharge": "billing.dispute",
    "closeaccount": "account.close",
    "reportbrokensoftware": "tech.bug",
    "checkserverstatus": "tech.outage",
    "startorder": "order.place",
    "changeorder": "order.change",
    "stoporder": "order.cancel",
    "cancelserviceintent": "subscription.cancel",
    "upgradeserviceintent": "subscription.change",
    "viewbillsintent": "billing.invoice",
    "getpromotions": "billing.pricing",
}
GOEMOTIONS_EMOTION = {
    "anger": "anger",
    "annoyance": "frustration",
    "disappointment": "disappointment",
    "fear": "worry",
    "nervousness": "worry",
    "confusion": "confusion",
    "gratitude": "gratitude",
    "admiration": "satisfaction",
    "joy": "satisfaction",
    "relief": "satisfaction",
    "neutral": "none",
}
GOEMOTIONS_NEGATIVE = "anger annoyance disappointment disapproval disgust embarrassment fear grief nervousness remorse sadness".split()
GOEMOTIONS_POSITIVE = "admiration amusement approval caring excitement gratitude joy love optimism pride relief".split()
XED_EMOTION = {"0": "none", "1": "anger", "4": "worry", "5": "satisfaction"}
XED_SENTIMENT = {"0": "neutral", "1": "negative", "3": "negative", "4": "negative", "5": "positive", "6": "negative"}

# Most rows that one public source may give one label of one head: keeps a run to minutes and the label sets in balance.
CAP = {"intents": 60, "emotion": 300, "sentiment": 500}


# Whole industries are held out, so that a test message shares neither its wording nor its trade with a training message.
TEST_INDUSTRIES, VALIDATION_INDUSTRIES = {"hotel", "gaming", "public"}, {"energy", "education"}


def split_of(text: str, industry: str | None = None) -> str:
    """The split of an own text. By its industry where that is known; older rows by the hash of their words alone: 70 % train, 15 % validation, 15 % test."""
    if industry:
        return "test" if industry in TEST_INDUSTRIES else "validation" if industry in VALIDATION_INDUSTRIES else "train"
    bucket = int(hashlib.sha256(" ".join(text.lower().split()).encode()).hexdigest()[:8], 16) % 100
    return "train" if bucket < 70 else "validation" if bucket < 85 else "test"


def check_labels(row: dict, place: str) -> None:
    """Raises on a label outside the taxonomy, with the place in the file."""
    allowed = {"intents": INTENTS, "flags": FLAGS, "sentiment": SENTIMENTS, "emotion": EMOTIONS, "urgency": URGENCIES}
    for key, labels in allowed.items():
        values = row[key] if isinstance(row[key], list) else [row[key]]
        unknown = [value for value in values if value not in labels]
        if unknown:
            raise ValueError(f"{place}: {key} has {unknown}")
    if not row["text"].strip() or not row["intents"]:
        raise ValueError(f"{place}: no text or no intent")


def read_support(folder: Path) -> Iterator[dict]:
    """Our own rows from every *.jsonl in `folder`, each text once."""
    seen = set()
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if not line.strip():
                continue
            row = json.loads(line)
            check_labels(row, f"{path.name}:{number}")
            split_key = " ".join(row["text"].lower().split())
            if split_key in seen:
                continue
            seen.add(split_key)
            yield {"language": "en", **row, "source": SUPPORT, "split": split_of(row["text"], row.get("industry"))}


def read_goemotions(folder: Path) -> Iterator[dict]:
    names = (folder / "original/labels.txt").read_text().split()
    with gzip.open(folder / "original/train.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            text, labels, _ = line.rstrip("\n").split("\t")
            kinds = [names[int(label)] for label in labels.split(",")]
            row = {"text": text.replace("[NAME]", "Alex")}
            if len(kinds) == 1 and kinds[0] in GOEMOTIONS_EMOTION:
                row["emotion"] = GOEMOTIONS_EMOTION[kinds[0]]
            for sentiment, members in [("negative", GOEMOTIONS_NEGATIVE), ("positive", GOEMOTIONS_POSITIVE), ("neutral", ["neutral"])]:
                if all(kind in members for kind in kinds):
                    row["sentiment"] = sentiment
            yield row


def read_xed(folder: Path) -> Iterator[dict]:
    with gzip.open(folder / "en-annotated.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            text, labels = line.rstrip("\n").split("\t")
            kinds = labels.replace(" ", "").split(",")
            row = {"text": text}
            if len(kinds) == 1 and kinds[0] in XED_EMOTION:
                row["emotion"] = XED_EMOTION[kinds[0]]
            feelings = {XED_SENTIMENT.get(kind) for kind in kinds}
            if len(feelings) == 1 and None not in feelings:
                row["sentiment"] = feelings.pop()
            yield row
    with gzip.open(folder / "neu_en.txt.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            text = line.rstrip("\n").split("\t")[-1]
            yield {"text": text, "emotion": "none", "sentiment": "neutral"}


def read_banking77(folder: Path) -> Iterator[dict]:
    with gzip.open(folder / "train.csv.gz", "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            if row["category"] in BANKING77:
                yield {"text": row["text"], "intents": [BANKING77[row["category"]]]}


def read_clinc150(folder: Path) -> Iterator[dict]:
    with gzip.open(folder / "data_full.json.gz", "rt", encoding="utf-8") as lines:
        data = json.load(lines)
    for text, label in [*data["train"], *data["oos_train"], *data["oos_val"]]:
        if label in CLINC150:
            yield {"text": text, "intents": [CLINC150[label]]}


def read_multidogo(folder: Path) -> Iterator[dict]:
    for path in sorted((folder / "sentence_level").glob("*/train.tsv.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["intent"] in MULTIDOGO and row["utterance"].strip():
                    yield {"text": row["utterance"], "intents": [MULTIDOGO[row["intent"]]]}


def read_eshopsupport(folder: Path) -> Iterator[dict]:
    """The first message of tickets that ended in displeasure; other satisfaction values say too little of the message."""
    with gzip.open(folder / "dev/tickets.json.gz", "rt", encoding="utf-8") as lines:
        for ticket in json.load(lines):
            if ticket["CustomerSatisfaction"] in (1, 2):
                yield {"text": ticket["Messages"][0]["Text"], "sentiment": "negative"}


READERS = {
    "goemotions": read_goemotions,
    "xed": read_xed,
    "banking77": read_banking77,
    "clinc150": read_clinc150,
    "multidogo": read_multidogo,
    "eshopsupport": read_eshopsupport,
}


def read_public(folder: Path) -> Iterator[dict]:
    """Public rows, each text once a source, at most CAP rows of one source a label, chosen by the hash of the text."""
    for source, read in READERS.items():
        rows = {" ".join(row["text"].lower().split()): row for row in read(folder / source)}
        ordered = sorted(rows.values(), key=lambda row: hashlib.sha256(row["text"].encode()).hexdigest())
        taken: Counter = Counter()
        for row in ordered:
            kept = {"text": row["text"]}
            for head, cap in CAP.items():
                label = (row.get(head) or [None])[0] if head == "intents" else row.get(head)
                if label is not None and taken[head, label] < cap:
                    taken[head, label] += 1
                    kept[head] = row[head]
            if len(kept) > 1:
                yield {**kept, "source": source, "split": "train"}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--support", type=Path, default=HERE / "data/support", help="folder of our own *.jsonl")
    parser.add_argument("--public", type=Path, help="folder of the public sets, one folder each; left out: own corpus only")
    parser.add_argument("--out", type=Path, default=HERE / "out/rows.jsonl")
    arguments = parser.parse_args()
    gathered = list(read_support(arguments.support))
    if arguments.public:
        gathered += read_public(arguments.public)
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    with arguments.out.open("w", encoding="utf-8") as target:
        target.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in gathered)
    for (source, split), count in sorted(Counter((row["source"], row["split"]) for row in gathered).items()):
        print(f"{source:14} {split:11} {count:6,}")
