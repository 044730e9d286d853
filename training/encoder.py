"""Stage 2: build the encoder as a fused ONNX graph (fp32 and int8) from the unpacked weights.

The graph is written node by node with the runtime's fused operators (Attention, SkipLayerNormalization, BiasGelu with
the exact Gelu of the base model), so nothing is left to fuse when the browser loads it. B = batch, S = tokens, H = 384.
"""

import argparse
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.numpy import load_file
from tokenizers import Tokenizer

OUT = Path(__file__).parent / "out"
HEADS, HIDDEN, LAYER_NORM_EPSILON = 12, 384, 1e-12
MAX_TOKENS = 256
MASKED = -1e4

SENTENCE = "sentence_embedding"


def layers_of(weights: Mapping[str, np.ndarray]) -> int:
    """How many transformer layers the weights hold."""
    return sum(name.endswith("output.LayerNorm.weight") and "attention" not in name for name in weights)


def features(layers: int) -> list[str]:
    """Pooled views of one forward pass, each [B, H]: the L2-normalised mean of the last layer, the mean over the mask after every layer, the maximum after the last."""
    return [SENTENCE, *[f"mean_{n}" for n in range(1, layers + 1)], f"max_{layers}"]


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


def add_four_bit_table(graph: Graph, packed: np.ndarray, scale: np.ndarray) -> str:
    """Word embeddings [B, S, H] from blocks of 32 weights: packed [V, H / 2] uint8 (byte j of a block holds weight j low, j + 16 high), scale [V, H / 32] fp16.

    In plain operators, on the few rows of a text, since not every runtime build unpacks 4 bits by itself.
    """
    rows = graph.node("Gather", [graph.constant("word_table", packed), "input_ids"], "word_rows")
    both = graph.node("Cast", [rows], "word_bytes", to=TensorProto.FLOAT)
    high = graph.node("Floor", [graph.node("Mul", [both, graph.constant("sixteenth", np.array(1 / 16, np.float32))], "word_shifted")], "word_high")
    low = graph.node("Sub", [both, graph.node("Mul", [high, graph.constant("sixteen", np.array(16, np.float32))], "word_high_part")], "word_low")
    shape = graph.constant("block_shape", np.array([0, 0, scale.shape[1], 16], np.int64))
    halves = [graph.node("Reshape", [part, shape], f"{part}_blocks") for part in (low, high)]
    nibbles = graph.node("Concat", halves, "word_nibbles", axis=-1)
    centred = graph.node("Sub", [nibbles, graph.constant("eight", np.array(8, np.float32))], "word_centred")
    row_scale = graph.node("Gather", [graph.constant("word_scale", scale), "input_ids"], "word_row_scale")
    wide = graph.node("Unsqueeze", [graph.node("Cast", [row_scale], "word_scale_float", to=TensorProto.FLOAT), graph.constant("last_axis", np.array([3], np.int64))], "word_scale_column")
    scaled = graph.node("Mul", [centred, wide], "word_scaled")
    return graph.node("Reshape", [scaled, graph.constant("row_shape", np.array([0, 0, HIDDEN], np.int64))], "words")


def add_embeddings(graph: Graph, weights: dict[str, np.ndarray], int8_table: bool) -> str:
    """Word + position + type embeddings and their layer norm: [B, S, H]."""
    word = weights["embeddings.word_embeddings.weight"]
    if int8_table and "word_table_q4" in weights:
        words = add_four_bit_table(graph, weights["word_table_q4"], weights["word_table_scale"])
    elif int8_table:
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
            graph.constant("position_table", weights["embeddings.position_embeddings.weight"][:MAX_TOKENS] + weights["embeddings.token_type_embeddings.weight"][0]),
            graph.constant("zero", np.array([0], np.int64)),
            length,
        ],
        "positions",
    )
    # Every text is of type 0, so the type's row is part of the positions and no input.
    placed = graph.node("Unsqueeze", [positions, graph.constant("batch_axis", np.array([0], np.int64))], "placed")
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
    """Adds every view of `features` from the layers' hidden states, each [B, S, H]."""
    row_axis = graph.constant("row_axis", np.array([1], np.int64))
    weights = graph.node("Cast", ["attention_mask"], "token_weight", to=TensorProto.FLOAT)
    row = graph.node("Unsqueeze", [weights, row_axis], "token_weight_row")
    total = graph.node("ReduceSum", [weights, row_axis], "weight_total", keepdims=1)
    for layer, state in enumerate(hidden, start=1):
        summed = graph.node("Squeeze", [graph.node("MatMul", [row, state], f"summed_row_{layer}"), row_axis], f"summed_{layer}")
        graph.node("Div", [summed, total], f"mean_{layer}")
    graph.node("LpNormalization", [f"mean_{len(hidden)}"], SENTENCE, axis=-1, p=2)
    inverse = graph.node("Sub", [weights, graph.constant("one", np.array(1, np.float32))], "padding")
    penalty = graph.node("Mul", [inverse, graph.constant("masked", np.array(-MASKED, np.float32))], "penalty")
    column = graph.node("Unsqueeze", [penalty, graph.constant("column_axis", np.array([2], np.int64))], "penalty_column")
    graph.node("ReduceMax", [graph.node("Add", [hidden[-1], column], "unmasked")], f"max_{len(hidden)}", axes=[1], keepdims=0)


