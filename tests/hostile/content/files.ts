import Papa from 'papaparse';
import { makeDocx, makeZip, wordParagraph } from '../../../lib/documents/fixture.ts';
import type { Payload } from './payload.ts';

/** A file to import, made of payloads. */
export type HostileFile = { name: string; bytes: Uint8Array };

const utf8 = (text: string) => new TextEncoder().encode(text);
/** Characters that XML 1.0 cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const noXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;
const escapeXml = (text: string) => text.replace(noXml, '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Every format that Deskside imports, with each payload in every field that the format has. */
export function writeHostileFiles(all: readonly Payload[]): HostileFile[] {
  // A file that holds the letter nought is no text, and refused whole.
  const payloads = all.map((one) => ({ ...one, text: one.text.replaceAll('\u0000', '') }));
  const rows = payloads.map(({ id, text }) => ({
    id: `${id} ${text}`,
    title: `${text} ${id}`,
    body: `Sleeping battery ${id}: ${text}`,
    url: text,
    section: text,
    labels: text,
    updated_at: text,
  }));
  const macros = payloads.map(({ id, text }) => ({
    id: `m${id}`,
    title: text,
    body: `<p>Hello {{ticket.requester.first_name}}, the light on the charger stays green ${id}: ${text}</p>`,
    category: text,
    tags: [text],
  }));
  const playbooks = payloads.map(({ id, text }) => ({
    id: `p${id}`,
    title: text,
    intent: text,
    team: text,
    steps: [{ text, say: text, kind: text }, text],
  }));
  const examples = payloads.flatMap(({ text }) => [
    { intent: text, text },
    { intent: 'refund', text },
  ]);
  const pages = Object.fromEntries(
    payloads.flatMap(({ id, text }) => [
      [`pages/${id}.html`, `<title>${text}</title><body><p>Page ${id}</p>${text}<p>end ${id}</p>`],
      [`notes/${id}.md`, `# ${text}\n\nNote ${id} ${text}\n\n[link](${text})\n`],
    ]),
  );
  const raw = Object.fromEntries(payloads.map(({ id, text }) => [`raw/${id}.json`, text]));
  const own = {
    deskside: 1,
    exportedAt: '2026-11-30',
    articles: rows.map((row) => ({
      ...row,
      source: row.title,
      text: row.body,
      labels: [row.labels],
      isInternal: false,
    })),
    macros: macros.map((one) => ({ ...one, source: 'x', text: one.title, html: one.body, isNote: false })),
    playbooks: [],
    passages: [],
  };
  return [
    { name: 'rows.csv', bytes: utf8(Papa.unparse(rows)) },
    { name: 'lists.json', bytes: utf8(JSON.stringify({ articles: rows, macros, playbooks, examples })) },
    { name: 'own.json', bytes: utf8(JSON.stringify(own)) },
    { name: 'all.md', bytes: utf8(payloads.map(({ id, text }) => `# ${text}\n\n${text} ${id}`).join('\n\n')) },
    { name: 'all.html', bytes: utf8(`<h1>All</h1>${payloads.map(({ text }) => `<p>${text}</p>`).join('\n')}`) },
    { name: 'pages.zip', bytes: makeZip({ ...pages, ...raw }) },
    { name: 'all.docx', bytes: makeDocx(payloads.map(({ text }) => wordParagraph(escapeXml(text))).join('')) },
  ];
}
