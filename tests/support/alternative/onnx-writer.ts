/** Element types of ONNX tensors that are written here. */
export const elementTypes = { float32: 1, uint8: 2, int8: 3, int32: 6, int64: 7 } as const;
export type ElementType = keyof typeof elementTypes;

/** One operation: inputs and outputs are names of values; integer, integer-list and float attributes only. */
export type Node = {
  op: string;
  inputs: string[];
  outputs: string[];
  attributes?: Record<string, number | number[] | { float: number }>;
};
export type Initializer = { name: string; type: ElementType; shape: number[]; data: Uint8Array };
export type GraphValue = { name: string; type: ElementType; shape: (number | string)[] };
export type Graph = { nodes: Node[]; initializers: Initializer[]; inputs: GraphValue[]; outputs: GraphValue[] };

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  do {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    bytes.push(rest > 0n ? low | 0x80 : low);
  } while (rest > 0n);
  return Uint8Array.from(bytes);
}

const key = (field: number, wire: number) => varint(field * 8 + wire);
const integer = (field: number, value: number) => Buffer.concat([key(field, 0), varint(value)]);
const bytes = (field: number, value: Uint8Array) => Buffer.concat([key(field, 2), varint(value.length), value]);
const text = (field: number, value: string) => bytes(field, Buffer.from(value));

function float(field: number, value: number): Buffer {
  const number = Buffer.alloc(4);
  number.writeFloatLE(value);
  return Buffer.concat([key(field, 5), number]);
}

/** AttributeProto: name 1, f 2, i 3, ints 8, type 20 (1 float, 2 int, 7 ints). */
function attribute(name: string, value: number | number[] | { float: number }): Buffer {
  if (Array.isArray(value))
    return Buffer.concat([text(1, name), ...value.map((one) => integer(8, one)), integer(20, 7)]);
  if (typeof value === 'object') return Buffer.concat([text(1, name), float(2, value.float), integer(20, 1)]);
  return Buffer.concat([text(1, name), integer(3, value), integer(20, 2)]);
}

/** NodeProto: input 1, output 2, op_type 4, attribute 5. */
function node({ op, inputs, outputs, attributes = {} }: Node): Buffer {
  return Buffer.concat([
    ...inputs.map((name) => text(1, name)),
    ...outputs.map((name) => text(2, name)),
    text(4, op),
    ...Object.entries(attributes).map(([name, value]) => bytes(5, attribute(name, value))),
  ]);
}

/** TensorProto: dims 1, data_type 2, name 8, raw_data 9. */
function tensor({ name, type, shape, data }: Initializer): Buffer {
  return Buffer.concat([
    ...shape.map((size) => integer(1, size)),
    integer(2, elementTypes[type]),
    text(8, name),
    bytes(9, data),
  ]);
}

/** ValueInfoProto with a tensor type; named dimensions are free. */
function value({ name, type, shape }: GraphValue): Buffer {
  const dims = shape.map((size) => bytes(1, typeof size === 'number' ? integer(1, size) : text(2, size)));
  const tensorType = Buffer.concat([integer(1, elementTypes[type]), bytes(2, Buffer.concat(dims))]);
  return Buffer.concat([text(1, name), bytes(2, bytes(1, tensorType))]);
}

/** A serialised ONNX model, opset 17, IR version 8 (onnx.proto, https://github.com/onnx/onnx). */
export function writeOnnx(graph: Graph): Uint8Array {
  const body = Buffer.concat([
    ...graph.nodes.map((one) => bytes(1, node(one))),
    text(2, 'graph'),
    ...graph.initializers.map((one) => bytes(5, tensor(one))),
    ...graph.inputs.map((one) => bytes(11, value(one))),
    ...graph.outputs.map((one) => bytes(12, value(one))),
  ]);
  return Buffer.concat([integer(1, 8), bytes(7, body), bytes(8, integer(2, 17))]);
}
