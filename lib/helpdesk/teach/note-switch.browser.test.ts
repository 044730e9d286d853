import { afterEach, describe, expect, it } from 'vitest';
import type { HelpdeskDescription } from '../../core/helpdesk-description';
import { defineDeclaredHelpdesk } from '../declared/define-declared-helpdesk';
import { parseDescription } from '../declared/parse-description';
import { openRecordedPage } from '../exactness/open-page';
import { generalise } from './generalise';
import { watchNoteSwitch } from './note-switch';

const home = location.origin + location.pathname + location.search;
let leaving = new AbortController();
afterEach(() => {
  leaving.abort();
  leaving = new AbortController();
  openRecordedPage('', home);
});

const conversation = `<h1>Battery</h1><div id="thread">
  <div class="post post-client"><b class="who">Ana</b><time datetime="2026-11-02T09:00:00Z"></time><p class="words">No light.</p></div>
  <div class="post post-staff"><b class="who">Kim</b><time datetime="2026-11-02T10:00:00Z"></time><p class="words">Is it charged?</p></div></div>`;

function find<Kind extends Element = HTMLElement>(selector: string): Kind {
  const element = document.querySelector<Kind>(selector);
  if (!element) throw new Error(`the page has no ${selector}`);
  return element;
}

const only = (chosen: string, others: string, name: string) => {
  for (const other of document.querySelectorAll(others)) other.classList.toggle(name, other.matches(chosen));
};

type Box = { name: string; html: string; toNote: () => void; toReply: () => void };

/** Boxes for both, as helpdesks build them; each with how an agent switches it there and back. */
const boxes: Box[] = [
  {
    name: 'a check box',
    html: '<form><textarea name="text"></textarea><label><input type="checkbox" name="internal"> Internal</label></form>',
    toNote: () => find('[name="internal"]').click(),
    toReply: () => find('[name="internal"]').click(),
  },
  {
    name: 'two radio buttons without classes',
    html: '<form><label><input type="radio" name="kind" value="reply" checked>R</label><label><input type="radio" name="kind" value="note">N</label><textarea></textarea></form>',
    toNote: () => find('[value="note"]').click(),
    toReply: () => find('[value="reply"]').click(),
  },
  {
    name: 'a list to choose from',
    html: '<form><select name="visibility"><option value="all">Everybody</option><option value="staff">Staff</option></select><textarea></textarea></form>',
    toNote: () => {
      find<HTMLSelectElement>('select').value = 'staff';
    },
    toReply: () => {
      find<HTMLSelectElement>('select').value = 'all';
    },
  },
  {
    name: 'two buttons of one class',
    html: '<form><p class="modes"><button type="button" class="mode active">Reply</button><button type="button" class="mode">Note</button></p><textarea></textarea></form>',
    toNote: () => only('.mode:nth-of-type(2)', '.mode', 'active'),
    toReply: () => only('.mode:nth-of-type(1)', '.mode', 'active'),
  },
  {
    name: 'tabs that tell assistive technology',
    html: '<div role="tablist"><button role="tab" aria-selected="true" id="to-reply">Reply</button><button role="tab" aria-selected="false" id="to-note">Note</button></div><div contenteditable="true" id="box"></div>',
    toNote: () => {
      find('#to-reply').ariaSelected = 'false';
      find('#to-note').ariaSelected = 'true';
    },
    toReply: () => {
      find('#to-reply').ariaSelected = 'true';
      find('#to-note').ariaSelected = 'false';
    },
  },
  {
    name: 'bare buttons of which one is active',
    html: '<div class="composer"><ul class="modes"><li class="active">Reply</li><li>Note</li></ul><div contenteditable="true"></div></div>',
    toNote: () => only('li:nth-child(2)', '.modes li', 'active'),
    toReply: () => only('li:nth-child(1)', '.modes li', 'active'),
  },
  {
    name: 'a colour around the box',
    html: '<div class="composer"><button>⇄</button><div contenteditable="true" class="box"></div></div>',
    toNote: () => find('.composer').classList.add('composer--private'),
    toReply: () => find('.composer').classList.remove('composer--private'),
  },
  {
    name: 'a menu whose button alone says what is chosen',
    html: '<div class="composer"><button aria-label="Public reply">▾</button><div contenteditable="true" class="box"></div></div>',
    toNote: () => {
      find('button').ariaLabel = 'Internal note';
    },
    toReply: () => {
      find('button').ariaLabel = 'Public reply';
    },
  },
  {
    name: 'another editor in the same place, and a warning',
    html: '<div class="composer"><textarea class="box" placeholder="Write to the customer"></textarea></div>',
    toNote: () => {
      find('.composer').innerHTML =
        '<p class="warning">Only staff sees this.</p><textarea class="box" placeholder="Write a note"></textarea>';
    },
    toReply: () => {
      find('.composer').innerHTML = '<textarea class="box" placeholder="Write to the customer"></textarea>';
    },
  },
];

