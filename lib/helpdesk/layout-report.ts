import type { LayoutNode, LayoutReport } from '../core/helpdesk';
import { isShown } from './dom';
import { maskWords } from './layout-words';

/** Attributes that structure is told by; of all others not even the name is kept. Values are masked all the same. */
const keptAttributes = new Set(
  `class id role type dir contenteditable hidden aria-hidden aria-current aria-selected aria-expanded app-id data-test-id
  data-testid data-test data-test-conversation data-test-is-agent data-test-button data-test-notify-to data-test-email-action data-test-email-action-btn
  data-test-note-action data-test-actions data-test-title data-test-text-field data-test-text-area data-qa data-cy
  data-garden-id data-channel data-ticket-id data-album data-note-id data-entity-id data-entity-is-selected data-is-active
  datetime`.split(/\s+/),
);
/** Elements that hold nothing a layout is told by. */
const leftOut = new Set('SCRIPT STYLE LINK META NOSCRIPT TEMPLATE DESKSIDE-PANEL'.split(' '));
const closedUp = new Set('SVG MATH CANVAS VIDEO AUDIO SELECT IFRAME OBJECT'.split(' '));
const maxNodes = 6_000;
const maxDepth = 60;

type Walk = { left: number; isCut: boolean; shadowRoots: number };

/** HTML's own names as they are; a page's own names, and whatever a mail made up, by our words only. */
function tagOf(element: Element): string {
  const tag = element.localName;
  const isOwn = tag.includes('-') || element instanceof HTMLUnknownElement || !(element instanceof HTMLElement);
  return isOwn ? maskWords(tag) : tag;
}

function attributesOf(element: Element): Record<string, string> {
  const kept = [...element.attributes].filter(({ name }) => keptAttributes.has(name));
  return Object.fromEntries(kept.map(({ name, value }) => [name, maskWords(value)]));
}

/** Siblings of the same shape as one with a count: a list of 300 rows is one row. */
function folded(nodes: LayoutNode[]): LayoutNode[] {
  const out: LayoutNode[] = [];
  let last = '';
  for (const node of nodes) {
    const shape = JSON.stringify(node);
    const before = out.at(-1);
    if (before && shape === last) before.times = (before.times ?? 1) + 1;
    else out.push(node);
    last = shape;
  }
  return out;
}

function childrenOf(parent: ParentNode, depth: number, walk: Walk): LayoutNode[] {
  const nodes: LayoutNode[] = [];
  for (const child of parent.children) {
    if (leftOut.has(child.tagName.toUpperCase())) continue;
    if (walk.left <= 0 || depth > maxDepth) {
      walk.isCut = true;
      break;
    }
    nodes.push(nodeOf(child, depth, walk));
  }
  return folded(nodes);
}

function nodeOf(element: Element, depth: number, walk: Walk): LayoutNode {
  walk.left -= 1;
  const attributes = attributesOf(element);
  const node: LayoutNode = { tag: tagOf(element) };
  if (Object.keys(attributes).length > 0) node.attributes = attributes;
  if (closedUp.has(element.tagName.toUpperCase())) return node;
  const hasText = [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim());
  if (hasText) node.hasText = true;
  if (element.shadowRoot) {
    walk.shadowRoots += 1;
    const shadow = childrenOf(element.shadowRoot, depth + 1, walk);
    if (shadow.length > 0) node.shadow = shadow;
  }
  const children = childrenOf(element, depth + 1, walk);
  if (children.length > 0) node.children = children;
  return node;
}

function countMatches(selectors: Readonly<Record<string, string | readonly string[]>>): Record<string, number> {
  const counts = Object.entries(selectors).map(([name, selector]) => {
    const list = typeof selector === 'string' ? [selector] : selector;
    return [name, list.reduce((sum, one) => sum + document.querySelectorAll(one).length, 0)] as const;
  });
  return Object.fromEntries(counts);
}

type About = {
  helpdesk: string;
  missing: readonly string[];
  selectors?: Readonly<Record<string, string | readonly string[]>> | undefined;
};

/**
 * The structure of this page for a report. It is built from a closed set of words (HTML's own element names, our
 * attribute names and vocabulary, our landmarks' names) and numbers of elements: nothing else can be in it, so nothing
 * that a person wrote, is called or can be reached by.
 */
export function reportLayout({ helpdesk, missing, selectors = {} }: About): LayoutReport {
  const walk: Walk = { left: maxNodes, isCut: false, shadowRoots: 0 };
  const page = nodeOf(document.documentElement, 0, walk);
  const elements = [...document.querySelectorAll('*')];
  return {
    format: 'deskside-layout',
    version: 1,
    helpdesk,
    path: maskWords(location.pathname),
    // What follows in brackets is an error's own message, which may quote the page.
    missing: missing.map((name) => name.replace(/\s*\(.*$/s, '')),
    landmarks: countMatches(selectors),
    counts: {
      elements: elements.length,
      shown: elements.filter(isShown).length,
      shadowRoots: walk.shadowRoots,
      frames: document.querySelectorAll('iframe, frame').length,
    },
    isCut: walk.isCut,
    page,
  };
}
