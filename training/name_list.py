"""First and last names of many countries for lib/guard: from PyPI's Faker (MIT), pinned below, less what is an ordinary word.

    pip install --no-deps faker==40.54.0
    python training/name_list.py        # writes lib/guard/names/name-list.json

A name that our support messages use as a word (in lower case, after a German article, or in Arabic at all), or that is a
place, goes to a list of its own: it counts only where the words around it say that a person is meant.
"""

import importlib
import json
import pathlib
import re
import unicodedata
from collections import Counter

import faker.providers.address as address
import faker.providers.person as person

ROOT = pathlib.Path(__file__).resolve().parent.parent
OUT = ROOT / "lib/guard/names/name-list.json"
# Latin letters without an accent that NFD cannot take apart; lib/guard/names/fold.ts does the same.
LATIN = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": None})
# Fewer letters are as likely an abbreviation.
SHORTEST = 3
NOT_TEXT = re.compile(r"\S+@\S+|https?://\S+|www\.\S+")
GERMAN_NOUN = re.compile(
    r"\b(?:[Dd](?:er|ie|as|en|em|es)|[Ee]ine?[nmrs]?|[Mm]eine?[nmrs]?|[Ii]hre?[nmrs]?|[Kk]eine?[nmrs]?|[Ii]m|[Aa]m|[Zz]u[mr]|[Vv]om)"
    r" ([A-ZÄÖÜ][a-zäöüß]+)"
)
GERMAN_NOUN_ALONE = re.compile(r"(?<=[a-zäöüß,] )(?<!Herr )(?<!Frau )(?<!Hallo )(?<!Liebe )[A-ZÄÖÜ][a-zäöüß]+")
LANGUAGES = ("ar", "de", "en", "es", "fr", "pt")
# Uses from which a word is kept as an ordinary one, and from which a capitalised German word counts as a noun.
COMMON_FROM, NOUN_FROM = 6, 3
# Towns that our customers' helpdesks name most and that somebody is named after.
TOWNS = """london manchester birmingham liverpool leeds bristol oxford cambridge york dublin belfast glasgow edinburgh cardiff
boston houston dallas austin denver phoenix chicago orlando atlanta portland seattle charlotte nashville memphis jackson
lincoln madison toronto montreal sydney melbourne perth paris lyon nice nantes bordeaux lille marseille strasbourg madrid
barcelona sevilla valencia bilbao malaga granada cordoba toledo leon santiago lima quito bogota lisboa porto coimbra braga
faro brasilia salvador recife belem berlin hamburg koln munchen dresden leipzig bremen essen bonn wien graz linz salzburg
zurich basel bern genf milano roma rome florence venice verona cairo dubai doha riyadh jeddah muscat amman beirut baghdad
tunis algiers tripoli rabat marrakech delhi mumbai kingston""".split()
PLACES = re.compile(r"^(?:countries|cities|city_names?|states|state_names?|provinces|regions|departments|counties)$")


def fold(text: str) -> str:
    """Lower case without accents, Arabic letters as they are most often typed."""
    parts = unicodedata.normalize("NFD", text.lower().translate(LATIN).translate(ARABIC))
    return "".join(c for c in parts if not unicodedata.combining(c)).translate(ARABIC)


def names_of(provider, stem: str) -> set[str]:
    found: set[str] = set()
    for attribute in dir(provider):
        if not attribute.startswith((f"{stem}_names", f"{stem}_romanized_names", f"{stem}_name_")):
            continue
        value = getattr(provider, attribute)
        if isinstance(value, (list, tuple, set, dict)):
            found |= {str(one) for one in value}
    return found


def read_words() -> tuple[Counter, Counter]:
    """How often our messages use a word in lower case, and (in Arabic, which has none) at all."""
    lower, arabic, nouns = Counter(), Counter(), Counter()
    for path in sorted((ROOT / "training/data/support").glob("*.jsonl")):
        for line in path.read_text(encoding="utf8").splitlines():
            row = json.loads(line)
            text = NOT_TEXT.sub(" ", row["text"])
            if row.get("language") == "de":
                lower.update(fold(noun) for noun in GERMAN_NOUN.findall(text))
                nouns.update(fold(noun) for noun in GERMAN_NOUN_ALONE.findall(text))
            for word in re.findall(r"[^\W\d_]+", text):
                if re.match(r"[\u0600-\u06ff]", word):
                    arabic[fold(word)] += 1
                elif word.islower():
                    lower[fold(word)] += 1
    lower.update({noun: uses for noun, uses in nouns.items() if uses >= NOUN_FROM})
    return lower, arabic


def flatten(value) -> set[str]:
    if isinstance(value, str):
        return {value}
    if isinstance(value, dict):
        return flatten(list(value.keys())) | flatten(list(value.values()))
    return set().union(*(flatten(one) for one in value)) if isinstance(value, (list, tuple, set)) else set()


def locales(providers, languages: tuple[str, ...] = ("",)) -> list:
    folder = pathlib.Path(providers.__file__).parent
    found = sorted(one.name for one in folder.iterdir() if (one / "__init__.py").exists() and one.name.startswith(languages))
    return [importlib.import_module(f"{providers.__name__}.{locale}").Provider for locale in found]


def read_places() -> set[str]:
    found: set[str] = set()
    for provider in locales(address, LANGUAGES):
        for attribute in filter(PLACES.match, dir(provider)):
            found |= {fold(name) for name in flatten(getattr(provider, attribute))}
    return found | set(TOWNS)


def main() -> None:
    latin = {"first": set(), "last": set()}
    arabic = {"first": set(), "last": set()}
    for provider in locales(person):
        for stem in ("first", "last"):
            for name in names_of(provider, stem):
                folded = fold(name)
                if re.fullmatch(r"[a-z]+(?:['’-][a-z]+)*", folded) and len(folded) >= SHORTEST:
                    latin[stem] |= {part for part in re.split(r"['’-]", folded) if len(part) >= SHORTEST} | {folded}
                elif re.fullmatch(r"[\u0621-\u064a]+(?: [\u0621-\u064a]+)*", folded) and len(folded) >= SHORTEST:
                    arabic[stem].add(folded)
    (lower, used), places = read_words(), read_places()
    out = {}
    for script, lists, words in (("latin", latin, lower), ("arabic", arabic, used)):
        known = lists["first"] | lists["last"]
        ambiguous = {name for name in known if words[name] > 0 or name in places}
        out[script] = {
            "first": " ".join(sorted(n.replace(" ", "_") for n in lists["first"] - ambiguous)),
            "last": " ".join(sorted(n.replace(" ", "_") for n in lists["last"] - lists["first"] - ambiguous)),
            "words": " ".join(sorted(n.replace(" ", "_") for n in ambiguous)),
            # What starts a sentence is capitalised too: ordinary words are no part of a name.
            "common": " ".join(sorted(w for w, uses in words.items() if uses >= COMMON_FROM and w not in ambiguous and len(w) > 1)),
        }
        print(script, {kind: len(names.split()) for kind, names in out[script].items()})
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(out, ensure_ascii=False, indent=1) + "\n", encoding="utf8")
    print(OUT.relative_to(ROOT), OUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
