/** What an editor holds, without its ways of marking it up. */
export type Shape = {
  /** Lines as a reader sees them; white space is single, invisible fillers are left out. */
  lines: string[];
  /** Text and address of each link. */
  links: [string, string][];
  bold: string[];
  /** Texts of the items of lists. */
  bullets: string[];
  numbers: string[];
};

const blocks = 'p,div,li,ul,ol,h1,h2,h3,h4,h5,h6,blockquote,pre';

// Not U+200D, which joins emoji.
function plain(text: string | null): string {
  return (text ?? '').replace(/[\u200b\u200c\u200e\u200f\u2060\ufeff]/g, '').replace(/[\s\u00a0]+/g, ' ');
}

/** The lines of text and line breaks that stand side by side; the last `<br>` of a block only holds it open. */
function linesOfRun(run: readonly Node[]): string[] {
  let text = '';
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) text += plain(node.nodeValue);
    else if ((node as Element).tagName === 'BR') text += '\n';
    else for (const child of node.childNodes) walk(child);
  };
  for (const node of run) walk(node);
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.replace(/ +/g, ' '));
}

function linesOf(element: Element): string[] {
  if (!element.querySelector(blocks)) return linesOfRun([...element.childNodes]);
  const lines: string[] = [];
  let run: Node[] = [];
  const flush = () => {
    if (run.some((node) => plain(node.textContent).trim() !== '' || node instanceof HTMLBRElement)) {
      lines.push(...linesOfRun(run));
    }
    run = [];
  };
  for (const child of element.childNodes) {
    const isBlock = child instanceof Element && (child.matches(blocks) || child.querySelector(blocks) !== null);
    if (!isBlock) run.push(child);
    else {
      flush();
      lines.push(...linesOf(child));
    }
  }
  flush();
  return lines;
}

/** The shape of HTML as an editor gives it. */
export function shapeOf(html: string): Shape {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const texts = (selector: string) =>
    [...body.querySelectorAll(selector)].map((element) => plain(element.textContent).trim()).filter((text) => text);
  return {
    lines: linesOf(body),
    links: [...body.querySelectorAll('a')].map((link) => [plain(link.textContent), link.getAttribute('href') ?? '']),
    // Lexical writes both, one in the other.
    bold: texts(':is(strong,b):not(:is(strong,b) *)'),
    bullets: texts('ul > li'),
    numbers: texts('ol > li'),
  };
}
