"""The base encoders as they come, in the layout of transformers.js: the frozen column of `npm run score -- --frozen training/out/frozen`.

After stage 1 of both models. Nothing is trained: int8 as in stage 2, the L2-normalised mean of the last layer as the only output.
"""

import argparse
import tempfile
from pathlib import Path

import onnx
from safetensors.numpy import load_file

from encoder import OUT, SENTENCE, build, quantise
from export import optimise, write_config, write_tokenizer

# Folder of the frozen model, and where its unpacked base lies.
BASES = {"minilm": OUT / "base", "e5": OUT / "multilingual/base"}


def export_frozen(base: Path, target: Path) -> None:
    """Writes graph, tokenizer and settings of one base to `target`."""
    (target / "onnx").mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        mixed, small = Path(folder) / "mixed.onnx", Path(folder) / "int8.onnx"
        # Where stage 1 quantised the word table, the weights as they came lie beside.
        exact = base / "exact.safetensors"
        weights = load_file(exact if exact.exists() else base / "model.safetensors")
        onnx.save(build(weights, int8_table=True), mixed)
        quantise(mixed, small)
        model = onnx.load(small)
        kept = [output for output in model.graph.output if output.name == SENTENCE]
        del model.graph.output[:]
        model.graph.output.extend(kept)
        optimise(model, target / "onnx/model_quantized.onnx")
    write_tokenizer(base, target)
    write_config(base, target)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=OUT / "frozen")
    for name, path in BASES.items():
        parser.add_argument(f"--{name}", type=Path, default=path, help="folder written by stage 1")
    arguments = parser.parse_args()
    for name in BASES:
        export_frozen(getattr(arguments, name), arguments.out / name)
        print(f"{arguments.out / name}: {(arguments.out / name / 'onnx/model_quantized.onnx').stat().st_size:,} bytes")
