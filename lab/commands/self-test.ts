import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BundledModel, currentModel, multilingualModel } from '../../lib/models/catalogue';
import { type LoadedModel, loadModel } from '../../lib/models/run-model';
import { cosine, packVector, type SelfTestFile } from '../../lib/models/self-test';
import type { Command } from '../command';
import { readFlags, UsageError } from '../flags';
import { readFile } from '../jsonl';
import { round } from '../numbers';

const root = fileURLToPath(new URL('../../public/models/', import.meta.url));

/**
 * What the models are tested with; short and long, plain and odd, so that every kernel and the tokenizer take part. Only
 * sentences for which the int8 kernels of Node and of the browser agree (0.998 and more, 2026-11-29): now and then one
 * rounds an activation the other way, which moves a vector to 0.985 and harms nothing.
 */
const sentences: Record<string, string[]> = {
  en: [
    'Where is my order?',
    'I was charged twice for order 48213-B, please refund one of them.',
    'thanks, that fixed it!',
    'The app crashes every time I open the camera, since the update on Tuesday. I have restarted the phone, cleared the cache and installed it again, and nothing helps. I need it for work tomorrow morning.',
    'Cancel my subscription. My lawyer will write to you otherwise.',
    'can u chnge the adress?? i moved 😅',
    'How do I connect the printer to Wi-Fi on Windows 11?',
    "It's been three weeks; nobody answers — and I'm losing patience.",
  ],
  ar: ['لم يصلني الطلب حتى الآن وأريد استرداد المبلغ.', 'مش عارف أدخل على حسابي، نسيت الباسورد'],
  de: [
    'Wo bleibt meine Bestellung?',
    'Die Rechnung ist falsch, bitte überprüfen Sie den Betrag und erstatten Sie mir 40 €.',
  ],
  es: ['No puedo entrar en mi cuenta desde ayer.', '¿Me cambian la dirección de entrega? Me he mudado.'],
  fr: [
    'Bonjour, je n’ai toujours pas reçu mon colis.',
    'C’est la troisième fois que j’écris, toujours aucune réponse.',
  ],
  pt: ['Quero cancelar a assinatura, por favor.', 'Fui cobrado duas vezes este mês, quero o dinheiro de volta.'],
};

async function makeFile(model: LoadedModel, { id, languages, hashes }: BundledModel): Promise<SelfTestFile> {
  const made: SelfTestFile['sentences'] = [];
  for (const language of languages)
    for (const text of sentences[language] ?? [])
      made.push({ language, text, vector: packVector((await model.run(text)).vector) });
  return { id, weights: hashes['onnx/model_quantized.onnx'] ?? '', sentences: made };
}

/** One line a sentence, its vector on it. */
function print({ sentences: all, ...rest }: SelfTestFile): string {
  const head = JSON.stringify(rest).slice(0, -1);
  return `${head},"sentences":[\n${all.map((one) => JSON.stringify(one)).join(',\n')}\n]}\n`;
}

/** `self-test`: the fixed sentences of each model against their stored vectors, or those stored anew. */
export const selfTest: Command = {
  help: 'self-test [--write yes]    lowest cosine of each model to its stored vectors; --write stores those of the shipped weights',
  async run(args, { output }) {
    const isWriting = readFlags(args, ['--write']).has('--write');
    for (const bundled of [currentModel, multilingualModel]) {
      const { id, maxTokens } = bundled;
      if (!existsSync(`${root}${id}/config.json`)) throw new UsageError(`The model ${id} is missing under ${root}.`);
      const model = await loadModel({ root, id, threads: 2, maxTokens });
      const path = `${root}${id}/self-test.json`;
      if (isWriting) writeFileSync(path, print(await makeFile(model, bundled)));
      const file: SelfTestFile = JSON.parse(readFile(path));
      const found: number[] = [];
      for (const { text, vector } of file.sentences) found.push(cosine((await model.run(text)).vector, vector));
      output.write(`${JSON.stringify({ id, sentences: found.length, lowestCosine: round(Math.min(...found)) })}\n`);
      await model.dispose();
    }
    return 0;
  },
};
