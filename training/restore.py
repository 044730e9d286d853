"""Takes a shipped model apart again: the int8 encoder with its views as outputs, its weights, the tokenizer, and the maps of stage 6.

The work folder is not in the repository. After this, stages 4 to 7 train and ship new heads over the very encoder that ships, without
training it again; what only the fp32 encoder tells (the loss by int8) is then taken from the card. Or tune.py goes on from base/.
"""

import argparse
import re
import shutil

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from safetensors.numpy import save_file

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


def unpack_table(packed: np.ndarray, scale: np.ndarray) -> np.ndarray:
    """What a 4-bit table stands for, [V, H] fp32; the opposite of unpack.quantise_table."""
    blocks = packed.reshape(len(packed), -1, 16)
    nibbles = np.concatenate([blocks & 15, blocks >> 4], axis=-1).astype(np.float32)
    return ((nibbles - 8) * scale.astype(np.float32)[:, :, None]).reshape(len(packed), -1)


def weights_of(encoder: onnx.ModelProto) -> dict[str, np.ndarray]:
    """The weights that an int8 encoder with a 4-bit word table computes with, by the names that encoder.build reads."""
    constants = {value.name: numpy_helper.to_array(value) for value in encoder.graph.initializer}
    table, scale = constants["word_table"], constants["word_scale"]
    positions = constants["position_table"]
    weights = {
        "word_table_q4": table,
        "word_table_scale": scale,
        "embeddings.word_embeddings.weight": unpack_table(table, scale),
        "embeddings.position_embeddings.weight": np.concatenate([positions, np.zeros_like(positions)]),
        # It is part of the positions already.
        "embeddings.token_type_embeddings.weight": np.zeros((2, HIDDEN), np.float32),
        "embeddings.LayerNorm.weight": constants["embedding_gamma"],
        "embeddings.LayerNorm.bias": constants["embedding_beta"],
    }

    def matrix(name: str) -> np.ndarray:
        whole = constants[f"{name}_quantized"].astype(np.float32) - constants[f"{name}_zero_point"].astype(np.float32)
        return (whole * constants[f"{name}_scale"]).T

    for layer in range(1, sum(name.endswith("_hidden_gamma") for name in constants) + 1):
        own, to = f"layer_{layer}", f"encoder.layer.{layer - 1}"
        for at, part in enumerate(("query", "key", "value")):
            weights[f"{to}.attention.self.{part}.weight"] = np.split(matrix(f"{own}_qkv_weight"), 3)[at]
            weights[f"{to}.attention.self.{part}.bias"] = np.split(constants[f"{own}_qkv_bias"], 3)[at]
        for name, module, norm in (("projected", "attention.output", "mixed"), ("narrow", "output", "hidden")):
            weights[f"{to}.{module}.dense.weight"] = matrix(f"{own}_{name}_weight")
            weights[f"{to}.{module}.dense.bias"] = constants[f"{own}_{norm}_bias"]
            weights[f"{to}.{module}.LayerNorm.weight"] = constants[f"{own}_{norm}_gamma"]
            weights[f"{to}.{module}.LayerNorm.bias"] = constants[f"{own}_{norm}_beta"]
        weights[f"{to}.intermediate.dense.weight"] = matrix(f"{own}_wide_weight")
        weights[f"{to}.intermediate.dense.bias"] = constants[f"{own}_wide_bias"]
    return {name: np.ascontiguousarray(value) for name, value in weights.items()}


def save_maps(model: Model, shipped: onnx.ModelProto) -> None:
    """Writes tokens.npz, as export.py reads it, from the constants of the shipped graph."""
    constants = {value.name: numpy_helper.to_array(value) for value in shipped.graph.initializer if value.name.startswith(("tokens.", "sentence."))}
    maps = {name: value for name, value in constants.items() if name in ("sentence.weight", "sentence.bias")}
    if maps:
        maps["sentence.views"] = np.array(list(next(node.input for node in shipped.graph.node if "sentence_views" in node.output)))
    model.tuned.mkdir(parents=True, exist_ok=True)
    np.savez(model.tuned / "tokens.npz", weight=np.ascontiguousarray(constants["tokens.weight"].T), **maps)


def restore(model: Model) -> None:
    """Writes encoder-int8.onnx, base/ (with the weights and the token projection) and the maps of a shipped model into its work folder."""
    base = model.work / "base"
    base.mkdir(parents=True, exist_ok=True)
    for name in ("config.json", "tokenizer.json"):
        shutil.copy(model.target / name, base)
    shipped = onnx.load(model.target / "onnx/model_quantized.onnx")
    save_maps(model, shipped)
    encoder = strip(shipped)
    onnx.save(encoder, model.work / "encoder-int8.onnx")
    save_file(weights_of(encoder), base / "model.safetensors")
    shutil.copy(model.tuned / "tokens.npz", base)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", choices=MODELS, default="signals-en")
    chosen = MODELS[parser.parse_args().model]
    restore(chosen)
    print(f"{chosen.work}: {chosen.id} taken apart")
