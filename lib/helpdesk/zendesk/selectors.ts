/** The parts of a message by their `data-test-id`: an item has dozens of elements and is walked once, by these. */
export const partIds = {
  bubble: 'omni-log-item-message',
  content: 'omni-log-message-content',
  noteTag: 'omni-log-internal-note-tag',
  agentBadge: 'omni-log-avatar-badge-AgentBadge',
  userLink: 'omni-log-comment-user-link',
  sender: 'omni-log-item-sender',
} as const;

const withId = (id: string) => `[data-test-id="${id}"]`;

/**
 * Where things are in Zendesk's Agent Workspace. Only hooks that several working scripts agree on (2021 to 2026-11);
 * hashed class names change between releases and are not used. Lists are in order of trust.
 */
export const zendeskSelectors = {
  panes: '#main_panes',
  grid: '.ticket-panes-grid-layout',
  tabStrip: '[data-test-id="header-tablist"]',
  selectedTab:
    '[data-test-id="header-tab"][data-entity-is-selected="true"], [data-test-id="header-tab"][aria-current="page"]',
  conversation: '[data-ticket-id]',
  sideAnchor: '[data-side-conversations-anchor-id]',
  switcher: '[data-test-id="omnichannel-channel-switcher-button"]',
  log: '[data-test-id="omni-log-container"]',
  message: 'article[data-test-id="omni-log-comment-item"]',
  bubble: withId(partIds.bubble),
  content: withId(partIds.content),
  body: '.zd-comment',
  noteTag: withId(partIds.noteTag),
  agentBadge: withId(partIds.agentBadge),
  sender: [withId(partIds.userLink), withId(partIds.sender)],
  time: 'time[datetime]',
  attachment: 'a.attachment, a[data-test-id="attachment-thumbnail"]',
  /** Inside message bodies, but not written by anyone. */
  unwritten:
    '[data-test-id="convo-log-item-read-indicator"],[data-test-id="convo-log-item-delivered-indicator"],a.attachment,[data-test-id="attachment-thumbnail"]',
  showMore: '[data-test-id="convolog-show-more-button"]',
  /** What stands in the button's place while older messages are on their way. */
  loadingMore: '[role="progressbar"]',
  subject: '[data-test-id="omni-header-subject"]',
  requester: '[data-test-id="ticket-system-field-requester-select"]',
  requesterLabel: '[data-test-id="ticket-system-field-requester-label"]',
  /** Seen once (2023); only used when it is there. */
  requesterEmail: '[data-test-id="attribute-email-display"], [data-customercontext-id="attribute-email-display"]',
  assignee: '[data-test-id="assignee-field-selected-agent-tag"]',
  tag: '[data-test-id="ticket-system-field-tags-item-selected"]',
  richEditor: '[data-test-id="omnicomposer-rich-text-ckeditor"]',
  plainEditor: '[data-test-id="omnicomposer-plain-text-ckeditor"]',
  /** Before the Agent Workspace; kept by some accounts. */
  legacyEditor: '.zendesk-editor--rich-text-container [contenteditable="true"]',
} as const;

/** The pane of one ticket in the standard and in the custom layout. */
export function paneSelector(ticketId: string): string {
  return `[data-test-id="ticket-${ticketId}-standard-layout"], [data-test-id="ticket-${ticketId}-custom-layout"]`;
}
