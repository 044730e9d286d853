"""Stage 2: build the encoder as a fused ONNX graph (fp32 and int8) from the unpacked weights.

The graph is written node by node with the runtime's fused operators (Attention, SkipLayerNormalization, BiasGelu with
the exact Gelu of the base model), so nothing is left to fuse when the browser loads it. B = batch, S = tokens, H = 384.
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.numpy import load_file
from tokenizers import Tokenizer

OUT = Path(__file__).parent / "out"
LAYERS, HEADS, HIDDEN, LAYER_NORM_EPSILON = 6, 12, 384, 1e-12
MAX_TOKENS = 256
MASKED = -1e4

# Pooled views of one forward pass, each [B, H]: mean over the mask after layer N, maximum after the last, and the L2-normalised `mean_6`.
SENTENCE = "sentence_embedding"
FEATURES = [SENTENCE, *[f"mean_{n}" for n in range(1, LAYERS + 1)], "max_6"]


class Graph:
    """Collects nodes and initialisers; every method returns the name of what it made."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.initializers: list[onnx.TensorProto] = []

    def constant(self, name: str, value: np.ndarray) -> str:
        self.initializers.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, operator: str, inputs: list[str], output: str, domain: str = "", **attributes) -> str:
        self.nodes.append(helper.make_node(operator, inputs, [output], name=f"{output}:{operator}", domain=domain, **attributes))
        return output

    def fused(self, operator: str, inputs: list[str], output: str, **attributes) -> str:
        return self.node(operator, inputs, output, domain="com.microsoft", **attributes)


def quantise_rows(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Symmetric int8 with one scale a row: [V, H] fp32 -> ([V, H] int8, [V, 1] fp32 scales)."""
    scale = np.maximum(np.abs(table).max(axis=1, keepdims=True) / 127, 1e-12).astype(np.float32)
    return np.round(table / scale).astype(np.int8), scale


def add_embeddings(graph: Graph, weights: dict[str, np.ndarray], int8_table: bool) -> str:
    """Word + position + type embeddings and their layer norm: [B, S, H]."""
    word = weights["embeddings.word_embeddings.weight"]
    if int8_table:
        table, scale = quantise_rows(word)
        rows = graph.node("Gather", [graph.constant("word_table", table), "input_ids"], "word_rows")
        row_scale = graph.node("Gather", [graph.constant("word_scale", scale), "input_ids"], "word_row_scale")
        words = graph.node("Mul", [graph.node("Cast", [rows], "word_float", to=TensorProto.FLOAT), row_scale], "words")
    else:
        words = graph.node("Gather", [graph.constant("word_table", word), "input_ids"], "words")
    length = graph.node("Shape", ["input_ids"], "token_count", start=1, end=2)
    positions = graph.node(
        "Slice",
        [
            graph.constant("position_table", weights["embeddings.position_embeddings.weight"]),
            graph.constant("zero", np.array([0], np.int64)),
            length,
        ],
        "positions",
    )
    types = graph.node("Gather", [graph.constant("type_table", weights["embeddings.token_type_embeddings.weight"]), "token_type_ids"], "types")
    placed = graph.node("Add", [types, positions], "placed")
    gamma = graph.constant("embedding_gamma", weights["embeddings.LayerNorm.weight"])
    beta = graph.constant("embedding_beta", weights["embeddings.LayerNorm.bias"])
    return graph.fused("SkipLayerNormalization", [words, placed, gamma, beta], "hidden_0", epsilon=LAYER_NORM_EPSILON)


def add_layer(graph: Graph, weights: dict[str, np.ndarray], layer: int, hidden: str) -> str:
    """One transformer layer, [B, S, H] -> [B, S, H]."""

    def weight(name: str) -> np.ndarray:
        return weights[f"encoder.layer.{layer - 1}.{name}"]

    def constant(name: str, value: np.ndarray) -> str:
        return graph.constant(f"layer_{layer}_{name}", value)

    parts = ["query", "key", "value"]
    qkv_weight = np.concatenate([weight(f"attention.self.{part}.weight").T for part in parts], axis=1)
    qkv_bias = np.concatenate([weight(f"attention.self.{part}.bias") for part in parts])
    attended = graph.fused(
        "Attention",
        [hidden, constant("qkv_weight", qkv_weight), constant("qkv_bias", qkv_bias), "mask"],
        f"attended_{layer}",
        num_heads=HEADS,
    )

    def dense(source: str, name: str, module: str) -> str:
        return graph.node("MatMul", [source, constant(f"{name}_weight", weight(f"{module}.weight").T)], f"{name}_{layer}")

    def add_and_norm(new: str, skip: str, name: str, module: str) -> str:
        norm = [constant(f"{name}_{part}", weight(f"{module}.LayerNorm.{key}")) for part, key in [("gamma", "weight"), ("beta", "bias")]]
        bias = constant(f"{name}_bias", weight(f"{module}.dense.bias"))
        return graph.fused("SkipLayerNormalization", [new, skip, *norm, bias], f"{name}_{layer}", epsilon=LAYER_NORM_EPSILON)

    mixed = add_and_norm(dense(attended, "projected", "attention.output.dense"), hidden, "mixed", "attention.output")
    wide = dense(mixed, "wide", "intermediate.dense")
    active = graph.fused("BiasGelu", [wide, constant("wide_bias", weight("intermediate.dense.bias"))], f"active_{layer}")
    return add_and_norm(dense(active, "narrow", "output.dense"), mixed, "hidden", "output")


def add_pooling(graph: Graph, hidden: list[str]) -> None:
    """Adds every view of FEATURES from the layers' hidden states, each [B, S, H]."""
    row_axis = graph.constant("row_axis", np.array([1], np.int64))
    weights = graph.node("Cast", ["attention_mask"], "token_weight", to=TensorProto.FLOAT)
    row = graph.node("Unsqueeze", [weights, row_axis], "token_weight_row")
    total = graph.node("ReduceSum", [weights, row_axis], "weight_total", keepdims=1)
    for layer, state in enumerate(hidden, start=1):
        summed = graph.node("Squeeze", [graph.node("MatMul", [row, state], f"summed_row_{layer}"), row_axis], f"summed_{layer}")
        graph.node("Div", [summed, total], f"mean_{layer}")
    graph.node("LpNormalization", [f"mean_{LAYERS}"], SENTENCE, axis=-1, p=2)
    inverse = graph.node("Sub", [weights, graph.constant("one", np.array(1, np.float32))], "padding")
    penalty = graph.node("Mul", [inverse, graph.constant("masked", np.array(-MASKED, np.float32))], "penalty")
    column = graph.node("Unsqueeze", [penalty, graph.constant("column_axis", np.array([2], np.int64))], "penalty_column")
    graph.node("ReduceMax", [graph.node("Add", [hidden[-1], column], "unmasked")], "max_6", axes=[1], keepdims=0)


def build(weights: dict[str, np.ndarray], int8_table: bool) -> onnx.ModelProto:
    """The fused encoder with every view of FEATURES as an output."""
    graph = Graph()
    graph.node("Cast", ["attention_mask"], "mask", to=TensorProto.INT32)
    hidden = [add_embeddings(graph, weights, int8_table)]
    for layer in range(1, LAYERS + 1):
        hidden.append(add_layer(graph, weights, layer, hidden[-1]))
    add_pooling(graph, hidden[1:])
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "tokens"]) for name in ("input_ids", "attention_mask", "token_type_ids")]
    outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", HIDDEN]) for name in FEATURES]
    model = helper.make_model(
        helper.make_graph(graph.nodes, "signals", inputs, outputs, graph.initializers),
        opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)],
        producer_name="deskside-training",
    )
    model.ir_version = 8
    return model