def build(weights: dict[str, np.ndarray], int8_table: bool) -> onnx.ModelProto:
    """The fused encoder with every view of `features` as an output."""
    graph, layers = Graph(), layers_of(weights)
    graph.node("Cast", ["attention_mask"], "mask", to=TensorProto.INT32)
    hidden = [add_embeddings(graph, weights, int8_table)]
    for layer in range(1, layers + 1):
        hidden.append(add_layer(graph, weights, layer, hidden[-1]))
    add_pooling(graph, hidden[1:])
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "tokens"]) for name in ("input_ids", "attention_mask")]
    outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", HIDDEN]) for name in features(layers)]
    model = helper.make_model(
        helper.make_graph(graph.nodes, "signals", inputs, outputs, graph.initializers),
        opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)],
        producer_name="deskside-training",
    )
    model.ir_version = 8
    return model


def quantise(source: Path, target: Path, bits: int = 8) -> None:
    """Dynamic int8 for every weight matrix: int8 weights with one scale a column, activations quantised at run time.

    `bits` 7 keeps two products within 16 bits: kernels of processors without VNNI saturate there, the browser's do not, and vectors of the
    two then differ (signals-multilingual, 109 questions: cosine .979 with 8 bits, above .989 with 7; 2026-11-29).
    """
    quantize_dynamic(
        source,
        target,
        op_types_to_quantize=["MatMul", "Attention"],
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=bits == 7,
        extra_options={"DefaultTensorType": TensorProto.FLOAT},
    )


def load_tokenizer(base: Path) -> Tokenizer:
    """The base tokenizer, truncating at MAX_TOKENS and padding to the longest of a batch."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.enable_truncation(MAX_TOKENS)
    if tokenizer.padding is None:
        tokenizer.enable_padding()
    return tokenizer


def lead_of(tokenizer: Tokenizer) -> int:
    """How many marks stand in front of a text's own tokens."""
    return tokenizer.encode("a").special_tokens_mask.index(0)


def run(model: Path, tokenizer: Tokenizer, texts: list[str], batch: int = 1, outputs: list[str] | None = None) -> dict[str, np.ndarray]:
    """Every output of `model` (or `outputs`) for `texts`, each [len(texts), …] fp32, in the order of the texts.

    Texts of like length share a batch. Dynamic quantisation takes its scale over a whole batch, so results move in the third digit with
    its make-up: the default of one text a batch is what the browser does with a new message.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 2
    options.log_severity_level = 3
    # Threads that spin for work take it from whoever else runs on the machine.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    names = outputs or [output.name for output in session.get_outputs()]
    wanted = {node.name for node in session.get_inputs()}
    order = sorted(range(len(texts)), key=lambda index: (len(texts[index]), index))
    parts: list[list[np.ndarray]] = []
    for start in range(0, len(order), batch):
        encoded = tokenizer.encode_batch([texts[index] for index in order[start : start + batch]])
        ids = np.array([item.ids for item in encoded], np.int64)
        mask = np.array([item.attention_mask for item in encoded], np.int64)
        # Graphs of before 2026-11-24 also take the type of every token, which is 0.
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        parts.append(session.run(names, {name: value for name, value in given.items() if name in wanted}))
    back = np.argsort(order)
    return {name: np.concatenate([part[column] for part in parts])[back] for column, name in enumerate(names)}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", type=Path, default=OUT / "base", help="folder written by unpack.py")
    parser.add_argument("--out", type=Path, default=OUT, help="folder for encoder-fp32.onnx and encoder-int8.onnx")
    parser.add_argument("--bits", type=int, choices=(7, 8), default=8, help="of a weight, see quantise")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    base_weights = load_file(arguments.base / "model.safetensors")
    onnx.save(build(base_weights, int8_table=False), arguments.out / "encoder-fp32.onnx")
    onnx.save(build(base_weights, int8_table=True), arguments.out / "encoder-mixed.onnx")
    quantise(arguments.out / "encoder-mixed.onnx", arguments.out / "encoder-int8.onnx", arguments.bits)
    (arguments.out / "encoder-mixed.onnx").unlink()
    for name in ("encoder-fp32.onnx", "encoder-int8.onnx"):
        print(f"{arguments.out / name}: {(arguments.out / name).stat().st_size:,} bytes")
