/** The event by which the page offers a reply to the test's extension; `null` takes it back. */
export const ghostOffer = 'gallery:offer';
export type Offer = { text: string; language: string };

/** A place on a line, in pixels of the page: where a letter begins or ends, and the line's middle. */
export type Spot = { left: number; right: number; middle: number };

/** What tests see of ghost text. */
export type GhostLook = {
  offer(offer: Offer | null): void;
  /** The ghost text that is shown; null without one. */
  text(): string | null;
  /** True while what was taken of it is being put in. */
  isTaking(): boolean;
  /** Scrolls what the editor lies in. */
  scrollBy(distancePx: number): void;
  /** Where the editor begins. */
  top(): number;
  /** Its first letter. */
  first(): Spot | null;
  /** The last letter in the editor, from the editor's own nodes; in a field by the font's measures. */
  last(): Spot | null;
  /** Where to click to be in the first line. */
  firstLine(): { x: number; y: number };
  /** What screen readers were told since the last offer. */
  heard(): string[];
  turn(direction: 'ltr' | 'rtl'): void;
  /** Counts changes of the page and the editor's frame, our own root aside, until it is called again; answers the count so far. */
  watchChanges(): string[];
  /** Keys that the page hears of. */
  keys: string[];
};

const shadow = () => document.querySelector('deskside-panel')?.shadowRoot;
const lines = () => shadow()?.querySelector<HTMLElement>('[data-ghost] [lang]');

function spot(range: Range): Spot {
  const rect = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
  return { left: rect.left, right: rect.right, middle: (rect.top + rect.bottom) / 2 };
}

/** From a frame's page to ours. */
function onPage(at: Spot, editable: HTMLElement): Spot {
  const frame = editable.ownerDocument.defaultView?.frameElement as HTMLElement | null | undefined;
  if (!frame) return at;
  const rect = frame.getBoundingClientRect();
  const scale = rect.width / frame.offsetWidth;
  const style = getComputedStyle(frame);
  const left = rect.left + (frame.clientLeft + Number.parseFloat(style.paddingLeft)) * scale;
  const top = rect.top + (frame.clientTop + Number.parseFloat(style.paddingTop)) * scale;
  return { left: left + at.left * scale, right: left + at.right * scale, middle: top + at.middle * scale };
}

/** By the font: no line may be so long that it wraps. */
function lastInField(field: HTMLTextAreaElement): Spot {
  const style = getComputedStyle(field);
  const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const rect = field.getBoundingClientRect();
  const scale = rect.width / field.offsetWidth;
  const lines = field.value.split('\n');
  const measured = context.measureText(lines.at(-1) ?? '');
  const height =
    Number.parseFloat(style.lineHeight) || measured.fontBoundingBoxAscent + measured.fontBoundingBoxDescent;
  const above = field.clientTop + Number.parseFloat(style.paddingTop) - field.scrollTop;
  const top = rect.top + (above + height * (lines.length - 0.5)) * scale;
  const scrollbar = field.offsetWidth - field.clientWidth - field.clientLeft * 2;
  if (style.direction === 'rtl') {
    const end = rect.right - (field.clientLeft + Number.parseFloat(style.paddingRight) + measured.width) * scale;
    return { left: end + Math.min(0, scrollbar), right: end, middle: top };
  }
  const end = rect.left + (field.clientLeft + Number.parseFloat(style.paddingLeft) + measured.width) * scale;
  return { left: end, right: end, middle: top };
}

function lastLetter(editable: HTMLElement): Spot | null {
  if (editable instanceof HTMLTextAreaElement) return lastInField(editable);
  const page = editable.ownerDocument;
  const texts = page.createTreeWalker(editable, NodeFilter.SHOW_TEXT);
  let found: [Node, number] | undefined;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const end = (node.nodeValue ?? '').replace(/[\u200b\u2060\ufeff\n]+$/, '').length;
    if (end > 0) found = [node, end];
  }
  if (!found) return null;
  const range = page.createRange();
  range.setStart(found[0], found[1] - 1);
  range.setEnd(...found);
  return onPage(spot(range), editable);
}

function firstLetter(): Spot | null {
  const node = lines()?.firstChild;
  if (!node?.nodeValue) return null;
  const range = document.createRange();
  range.setStart(node, 0);
  range.setEnd(node, 1);
  return spot(range);
}

const nameOf = ({ type, target, attributeName }: MutationRecord) =>
  `${type} ${target.nodeName} ${attributeName ?? ''}`.trim();

/** A look at what the extension shows over `editable()`, by the page's own means. */
export function createGhostLook(editable: () => HTMLElement): GhostLook {
  let observer: MutationObserver | undefined;
  let changes: string[] = [];
  const told: string[] = [];
  const keys: string[] = [];
  let hearing: MutationObserver | undefined;
  for (const type of ['keydown', 'keyup'] as const) {
    document.addEventListener(type, (event) => keys.push(`${event.type} ${event.key}`));
  }
  const hear = () => {
    const text = shadow()?.querySelector('[aria-live]')?.textContent ?? '';
    if (text !== '' && told.at(-1) !== text) told.push(text);
    if (text === '' && told.at(-1) !== '') told.push('');
  };
  return {
    keys,
    offer(offer) {
      told.length = 0;
      const root = shadow();
      if (root && !hearing) {
        hearing = new MutationObserver(hear);
        hearing.observe(root, { subtree: true, childList: true, characterData: true });
      }
      document.dispatchEvent(new CustomEvent(ghostOffer, { detail: JSON.stringify(offer) }));
    },
    text: () => lines()?.textContent ?? null,
    isTaking: () => shadow()?.querySelector('[data-taking]') !== null,
    scrollBy(distancePx) {
      for (let at = document.querySelector('#composer'); at; at = at.parentElement) {
        const { scrollTop } = at;
        at.scrollTop += distancePx;
        if (at.scrollTop !== scrollTop) return;
      }
    },
    top: () => onPage({ left: 0, right: 0, middle: editable().getBoundingClientRect().top }, editable()).middle,
    first: firstLetter,
    last: () => lastLetter(editable()),
    firstLine() {
      const target = editable();
      const rect = (
        target.ownerDocument === document ? target : target.ownerDocument.documentElement
      ).getBoundingClientRect();
      const at = onPage({ left: rect.left, right: rect.right, middle: rect.top }, target);
      return { x: at.left + 40, y: at.middle + Math.min(22, rect.height / 2) };
    },
    heard: () => told.filter((text) => text !== ''),
    turn(direction) {
      const target = editable();
      for (const element of [document.documentElement, target.ownerDocument.documentElement, target]) {
        element.dir = direction;
      }
    },
    watchChanges() {
      for (const record of observer?.takeRecords() ?? []) changes.push(nameOf(record));
      observer?.disconnect();
      const seen = changes;
      changes = [];
      observer = new MutationObserver((records) => changes.push(...records.map(nameOf)));
      const all = { subtree: true, childList: true, characterData: true, attributes: true };
      observer.observe(document, all);
      const { ownerDocument: page } = editable();
      if (page !== document) observer.observe(page, all);
      return seen;
    },
  };
}
