import { commonSelectors, uniqueSelector } from './selectors';

/** The messages of a page: what holds them all, how each is selected, and the two that were pointed at. */
export type Items = { list: Element; selector: string; all: Element[]; customer: Element; agent: Element };

function commonAncestor(one: Element, other: Element): Element | undefined {
  for (let at: Element | null = one; at; at = at.parentElement) if (at.contains(other)) return at;
  return undefined;
}

/** From just below `list` down to `element`. */
function pathBelow(list: Element, element: Element): Element[] {
  const path: Element[] = [];
  for (let at: Element | null = element; at && at !== list; at = at.parentElement) path.unshift(at);
  return path;
}

/** Pairs of elements that may be the two messages, the outermost first: below a list messages may lie in groups by day. */
function candidatePairs(list: Element, customer: Element, agent: Element): [Element, Element][] {
  const ours = pathBelow(list, customer);
  const theirs = pathBelow(list, agent);
  const pairs: [Element, Element][] = [];
  for (let depth = 0; depth < Math.min(ours.length, theirs.length); depth += 1) {
    const [one, other] = [ours[depth], theirs[depth]];
    if (one && other) pairs.push([one, other]);
  }
  return pairs;
}

function outermost(found: Element[]): Element[] {
  return found.filter((element) => !found.some((other) => other !== element && other.contains(element)));
}

type Found = { selector: string; all: Element[]; isChild: boolean };

/** Messages by `selector`: children of the list, or anywhere in it where none lies within another. */
function findBy(selector: string, list: Element, [customer, agent]: [Element, Element]): Found[] {
  const anywhere = [...list.querySelectorAll(selector)];
  const children = [...list.children].filter((child) => child.matches(selector));
  const holdsBoth = (all: Element[]) => all.includes(customer) && all.includes(agent);
  if (holdsBoth(anywhere) && outermost(anywhere).length === anywhere.length)
    return [{ selector, all: anywhere, isChild: false }];
  return holdsBoth(children) ? [{ selector, all: children, isChild: true }] : [];
}

/** The selector that finds both messages and most others beside them, and nothing that lies within one of them. */
function itemSelector(list: Element, pair: [Element, Element]): Found | undefined {
  const own = pair.map((item) => commonSelectors([item])[0] ?? item.tagName.toLowerCase());
  const choices = [...commonSelectors(pair), `:is(${[...new Set(own)].join(', ')})`];
  const found = choices.flatMap((selector) => findBy(selector, list, pair));
  const level = ({ all }: Found) => all.filter((item) => item.parentElement === pair[0].parentElement).length;
  const most = Math.max(...found.map(level));
  return found.find((one) => level(one) === most);
}

/** True when the element holds several of what the pairs further in are, each with its writer: a day, a page of messages. */
function isGroup(element: Element, inner: readonly [Element, Element][], author: Element): boolean {
  const [writer] = commonSelectors([author]);
  if (writer === undefined || writer === author.tagName.toLowerCase()) return false;
  return inner.some((pair) =>
    commonSelectors(pair).some((selector) => {
      const found = outermost([...element.querySelectorAll(selector)]);
      return found.length > 1 && found.every((one) => one.querySelector(writer));
    }),
  );
}

/** Finds the messages from one of the customer's, one of an agent's and the name of a writer; undefined when they do not lie in one list. */
export function findItems(
  picks: { customer: Element; agent: Element; author: Element },
  page: Document,
): Items | undefined {
  const { customer, agent, author } = picks;
  const list = commonAncestor(customer, agent);
  if (!list || list === customer || list === agent) return undefined;
  const pairs = candidatePairs(list, customer, agent);
  for (const [index, pair] of pairs.entries()) {
    const inner = pairs.slice(index + 1);
    if (pair.some((element) => isGroup(element, inner, author))) continue;
    const found = itemSelector(list, pair);
    if (!found) continue;
    const isAlone = page.querySelectorAll(found.selector).length === found.all.length;
    const scope = isAlone ? '' : (uniqueSelector(list, page) ?? '');
    const selector = scope ? `${scope}${found.isChild ? ' > ' : ' '}${found.selector}` : found.selector;
    return { list, selector, all: [...page.querySelectorAll(selector)], customer: pair[0], agent: pair[1] };
  }
  return undefined;
}
