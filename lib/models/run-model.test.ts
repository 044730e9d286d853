import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { multilingualModel } from './catalogue';
import { loadModel } from './run-model';

const root = fileURLToPath(new URL('../../public/models/', import.meta.url));

it('gives the vectors of a text’s words alone, whatever marks the model puts before it', async () => {
  const { id, maxTokens } = multilingualModel;
  const model = await loadModel({ root, id, threads: 1, maxTokens });
  const [plain, withSigns] = [await model.run('mi pedido'), await model.run('mi pedido ! ! !')];
  await model.dispose();
  expect(plain.tokens).toMatchObject({ count: 2, dims: 96 });
  expect(withSigns.tokens).toMatchObject({ count: 2, dims: 96 });
}, 60_000);
