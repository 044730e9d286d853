import { readFileSync } from 'node:fs';
import startWabt from 'wabt';

/** The WebAssembly module of a text file. Throws where the text is wrong. */
export async function assemble(file: string): Promise<Uint8Array> {
  const wabt = await startWabt();
  const parsed = wabt.parseWat(file, readFileSync(file, 'utf8'), { simd: true });
  try {
    parsed.validate();
    return parsed.toBinary({}).buffer;
  } finally {
    parsed.destroy();
  }
}