/** What is learnt, as it is after it was stored as JSON and read again. */
function teach({ html, toNote, toReply }: Box): HelpdeskDescription {
  openRecordedPage(conversation + html, `${location.origin}/tickets/12`);
  const editor = find('textarea, [contenteditable="true"]');
  const compare = watchNoteSwitch(editor, document);
  toNote();
  const seen = compare();
  if (!seen.ok) throw new Error(seen.error.message);
  toReply();
  const learnt = generalise(
    {
      customer: find('.post-client .words'),
      agent: find('.post-staff .words'),
      author: find('.who'),
      editor: find('textarea, [contenteditable="true"]'),
      noteSwitch: seen.value,
    },
    document,
    location,
  );
  if (!learnt.ok) throw new Error(learnt.error.message);
  const parsed = parseDescription(JSON.stringify(learnt.value));
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

function insert(description: HelpdeskDescription) {
  const { helpdesk } = defineDeclaredHelpdesk([description], { origin: location.origin });
  helpdesk.watch(() => {}, { signal: leaving.signal });
  const reply = {
    text: 'Hold the button.',
    html: '<p>Hold the button.</p>',
    target: 'public',
    ticketId: '12',
  } as const;
  return helpdesk.compose(reply, { signal: leaving.signal });
}

const written = () => {
  const box = find('textarea, [contenteditable="true"]');
  return box instanceof HTMLTextAreaElement ? box.value : (box.textContent ?? '');
};

describe.each(boxes)('$name', (box) => {
  it('takes a reply while it writes to the customer, and none while it writes a note', async () => {
    const description = teach(box);
    box.toNote();
    expect(await insert(description)).toMatchObject({ ok: false, error: { kind: 'wrong-channel' } });
    expect(written()).toBe('');
    box.toReply();
    expect(await insert(description)).toMatchObject({ ok: true });
    expect(written()).toContain('Hold the button.');
  });
});

describe('watchNoteSwitch', () => {
  it('says so where nothing has changed', () => {
    openRecordedPage(`${conversation}<textarea class="box"></textarea>`, `${location.origin}/tickets/12`);
    expect(watchNoteSwitch(find('textarea'), document)()).toMatchObject({ ok: false, error: { kind: 'no-switch' } });
  });

  it('leaves out what the focus alone changes', () => {
    openRecordedPage(
      `${conversation}<div class="composer"><textarea></textarea></div>`,
      `${location.origin}/tickets/12`,
    );
    const compare = watchNoteSwitch(find('textarea'), document);
    find('.composer').classList.add('composer--focused', 'is-focused');
    expect(compare()).toMatchObject({ ok: false, error: { kind: 'no-switch' } });
  });

  it('prefers what stands near the box to what happens elsewhere at the same time', () => {
    const [box] = boxes as [Box];
    openRecordedPage(conversation + box.html, `${location.origin}/tickets/12`);
    const compare = watchNoteSwitch(find('textarea'), document);
    document.body.insertAdjacentHTML('afterbegin', '<div role="alert" data-testid="private-note-added">New</div>');
    box.toNote();
    const seen = compare();
    expect(seen.ok ? seen.value.noteWhile : '').toContain(':checked');
  });
});

it('a page without the sign of a reply is taken for a note', async () => {
  const [box] = boxes as [Box];
  const description = teach(box);
  find('[name="internal"]').closest('label')?.remove();
  expect(await insert(description)).toMatchObject({ ok: false, error: { kind: 'wrong-channel' } });
});
