import { isShown } from '../dom';
import { zendeskSelectors as at, paneSelector } from './selectors';

/** The ticket id in an address of the agent interface, or undefined on lists, dashboards and new tickets. */
export function ticketIdOf(pathname: string): string | undefined {
  return /^\/agent\/tickets\/(\d+)(?:\/|$)/.exec(pathname)?.[1];
}

/** The id a pane carries in any of its marks; undefined when it has none. */
function ownTicketId(pane: Element): string | undefined {
  const inLayout = (element: Element | null) => /^ticket-(\d+)-/.exec(element?.getAttribute('data-test-id') ?? '')?.[1];
  // Each step only when those before gave nothing: a mark that is not there is looked for in all of the conversation.
  return (
    inLayout(pane) ??
    inLayout(pane.querySelector('[data-test-id^="ticket-"][data-test-id$="-layout"]')) ??
    pane.getAttribute('data-ticket-id') ??
    pane.querySelector(at.conversation)?.getAttribute('data-ticket-id') ??
    pane.querySelector(at.sideAnchor)?.getAttribute('data-side-conversations-anchor-id') ??
    undefined
  );
}

/** The id of the tab that is selected in the header; undefined when there is no tab strip or no ticket is selected. */
function selectedTabId(document: Document): string | undefined {
  return document.querySelector(at.selectedTab)?.getAttribute('data-entity-id') ?? undefined;
}

/** The whole pane around an inner anchor: the composer and the fields stand beside the conversation. */
function widen(element: Element): Element {
  return element.closest(at.grid) ?? element.closest(`${at.panes} > *`) ?? element;
}

function isActive(pane: Element): boolean {
  return pane.getAttribute('data-is-active') === 'true';
}

/** True when this is the open ticket's pane: visible, not marked as inactive, and its own id or the selected tab's agrees. */
function isPaneOf(pane: Element, ticketId: string): boolean {
  if (!isShown(pane) || pane.getAttribute('data-is-active') === 'false') return false;
  const id = ownTicketId(pane);
  if (id !== undefined) return id === ticketId;
  const tabId = selectedTabId(pane.ownerDocument);
  return tabId === undefined || tabId === ticketId;
}

/** All that may be the pane, likeliest first; each step only when those before gave nothing, since each walks the page. */
function* candidates(document: Document, ticketId: string): Generator<Element> {
  const selector = paneSelector(ticketId);
  const first = document.querySelector(selector);
  if (first && isActive(first)) yield first;
  if (first) yield* [...document.querySelectorAll(selector)].filter(isActive);
  yield* document.querySelectorAll(`${at.grid}.active`);
  for (const element of document.querySelectorAll(`[data-ticket-id="${ticketId}"]`)) yield widen(element);
  yield* document.querySelectorAll(`${at.panes} > *`);
}

/**
 * The pane of the open ticket. All tabs stay mounted, so the pane must be the visible one and carry the address's id;
 * a pane without any id counts only when the selected tab (if there are tabs) agrees with the address.
 */
export function findPane(document: Document, ticketId: string): Element | undefined {
  for (const pane of candidates(document, ticketId)) if (isPaneOf(pane, ticketId)) return pane;
  return undefined;
}
