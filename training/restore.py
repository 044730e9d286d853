"""Takes a shipped model apart again: the int8 encoder with its views as outputs, the tokenizer, and the maps of stage 6.

The work folder is not in the repository. After this, stages 4 to 7 train and ship new heads over the very encoder that ships, without
training it again; what only the fp32 encoder tells (the loss by int8) is then taken from the card.
"""

import argparse
import re
import shutil

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from encoder import HIDDEN, SENTENCE, features
from models import MODELS, Model


def strip(model: onnx.ModelProto) -> onnx.ModelProto:
    """The encoder alone: every view of `features` as an output, without heads, sentence map and token vectors (changes `model`)."""
    graph = model.graph
    layers = sum(bool(re.fullmatch("mean_[0-9]+", name)) for node in graph.node for name in node.output)
    graph.node.remove(next(node for node in graph.node if SENTENCE in node.output))
    graph.node.append(helper.make_node("LpNormalization", [f"mean_{layers}"], [SENTENCE], axis=-1, p=2))
    wanted = {name for name in features(layers)}
    kept = []
    for node in reversed(graph.node):
        if wanted.intersection(node.output):
            wanted.update(node.input)
            kept.append(node)
    del graph.node[:]
    graph.node.extend(reversed(kept))
    constants = [value for value in graph.initializer if value.name in wanted]
    del graph.initializer[:]
    graph.initializer.extend(constants)
    del graph.output[:]
    graph.output.extend(helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", HIDDEN]) for name in features(layers))
    return model


def save_maps(model: Model, shipped: onnx.ModelProto) -> None:
    """Writes tokens.npz, as export.py reads it, from the constants of the shipped graph."""
    constants = {value.name: numpy_helper.to_array(value) for value in shipped.graph.initializer if value.name.startswith(("tokens.", "sentence."))}
    maps = {name: value for name, value in constants.items() if name in ("sentence.weight", "sentence.bias")}
    if maps:
        maps["sentence.views"] = np.array(list(next(node.input for node in shipped.graph.node if "sentence_views" in node.output)))
    model.tuned.mkdir(parents=True, exist_ok=True)
    np.savez(model.tuned / "tokens.npz", weight=np.ascontiguousarray(constants["tokens.weight"].T), **maps)


def restore(model: Model) -> None:
    """Writes encoder-int8.onnx, base/ and the maps of a shipped model into its work folder."""
    base = model.work / "base"
    base.mkdir(parents=True, exist_ok=True)
    for name in ("config.json", "tokenizer.json"):
        shutil.copy(model.target / name, base)
    shipped = onnx.load(model.target / "onnx/model_quantized.onnx")
    save_maps(model, shipped)
    onnx.save(strip(shipped), model.work / "encoder-int8.onnx")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", choices=MODELS, default="signals-en")
    chosen = MODELS[parser.parse_args().model]
    restore(chosen)
    print(f"{chosen.work}: {chosen.id} taken apart")
