/** Pages of the Agent Workspace for tests, as section A of the interface facts describes them. */

/** One message as the fixture draws it. */
export type FixtureMessage = {
  type: 'end-user' | 'agent' | 'bot' | 'internal';
  name: string;
  html: string;
  at: string;
  /** Mail and forms wrap the words in `.zd-comment`; chats do not. */
  isMail?: boolean;
};

/** One mounted ticket. */
export type FixturePane = {
  id: string;
  messages: FixtureMessage[];
  layout?: 'standard' | 'custom';
  hidden?: 'visibility' | 'display';
  channel?: string;
  subject?: string;
  requester?: string;
  isNewestFirst?: boolean;
  hasMore?: boolean;
  draft?: string;
  /** Stands in the editor's place, for editors that start by themselves. */
  editor?: string;
};

export function messageHtml(message: FixtureMessage): string {
  const body = message.isMail === false ? message.html : `<div class="zd-comment" dir="auto">${message.html}</div>`;
  const badge = message.type === 'agent' ? '<svg data-test-id="omni-log-avatar-badge-AgentBadge"></svg>' : '';
  const note = message.type === 'internal' ? '<div data-test-id="omni-log-internal-note-tag">Interno</div>' : '';
  const bubble = (attributes: string) => `
    <div data-test-id="omni-log-item-message" type="${message.type}" ${attributes}>
      <div data-test-id="omni-log-message-content">${body}</div>
      <svg data-test-id="convo-log-item-read-indicator"><title>Gelesen</title></svg>
      <button>Show original</button>
    </div>`;
  return `
    <article data-test-id="omni-log-comment-item">
      ${badge}
      <div data-test-id="omni-log-item-sender"><a data-test-id="omni-log-comment-user-link" href="/users/7"><strong>${message.name}</strong></a></div>
      ${note}
      <time data-test-id="timestamp-relative" datetime="${message.at}">Gestern</time>
      ${bubble('')}${bubble('aria-hidden="true"')}
    </article>`;
}

function composerHtml(pane: FixturePane): string {
  const channel = pane.channel ?? 'email';
  const kind = channel === 'native_messaging' ? 'plain' : 'rich';
  const editor =
    pane.editor ??
    `<div data-test-id="omnicomposer-${kind}-text-ckeditor" contenteditable="true" role="textbox"
      class="ck ck-content ck-editor__editable">${pane.draft ?? '<p><br data-cke-filler="true"></p>'}</div>`;
  return `
    <button data-test-id="omnichannel-channel-switcher-button" data-channel="${channel}" aria-label="Kanal">▾</button>
    ${editor}`;
}

function paneHtml(pane: FixturePane): string {
  const isActive = pane.hidden === undefined;
  const style = { visibility: 'visibility:hidden', display: 'display:none', none: '' }[pane.hidden ?? 'none'];
  const messages = pane.messages.map(messageHtml);
  const more = pane.hasMore ? '<button data-test-id="convolog-show-more-button">+</button>' : '';
  return `
    <div class="sc-pane" style="position:absolute;inset:0;${style}">
      <div class="ticket-panes-grid-layout ${isActive ? 'active' : ''}" data-is-active="${isActive}"
        data-test-id="ticket-${pane.id}-${pane.layout ?? 'standard'}-layout">
        <div data-test-id="column-1">
          <div data-test-id="ticket-system-field-requester-select"><span data-test-id="ticket-system-field-requester-label">Requester</span> ${pane.requester ?? 'Ana Ruiz'}</div>
          <div data-test-id="assignee-field"><span data-test-id="assignee-field-selected-agent-tag">Kim Lee</span></div>
          <span data-test-id="ticket-system-field-tags-item-selected">battery<button>x</button></span>
        </div>
        <input data-test-id="omni-header-subject" value="${pane.subject ?? `Subject ${pane.id}`}">
        <div class="conversation-polaris rich_text" data-ticket-id="${pane.id}">
          <section role="feed"><div data-test-id="omni-log-container">
            ${more}${(pane.isNewestFirst ? messages.toReversed() : messages).join('')}
          </div></section>
          ${composerHtml(pane)}
        </div>
      </div>
    </div>`;
}

/** The whole page; the tab strip's elements are `tabTag`, since both are seen. */
export function zendeskPage(panes: FixturePane[], tabTag: 'a' | 'div' = 'a'): string {
  const tabs = panes.map((pane) => {
    const selected = pane.hidden === undefined ? 'data-entity-is-selected="true" aria-current="page"' : '';
    return `<${tabTag} data-test-id="header-tab" data-entity-id="${pane.id}" data-entity-type="TICKET_ENTITY_TYPE" ${selected}>#${pane.id}</${tabTag}>`;
  });
  return `
    <header data-test-id="header-toolbar"><nav data-test-id="header-tablist">${tabs.join('')}</nav></header>
    <main id="main_panes" style="position:relative;height:600px">${panes.map(paneHtml).join('')}</main>`;
}

/** A customer, an agent, a note, a bot: one conversation for all layouts, oldest first. */
export const zendeskMessages: FixtureMessage[] = [
  {
    type: 'end-user',
    name: 'Ana Ruiz',
    at: '2026-11-02T09:00:00Z',
    html: '<p>Hello,</p><p>my battery is <b>dead</b>.</p><ul><li>charged</li><li>reset</li></ul><div class="signature">Ana Ruiz<br>CEO</div>',
  },
  { type: 'bot', name: 'Helper', at: '2026-11-02T09:00:30Z', html: '<p>A person will answer.</p>' },
  { type: 'internal', name: 'Kim Lee', at: '2026-11-02T10:00:00Z', html: '<p>Known batch.</p>' },
  { type: 'agent', name: 'Kim Lee', at: '2026-11-02T10:05:00Z', html: '<p>Which serial number?</p>' },
  {
    type: 'end-user',
    name: 'Ana Ruiz',
    at: '2026-11-02T11:00:00Z',
    html: '<p>It is 4711.</p><blockquote class="gmail_quote">On Mon, Kim wrote:<br>Which serial number?</blockquote>',
  },
];
