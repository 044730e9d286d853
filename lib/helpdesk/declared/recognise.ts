import type { HelpdeskDescription } from '../../core/helpdesk-description';

/** The first of `descriptions` all of whose landmarks are on the page; undefined when the page is none of them (yet). */
export function recognise(
  descriptions: readonly HelpdeskDescription[],
  page: ParentNode,
): HelpdeskDescription | undefined {
  return descriptions.find((description) => description.recognise.every((landmark) => page.querySelector(landmark)));
}
