import { marksOf, sharedMarks } from './marks';

const tag = (element: Element) => element.tagName.toLowerCase();

/** Selectors that all of the elements match, the most trusted first; their tag alone is the last. */
export function commonSelectors(elements: readonly Element[]): string[] {
  const marks = sharedMarks(elements);
  const [first] = elements;
  const isOneTag = first !== undefined && elements.every((element) => element.tagName === first.tagName);
  const single = marks.filter(({ trust }) => trust > 1).map(({ selector }) => selector);
  const [one, two] = single;
  const double = one !== undefined && two !== undefined && !one.startsWith('[class') ? [`${one}${two}`] : [];
  const styled = marks.filter(({ trust }) => trust <= 1).map(({ selector }) => selector);
  return [...single, ...double, ...(isOneTag ? [tag(first)] : []), ...styled];
}

/** A selector for one element of the page: by its own marks, else by those of what holds it; undefined when nothing is its own. */
export function uniqueSelector(element: Element, page: ParentNode): string | undefined {
  const isUnique = (selector: string) => {
    const found = page.querySelectorAll(selector);
    return found.length === 1 && found[0] === element;
  };
  const own = commonSelectors([element]);
  const direct = own.find(isUnique);
  if (direct !== undefined) return direct;
  for (let holder = element.parentElement; holder; holder = holder.parentElement) {
    for (const outer of marksOf(holder)) {
      const found = own.map((inner) => `${outer.selector} ${inner}`).find(isUnique);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** The steps from an item down to an element within it, by tag and place: the last resort. */
function stepsTo(item: Element, element: Element): string {
  const steps: string[] = [];
  for (let at = element; at !== item && at.parentElement; at = at.parentElement) {
    const { tagName, parentElement } = at;
    const same = [...parentElement.children].filter((other) => other.tagName === tagName);
    steps.unshift(`${tag(at)}:nth-of-type(${same.indexOf(at) + 1})`);
  }
  return steps.join(' > ');
}

/**
 * A selector for a part that each item may have once, from where it stands in some items: by marks that stand once at
 * most in every item, else by its place.
 */
export function partSelector(
  parts: readonly { item: Element; part: Element }[],
  items: readonly Element[],
  itemSelector: string,
): string {
  const elements = parts.map(({ part }) => part);
  const isOnce = (selector: string) =>
    parts.every(({ item, part }) => item.querySelector(selector) === part) &&
    items.every((item) => item.querySelectorAll(selector).length <= 1);
  const [first] = parts;
  const common = commonSelectors(elements);
  const within = first ? holdersBetween(first.item, first.part).flatMap((holder) => marksOf(holder)) : [];
  const nested = within.flatMap(({ selector }) => common.map((inner) => `${selector} ${inner}`));
  const byPlace = first ? `${itemSelector} > ${stepsTo(first.item, first.part)}` : '';
  return [...common, ...nested].find(isOnce) ?? byPlace;
}

function holdersBetween(item: Element, part: Element): Element[] {
  const holders: Element[] = [];
  for (let at = part.parentElement; at && at !== item; at = at.parentElement) holders.push(at);
  return holders;
}
