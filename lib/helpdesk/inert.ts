import { isNestedTooDeep } from '../core/nesting';

/** The getter of a property as the browser made it, read at its first use: adapters are named where there is no page too. */
function getterOf<N extends Node, K extends keyof N>(type: () => { prototype: N }, name: K): (node: N) => N[K] {
  let get: (() => N[K]) | undefined;
  return (node) => {
    get ??= Object.getOwnPropertyDescriptor(type().prototype, name)?.get;
    if (!get) throw new Error(`There is no property ${String(name)}.`);
    return get.call(node);
  };
}

/** A form lets its controls stand in for every property of its own: `<input name="tagName">` in a message does not reach these. */
export const tagNameOf = getterOf(() => Element, 'tagName');
export const nodeTypeOf = getterOf(() => Node, 'nodeType');
export const nodeValueOf = getterOf(() => Node, 'nodeValue');
export const firstChildOf = getterOf(() => Node, 'firstChild');
export const nextSiblingOf = getterOf(() => Node, 'nextSibling');
export const textContentOf = getterOf(() => Node, 'textContent');

/**
 * Body of the HTML as a document of its own: nothing runs or loads, and no element goes by a name. HTML that is nested to
 * hold up the page is read without its tags.
 */
export function parseInert(html: string): HTMLElement {
  const flat = isNestedTooDeep(html) ? html.replace(/<[^>]*>/g, ' ') : html;
  const parsed = new DOMParser().parseFromString(flat, 'text/html');
  for (const element of parsed.querySelectorAll('[name],[id]'))
    for (const name of ['name', 'id']) Element.prototype.removeAttribute.call(element, name);
  return parsed.body;
}
