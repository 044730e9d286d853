import { lexer, parser, type Token } from 'marked';
import type { RawArticle } from '../core/helpdesk';
import { addArticle, type FileReading, titleOf } from './file-records';
import { hashParts } from './hash';
import { readHtml } from './html';
import { parsePlaybook } from './playbook';

type Part = { title: string | undefined; tokens: Token[]; line: number };

/**
 * Reads Markdown: one article, or one a top-level heading where there are several. Front matter (`title`, `section`,
 * `locale`, `labels`, `internal`) comes first. A file with an `Intent:` line near its start is a playbook.
 */
export function readMarkdown(reading: FileReading, text: string): void {
  if (/^\s*intent\s*:/im.test(text.split('\n').slice(0, 5).join('\n')) && !text.startsWith('---')) {
    readPlaybookFile(reading, text);
    return;
  }
  const { meta, body, bodyLine } = readFrontMatter(text);
  const parts = splitAtHeadings(lexer(body.replaceAll('\r\n', '\n')), bodyLine);
  const isSingle = parts.length === 1;
  for (const part of parts) {
    const own = part.title ?? titleOf(reading);
    const title = isSingle ? (meta.title ?? own) : part.title === undefined ? (meta.title ?? own) : own;
    const raw: RawArticle = {
      id: hashParts([reading.name, title]),
      title,
      html: parser(part.tokens),
      labels: (meta.labels ?? meta.tags ?? '')
        .split(/[,;]/)
        .flatMap((label) => label.replace(/[[\]"']/g, '').trim() || []),
      isDraft: meta.draft === 'true',
      isInternal: meta.internal === 'true',
    };
    for (const field of ['url', 'section', 'locale'] as const) {
      const value = meta[field];
      if (value) raw[field] = value;
    }
    const problem = addArticle(reading, raw);
    if (problem) reading.contents.problems.push({ line: part.line, message: problem });
  }
}

function readPlaybookFile(reading: FileReading, text: string): void {
  const parsed = parsePlaybook(text, `${reading.source}#${hashParts([reading.name])}`);
  if (parsed.ok) reading.contents.playbooks.push(parsed.value);
  else {
    const line = /^Line (\d+)/.exec(parsed.error.message)?.[1];
    reading.contents.problems.push({
      line: line ? Number(line) : null,
      message: parsed.error.message.replace(/^Line \d+: /, ''),
    });
  }
}

/** `key: value` lines between two lines of `---` at the start. */
function readFrontMatter(text: string): { meta: Record<string, string>; body: string; bodyLine: number } {
  const match = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  const meta: Record<string, string> = {};
  if (!match) return { meta, body: text, bodyLine: 1 };
  for (const line of (match[1] ?? '').split(/\r?\n/)) {
    const pair = /^([A-Za-z_-]+)\s*:\s*(.*)$/.exec(line);
    const value = pair?.[2]?.trim().replace(/^(["'])(.*)\1$/, '$2');
    if (pair?.[1] && value) meta[pair[1].toLowerCase()] = value;
  }
  return { meta, body: text.slice(match[0].length), bodyLine: match[0].split('\n').length };
}

function splitAtHeadings(tokens: Token[], firstLine: number): Part[] {
  const parts: Part[] = [{ title: undefined, tokens: [], line: firstLine }];
  let line = firstLine;
  for (const token of tokens) {
    if (token.type === 'heading' && token.depth === 1) {
      parts.push({ title: readHtml(parser([token])).text, tokens: [], line });
    } else {
      parts.at(-1)?.tokens.push(token);
    }
    line += token.raw.split('\n').length - 1;
  }
  const [before, ...rest] = parts;
  const isEmpty = before?.tokens.every((token) => token.type === 'space') ?? true;
  return isEmpty && rest.length > 0 ? rest : parts;
}
