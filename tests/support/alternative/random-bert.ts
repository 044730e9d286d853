import { type Graph, type Initializer, type Node, writeOnnx } from './onnx-writer.ts';

/** Shape of an encoder. `labels` 0: hidden states are the output (for embeddings). */
export type Shape = {
  layers: number;
  hidden: number;
  heads: number;
  inner: number;
  vocabulary: number;
  positions: number;
  labels: number;
};

export const distilBert: Omit<Shape, 'labels'> = {
  layers: 6,
  hidden: 768,
  heads: 12,
  inner: 3072,
  vocabulary: 30522,
  positions: 512,
};
export const miniLm: Omit<Shape, 'labels'> = {
  layers: 6,
  hidden: 384,
  heads: 12,
  inner: 1536,
  vocabulary: 30522,
  positions: 512,
};

/** Builds the graph as an ordinary exporter does, linear layers and tables as dynamic int8. Weights are random: time does not depend on them. */
class Builder {
  readonly nodes: Node[] = [];
  readonly initializers: Initializer[] = [];
  #seed = 1;
  #count = 0;

  name(): string {
    this.#count += 1;
    return `v${this.#count}`;
  }

  /** Adds an operation with one output and answers its name. */
  op(op: string, inputs: string[], attributes: Node['attributes'] = {}): string {
    const output = this.name();
    this.nodes.push({ op, inputs, outputs: [output], attributes });
    return output;
  }

  constant(type: Initializer['type'], shape: number[], data: ArrayBufferView): string {
    const name = this.name();
    this.initializers.push({ name, type, shape, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) });
    return name;
  }

  float(value: number): string {
    return this.constant('float32', [], Float32Array.of(value));
  }

  shape(...sizes: number[]): string {
    return this.constant('int64', [sizes.length], BigInt64Array.from(sizes.map(BigInt)));
  }

  /** int8 noise from a linear congruential generator (Numerical Recipes constants). */
  noise(...shape: number[]): string {
    const data = new Int8Array(shape.reduce((a, b) => a * b, 1));
    for (let i = 0; i < data.length; i += 1) {
      this.#seed = (Math.imul(this.#seed, 1664525) + 1013904223) | 0;
      data[i] = this.#seed >> 24;
    }
    return this.constant('int8', shape, data);
  }

  linear(input: string, from: number, to: number): string {
    const [quantised, scale, zero] = [this.name(), this.name(), this.name()];
    this.nodes.push({ op: 'DynamicQuantizeLinear', inputs: [input], outputs: [quantised, scale, zero] });
    const zeroWeight = this.constant('int8', [], Int8Array.of(0));
    const product = this.op('MatMulInteger', [quantised, this.noise(from, to), zero, zeroWeight]);
    const scaled = this.op('Mul', [this.op('Cast', [product], { to: 1 }), this.op('Mul', [scale, this.float(0.0005)])]);
    return this.op('Add', [scaled, this.constant('float32', [to], new Float32Array(to))]);
  }

  norm(input: string, hidden: number): string {
    const weight = this.constant('float32', [hidden], new Float32Array(hidden).fill(1));
    const bias = this.constant('float32', [hidden], new Float32Array(hidden));
    return this.op('LayerNormalization', [input, weight, bias], { axis: -1, epsilon: { float: 1e-12 } });
  }

  table(ids: string, rows: number, hidden: number): string {
    const gathered = this.op('Gather', [this.noise(rows, hidden), ids]);
    return this.op('DequantizeLinear', [gathered, this.float(0.001), this.constant('int8', [], Int8Array.of(0))]);
  }

  gelu(input: string): string {
    const inner = this.op('Erf', [this.op('Div', [input, this.float(Math.SQRT2)])]);
    return this.op('Mul', [this.op('Mul', [input, this.op('Add', [inner, this.float(1)])]), this.float(0.5)]);
  }

  heads(input: string, shape: Shape, perm: number[]): string {
    const split = this.op('Reshape', [input, this.shape(0, 0, shape.heads, shape.hidden / shape.heads)]);
    return this.op('Transpose', [split], { perm });
  }

  attention(input: string, mask: string, shape: Shape): string {
    const query = this.heads(this.linear(input, shape.hidden, shape.hidden), shape, [0, 2, 1, 3]);
    const keys = this.heads(this.linear(input, shape.hidden, shape.hidden), shape, [0, 2, 3, 1]);
    const values = this.heads(this.linear(input, shape.hidden, shape.hidden), shape, [0, 2, 1, 3]);
    const scores = this.op('Div', [
      this.op('MatMul', [query, keys]),
      this.float(Math.sqrt(shape.hidden / shape.heads)),
    ]);
    const weights = this.op('Softmax', [this.op('Add', [scores, mask])], { axis: -1 });
    const mixed = this.op('Transpose', [this.op('MatMul', [weights, values])], { perm: [0, 2, 1, 3] });
    return this.linear(this.op('Reshape', [mixed, this.shape(0, 0, shape.hidden)]), shape.hidden, shape.hidden);
  }

  layer(input: string, mask: string, shape: Shape): string {
    const attended = this.norm(this.op('Add', [input, this.attention(input, mask, shape)]), shape.hidden);
    const inner = this.gelu(this.linear(attended, shape.hidden, shape.inner));
    return this.norm(this.op('Add', [attended, this.linear(inner, shape.inner, shape.hidden)]), shape.hidden);
  }
}

/** A BERT-like encoder of the given shape with random int8 weights, as an ONNX file. */
export function randomBert(shape: Shape): Uint8Array {
  const builder = new Builder();
  const words = builder.table('input_ids', shape.vocabulary, shape.hidden);
  const mask = builder.op('Cast', ['attention_mask'], { to: 1 });
  const hiddenMask = builder.op('Mul', [builder.op('Sub', [mask, builder.float(1)]), builder.float(1e9)]);
  const wideMask = builder.op('Unsqueeze', [hiddenMask, builder.shape(1, 2)]);
  const ones = builder.op(
    'Cast',
    [builder.op('Greater', ['input_ids', builder.constant('int64', [], BigInt64Array.of(-1n))])],
    { to: 7 },
  );
  const places = builder.op('Sub', [
    builder.op('CumSum', [ones, builder.constant('int64', [], BigInt64Array.of(1n))]),
    ones,
  ]);
  let state = builder.norm(
    builder.op('Add', [words, builder.table(places, shape.positions, shape.hidden)]),
    shape.hidden,
  );
  for (let i = 0; i < shape.layers; i += 1) state = builder.layer(state, wideMask, shape);
  const output = shape.labels ? 'logits' : 'last_hidden_state';
  if (shape.labels) {
    const first = builder.op('Gather', [state, builder.constant('int64', [], BigInt64Array.of(0n))], { axis: 1 });
    builder.nodes.push({
      op: 'Identity',
      inputs: [builder.linear(first, shape.hidden, shape.labels)],
      outputs: [output],
    });
  } else builder.nodes.push({ op: 'Identity', inputs: [state], outputs: [output] });
  const graph: Graph = {
    nodes: builder.nodes,
    initializers: builder.initializers,
    inputs: ['input_ids', 'attention_mask'].map((name) => ({ name, type: 'int64', shape: ['batch', 'length'] })),
    outputs: [
      {
        name: output,
        type: 'float32',
        shape: shape.labels ? ['batch', shape.labels] : ['batch', 'length', shape.hidden],
      },
    ],
  };
  return writeOnnx(graph);
}
