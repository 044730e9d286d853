import { isShown } from '../dom';
import { zendeskSelectors as at, paneSelector } from './selectors';

/** The ticket id in an address of the agent interface, or undefined on lists, dashboards and new tickets. */
export function ticketIdOf(pathname: string): string | undefined {
  return /^\/agent\/tickets\/(\d+)(?:\/|$)/.exec(pathname)?.[1];
}

/** The id a pane carries in any of its marks; undefined when it has none. */
function ownTicketId(pane: Element): string | undefined {
  const own = /^ticket-(\d+)-/.exec(pane.getAttribute('data-test-id') ?? '')?.[1];
  const grid = pane.querySelector('[data-test-id^="ticket-"][data-test-id$="-layout"]')?.getAttribute('data-test-id');
  return (
    own ??
    /^ticket-(\d+)-/.exec(grid ?? '')?.[1] ??
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

/**
 * The pane of the open ticket. All tabs stay mounted, so the pane must be the visible one and carry the address's id;
 * a pane without any id counts only when the selected tab (if there are tabs) agrees with the address.
 */
export function findPane(document: Document, ticketId: string): Element | undefined {
  const byId = [...document.querySelectorAll(paneSelector(ticketId))];
  const isActive = (pane: Element) => pane.getAttribute('data-is-active') === 'true';
  const candidates = [
    ...byId.filter(isActive),
    ...document.querySelectorAll(`${at.grid}.active`),
    ...[...document.querySelectorAll(`[data-ticket-id="${ticketId}"]`)].map(widen),
    ...document.querySelectorAll(`${at.panes} > *`),
  ];
  const tabId = selectedTabId(document);
  return candidates.find((pane) => {
    if (!isShown(pane) || pane.getAttribute('data-is-active') === 'false') return false;
    const id = ownTicketId(pane);
    return id === undefined ? tabId === undefined || tabId === ticketId : id === ticketId;
  });
}