def quantise(source: Path, target: Path) -> None:
    """Dynamic int8 for every weight matrix: int8 weights with one scale a column, activations quantised at run time."""
    quantize_dynamic(
        source,
        target,
        op_types_to_quantize=["MatMul", "Attention"],
        weight_type=QuantType.QInt8,
        per_channel=True,
        extra_options={"DefaultTensorType": TensorProto.FLOAT},
    )


def load_tokenizer(base: Path) -> Tokenizer:
    """The base tokenizer, truncating at MAX_TOKENS and padding to the longest of a batch."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.enable_truncation(MAX_TOKENS)
    tokenizer.enable_padding()
    return tokenizer


def run(model: Path, tokenizer: Tokenizer, texts: list[str], batch: int = 1) -> dict[str, np.ndarray]:
    """Every output of `model` for `texts`, each [len(texts), …] fp32, in the order of the texts.

    Texts of like length share a batch. Dynamic quantisation takes its scale over a whole batch, so results move in the third digit with
    its make-up: the default of one text a batch is what the browser does with a new message.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 2
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]
    order = sorted(range(len(texts)), key=lambda index: (len(texts[index]), index))
    parts: list[list[np.ndarray]] = []
    for start in range(0, len(order), batch):
        encoded = tokenizer.encode_batch([texts[index] for index in order[start : start + batch]])
        ids = np.array([item.ids for item in encoded], np.int64)
        mask = np.array([item.attention_mask for item in encoded], np.int64)
        parts.append(session.run(names, {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}))
    back = np.argsort(order)
    return {name: np.concatenate([part[column] for part in parts])[back] for column, name in enumerate(names)}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", type=Path, default=OUT / "base", help="folder written by unpack.py")
    parser.add_argument("--out", type=Path, default=OUT, help="folder for encoder-fp32.onnx and encoder-int8.onnx")
    arguments = parser.parse_args()
    base_weights = load_file(arguments.base / "model.safetensors")
    onnx.save(build(base_weights, int8_table=False), arguments.out / "encoder-fp32.onnx")
    onnx.save(build(base_weights, int8_table=True), arguments.out / "encoder-mixed.onnx")
    quantise(arguments.out / "encoder-mixed.onnx", arguments.out / "encoder-int8.onnx")
    (arguments.out / "encoder-mixed.onnx").unlink()
    for name in ("encoder-fp32.onnx", "encoder-int8.onnx"):
        print(f"{arguments.out / name}: {(arguments.out / name).stat().st_size:,} bytes")
