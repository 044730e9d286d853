/** A mail as people's programs write it: plain text, HTML, or both with the HTML as the better one; files beside them. */
export type Letter = {
  from: { name: string; email: string };
  to: string;
  subject: string;
  text?: string;
  html?: string;
  files?: { name: string; type: string; content: Buffer; contentId?: string }[];
};

const base64 = (content: string | Buffer) =>
  (
    Buffer.from(content as string)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');

const word = (text: string) =>
  /^[\w .,:#[\]'!?-]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

function part(type: string, content: string | Buffer, headers: string[] = []): string {
  return [`Content-Type: ${type}`, 'Content-Transfer-Encoding: base64', ...headers, '', base64(content)].join('\r\n');
}

function multipart(kind: string, parts: string[]): string {
  const boundary = `${kind}-of-${parts.length}-parts`;
  const body = parts.map((one) => `--${boundary}\r\n${one}\r\n`).join('');
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${body}--${boundary}--`;
}

function contentOf({ text, html, files = [] }: Letter): string {
  const texts = [
    ...(text === undefined ? [] : [part('text/plain; charset=utf-8', text)]),
    ...(html === undefined ? [] : [part('text/html; charset=utf-8', html)]),
  ];
  const [first = part('text/plain; charset=utf-8', '')] = texts;
  const written = texts.length > 1 ? multipart('alternative', texts) : first;
  if (files.length === 0) return written;
  const attached = files.map(({ name, type, content, contentId }) =>
    part(type, content, [
      `Content-Disposition: ${contentId ? 'inline' : 'attachment'}; filename="${name}"`,
      ...(contentId ? [`Content-ID: <${contentId}>`] : []),
    ]),
  );
  return multipart(files.some(({ contentId }) => contentId) ? 'related' : 'mixed', [written, ...attached]);
}

/** The mail as it travels (RFC 5322, MIME). */
export function writeMail(letter: Letter): string {
  const { from, to, subject } = letter;
  const headers = [
    `From: ${word(from.name)} <${from.email}>`,
    `To: ${to}`,
    `Subject: ${word(subject)}`,
    `Message-ID: <${Date.now()}.${Math.random().toString(36).slice(2)}@${from.email.split('@')[1]}>`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
  ];
  return `${headers.join('\r\n')}\r\n${contentOf(letter)}\r\n`;
}

const decoders: Record<string, (body: string) => Buffer> = {
  base64: (body) => Buffer.from(body, 'base64'),
  'quoted-printable': (body) =>
    Buffer.from(
      body
        .replace(/=\r?\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
      'latin1',
    ),
};

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'", '#34': '"' };

/** The words of the HTML part of a mail that Request Tracker sent. */
export function readWords(mail: string): string {
  const boundary = /boundary="([^"]+)"/.exec(mail)?.[1] ?? '';
  const part = mail.split(`--${boundary}`).find((one) => /^\s*content-type: text\/html/im.test(one)) ?? '';
  const [headers = '', ...body] = part.trimStart().split(/\r?\n\r?\n/);
  const encoding = /content-transfer-encoding: (\S+)/i.exec(headers)?.[1]?.toLowerCase() ?? '';
  const html = decoders[encoding]?.(body.join('\n\n')).toString('utf8') ?? body.join('\n\n');
  return html.replace(/<[^>]+>/g, '').replace(/&([#\w]+);/g, (all, name: string) => entities[name] ?? all);
}
