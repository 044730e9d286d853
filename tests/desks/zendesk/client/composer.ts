import { type DeskPage, type PageTicket, readJson, submit } from './desk-page.ts';
import { h, type IconName, icon } from './dom.ts';
import { contentOf, createEditor, type Editor } from './editor.ts';

type Channel = 'email' | 'web' | 'native_messaging' | 'internal';

/** The composer of one ticket. */
export type Composer = {
  element: HTMLElement;
  /** Sends what is written through the open channel; does nothing when nothing is. */
  send(): Promise<void>;
  /** Inserts a macro at the caret, rendered by the API. */
  applyMacro(id: number): Promise<void>;
  /** Ends the editor, which would else be kept by its own listeners on the page. */
  close(): void;
};

const icons: Record<Channel, IconName> = { email: 'mail', web: 'web', native_messaging: 'chat', internal: 'note' };

/** Builds the composer; the editor itself appears a moment later, and anew with every change of channel. */
export function createComposer(page: DeskPage, ticket: PageTicket): Composer {
  let channel: Channel = ticket.channel;
  let editor: Editor | undefined;
  const host = h('div', { 'data-test-id': 'editor-view', class: 'editor-view' });
  const tools = h('div', { 'data-test-id': 'rich-text-editor-toolbar-container', class: 'toolbar-slot' });
  const element = h('div', { class: 'composer' });

  const open = async (html: string) => {
    const before = editor;
    editor = undefined;
    element.dataset.channel = channel;
    // A new node each time, as the real page's React does.
    editor = await createEditor({
      kind: channel === 'native_messaging' ? 'plain' : 'rich',
      html,
      label: page.label('composer'),
      language: ticket.language ?? page.options.language,
      host,
      onEnter: () => void send(),
    });
    tools.replaceChildren(...(editor.toolbar ? [editor.toolbar] : []));
    await before?.instance.destroy();
  };
  const send = async () => {
    const { html } = editor ? contentOf(editor) : { html: '' };
    if (!html) return;
    await open('');
    await submit(page, ticket.id, { comment: { html_body: html, public: channel !== 'internal' } });
  };
  const switchTo = async (next: Channel) => {
    if (next === channel) return;
    const html = editor ? contentOf(editor).html : '';
    channel = next;
    draw();
    await open(html);
  };
  const draw = () => {
    element.replaceChildren(
      composerHead({ page, ticket, channel, switchTo, hide }),
      h('div', { 'data-test-id': 'ticket-rich-text-editor', class: 'zendesk-editor--rich-text-container' }, host),
      composerTools({ page, tools, isChat: ticket.channel === 'native_messaging', send }),
    );
  };
  const show = async () => {
    draw();
    await open('');
  };
  const hide = () => {
    void editor?.instance.destroy();
    editor = undefined;
    const button = h('button', { type: 'button', class: 'composer-closed', onclick: () => void show() });
    button.append(icon('mail'), page.label('showComposer'));
    element.replaceChildren(button);
  };
  if (page.options.isComposerCollapsed) hide();
  else void show();
  return {
    element,
    send,
    close() {
      void editor?.instance.destroy();
      editor = undefined;
    },
    async applyMacro(id) {
      const answer = (await readJson(`/api/v2/tickets/${ticket.id}/macros/${id}/apply.json`)) as Applied;
      const { html_body: html, public: isPublic } = answer.result.ticket.comment;
      await switchTo(isPublic ? ticket.channel : 'internal');
      if (editor) insertHtml(editor, html);
    },
  };
}

type Applied = { result: { ticket: { comment: { html_body: string; public: boolean } } } };

function insertHtml({ instance }: Editor, html: string): void {
  const content = instance.data.toModel(instance.data.processor.toView(html));
  instance.model.insertContent(content);
  instance.editing.view.focus();
}

type Head = {
  page: DeskPage;
  ticket: PageTicket;
  channel: Channel;
  switchTo(channel: Channel): Promise<void>;
  hide(): void;
};

function composerHead({ page, ticket, channel, switchTo, hide }: Head): HTMLElement {
  const menu = h('ul', { class: 'menu', role: 'menu', hidden: true });
  for (const offered of [ticket.channel, 'internal'] as const) {
    const item = h('li', {
      role: 'menuitem',
      tabindex: 0,
      'data-test-id': `omnichannel-channel-switcher-menuitem-${offered}`,
      onclick: () => void switchTo(offered),
    });
    item.append(icon(icons[offered]), channelLabel(page, offered));
    menu.append(item);
  }
  const button = h('button', {
    type: 'button',
    'data-test-id': 'omnichannel-channel-switcher-button',
    'data-channel': channel,
    'data-channel-switcher-trigger-for-ticket-id': ticket.id,
    'aria-label': `${page.label('changeChannel')}: ${channelLabel(page, channel)}`,
    'aria-haspopup': 'menu',
    class: 'switcher',
    onclick: () => {
      menu.hidden = !menu.hidden;
    },
  });
  button.append(icon(icons[channel]), channelLabel(page, channel), icon('down', { width: '12' }));
  const recipient = h('span', { class: 'recipient' }, `${page.label('to')} `, h('b', {}, ticket.requester.name));
  const close = h('button', { type: 'button', 'aria-label': page.label('hideComposer'), class: 'bare', onclick: hide });
  close.append(icon('down'));
  return h(
    'div',
    { class: 'composer-head' },
    h('div', { class: 'switcher-box' }, button, menu),
    channel === 'internal' ? undefined : recipient,
    h('span', { class: 'spacer' }),
    close,
  );
}

function channelLabel(page: DeskPage, channel: Channel): string {
  if (channel === 'internal') return page.label('internalNote');
  return page.label(channel === 'native_messaging' ? 'messaging' : 'publicReply');
}

type Tools = { page: DeskPage; tools: HTMLElement; isChat: boolean; send(): Promise<void> };

function composerTools({ page, tools, isChat, send }: Tools): HTMLElement {
  const enhance = h('button', {
    type: 'button',
    'data-test-id': 'omnicomposer-enhance-writing-menu-button',
    'aria-label': page.label('enhance'),
    'aria-haspopup': 'menu',
    class: 'bare',
  });
  enhance.append(icon('spark'));
  const list = h('ul', { 'data-test-id': 'ticket-editor-app-icon-view' }, h('li', {}, enhance));
  const button = h('button', {
    type: 'button',
    'data-test-id': 'omnichannel-omnicomposer-send-button',
    class: 'primary',
    onclick: () => void send(),
  });
  button.append(page.label('send'));
  return h(
    'div',
    { 'data-test-id': 'omnichannel-composer-toolbar', class: 'composer-tools' },
    tools,
    list,
    h('span', { class: 'spacer' }),
    isChat ? button : undefined,
  );
}
