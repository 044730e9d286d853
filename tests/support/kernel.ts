import { writeFileSync } from 'node:fs';
import { assemble } from './assemble.ts';

const bytes = await assemble('lib/knowledge/index/scan-kernel.wat');
const text = Buffer.from(bytes).toString('base64');
const lines = text.match(/.{1,110}/g) ?? [];
writeFileSync(
  'lib/knowledge/index/scan-kernel.ts',
  `/** The module of \`scan-kernel.wat\` in base64, ${bytes.length} bytes; written by \`npm run kernel\`. */
export const scanKernel =
${lines.map((line, at) => `  '${line}'${at < lines.length - 1 ? ' +' : ';'}`).join('\n')}
`,
);
