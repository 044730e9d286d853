import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page as screen, userEvent } from 'vitest/browser';
import type { HelpdeskDescription, NoteSwitch } from '../../lib/core/helpdesk-description';
import { fail, ok, type Result } from '../../lib/core/result';
import type { Message } from '../../lib/core/ticket';
import { teachAr } from '../../lib/strings/teach.ar';
import { teachEn } from '../../lib/strings/teach.en';
import type { Pointed, TeachDeps } from './deps';
import { mountTeach } from './mount-teach';

const description: HelpdeskDescription = {
  format: 1,
  id: 'taught',
  name: 'help.acme.example',
  recognise: ['.m'],
  address: ['/t/(\\d+)'],
  message: { item: '.m', roles: [{ role: 'agent' }], body: ['p'], order: 'oldest-first' },
  channel: 'other',
  editors: [],
};
const messages: Message[] = [
  { id: '1', role: 'customer', authorName: 'Ana Ruiz', text: 'My battery is dead.' },
  { id: '2', role: 'note', authorName: 'Kim Lee', text: 'Known batch.' },
  { id: '3', role: 'agent', authorName: 'Kim Lee', text: 'Which serial number?' },
];
const host = `
  <main><h1 id="subject">Battery</h1>
    <div class="m" id="ana"><b id="name">Ana Ruiz</b><p id="customer">My battery is dead.</p></div>
    <div class="m" id="kim"><b>Kim Lee</b><p id="agent">Which serial number?</p></div>
    <a href="#left" id="editor">Reply</a></main>`;

const noteSwitch: NoteSwitch = { noteWhile: '#editor[aria-pressed="true"]' };

type More = Partial<TeachDeps> & { learnt?: Result<HelpdeskDescription>; found?: Message[] };
let stop = () => {};

/** The overlay in a shadow root over a small page; notes what was learnt, saved and closed. */
function open({ learnt, found = messages, ...more }: More = {}) {
  document.body.innerHTML = host;
  const element = document.createElement('deskside-teach');
  const container = document.createElement('div');
  const shadow = element.attachShadow({ mode: 'open' });
  for (const style of document.querySelectorAll('style')) shadow.append(style.cloneNode(true));
  shadow.append(container);
  document.documentElement.append(element);
  const seen: { pointed?: Pointed; noteSwitch?: NoteSwitch | undefined; saved?: HelpdeskDescription; closed: number } =
    { closed: 0 };
  const unmount = mountTeach(container, 'auto', {
    strings: teachEn,
    direction: 'ltr',
    elementAt: (x, y) => document.elementsFromPoint(x, y).find((one) => one !== element),
    // It tells the two apart once the page has changed.
    watchNoteSwitch: (editor) => () =>
      editor.ariaPressed === 'true' ? ok(noteSwitch) : fail('no-switch', 'Nothing on the page has changed.'),
    learn(pointed, learntSwitch) {
      seen.pointed = pointed;
      seen.noteSwitch = learntSwitch;
      return learnt ?? ok(description);
    },
    read: () => ({ messages: found, unknown: 1 }),
    async save(wanted) {
      seen.saved = wanted;
    },
    close() {
      seen.closed += 1;
    },
    ...more,
  });
  stop = () => {
    unmount();
    element.remove();
  };
  return { seen, shadow };
}

/** Clicks where an element of the page lies, through the glass. */
async function point(id: string): Promise<void> {
  const { left, top } = document.getElementById(id)?.getBoundingClientRect() ?? { left: 0, top: 0 };
  const glass = screen.getByRole('application');
  await userEvent.click(glass, { position: { x: left + 4, y: top + 4 } });
}

async function pointAll(): Promise<void> {
  for (const id of ['customer', 'agent', 'name', 'editor']) await point(id);
  await userEvent.click(screen.getByRole('button', { name: 'It never writes notes' }));
  await userEvent.click(screen.getByRole('button', { name: 'There is no note here' }));
  await point('subject');
}

const barriers = async () =>
  (await axe.run(document)).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);

beforeEach(() => screen.viewport(900, 900));
afterEach(() => {
  stop();
  document.body.innerHTML = '';
});

describe('teaching a page', () => {
  it('asks for one part after the other, shows what it reads, and saves it', async () => {
    const { seen } = open();
    await expect.element(screen.getByRole('status')).toHaveTextContent('Point at the words of a message');
    await pointAll();
    await expect.element(screen.getByText('Deskside reads 3 messages here.')).toBeVisible();
    const ids = Object.fromEntries(Object.entries(seen.pointed ?? {}).map(([step, element]) => [step, element.id]));
    expect(ids).toEqual({ customer: 'customer', agent: 'agent', author: 'name', editor: 'editor', subject: 'subject' });
    await expect.element(screen.getByRole('list', { name: 'What Deskside reads' })).toHaveTextContent(/Ana Ruiz/);
    await expect.element(screen.getByText('It cannot tell who wrote 1 more, and leaves it out.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Save for this address' }));
    expect(seen.saved).toEqual(description);
  });

  it('makes way for the page where there is little room', async () => {
    await screen.viewport(420, 640);
    const { shadow } = open();
    const card = () => shadow.querySelector('section')?.getBoundingClientRect() ?? new DOMRect();
    await expect.element(screen.getByRole('button', { name: 'A message of the customer' })).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'The subject' }).first()).not.toBeInTheDocument();
    expect(card().height).toBeLessThan(240);
    expect(card().bottom).toBeGreaterThan(600);
    for (const id of ['customer', 'agent', 'name']) await point(id);
    // The reply box lies at the bottom of most helpdesks.
    await expect.poll(() => card().top).toBeLessThan(20);
  });

  it('never lets the page hear of it', async () => {
    open();
    const heard: string[] = [];
    for (const type of ['click', 'pointerdown', 'mousedown', 'keydown', 'submit'])
      document.body.addEventListener(type, () => heard.push(type));
    const before = document.body.innerHTML;
    await pointAll();
    expect(heard).toEqual([]);
    expect(document.body.innerHTML).toBe(before);
    expect(location.hash).not.toBe('#left');
  });

  it('lets the agent switch the box in the page itself, and learns from what changes', async () => {
    const { seen } = open();
    for (const id of ['customer', 'agent', 'name', 'editor']) await point(id);
    expect(screen.getByRole('application').elements()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Now it writes a note' }));
    await expect.element(screen.getByText('Nothing on the page has changed.')).toBeVisible();
    const box = document.getElementById('editor');
    box?.addEventListener('click', (event) => {
      event.preventDefault();
      box.ariaPressed = 'true';
    });
    await userEvent.click(screen.getByRole('link', { name: 'Reply' }));
    await userEvent.click(screen.getByRole('button', { name: 'Now it writes a note' }));
    await userEvent.click(screen.getByRole('button', { name: 'There is no note here' }));
    await point('subject');
    await expect.element(screen.getByRole('button', { name: 'Save for this address' })).toBeVisible();
    expect(seen.noteSwitch).toEqual(noteSwitch);
    // Another box has another switch, so it is asked again.
    await userEvent.click(screen.getByRole('button', { name: /The reply box/ }));
    await point('editor');
    await expect.element(screen.getByRole('button', { name: 'Now it writes a note' })).toBeVisible();
  });

  it('is worked with the keyboard alone', async () => {
    const { seen, shadow } = open();
    await expect.poll(() => shadow.activeElement?.role).toBe('application');
    // Into the page: body, main, its first child, the next, and inside that its second.
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}{ArrowDown}{ArrowRight}{Enter}');
    await expect
      .element(screen.getByRole('button', { name: /A message of the customer/ }))
      .toHaveTextContent('point again');
    await userEvent.keyboard('{Escape}');
    expect(seen.closed).toBe(1);
  });

  it('lets a part be pointed at again', async () => {
    const { seen } = open();
    await pointAll();
    await userEvent.click(screen.getByRole('button', { name: /A message of an agent/ }));
    await point('kim');
    await expect.element(screen.getByText('Deskside reads 3 messages here.')).toBeVisible();
    expect(seen.pointed?.agent?.closest('.m')?.id).toBe('kim');
  });

  it('says what stands in the way, and saves nothing then', async () => {
    open({ learnt: fail('no-list', 'The two messages do not lie in one list.') });
    await pointAll();
    await expect.element(screen.getByText('The two messages do not lie in one list.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Save for this address' }).elements()).toEqual([]);
  });

  it('says it in the language of the overlay', async () => {
    open({ strings: { ...teachEn, failures: teachAr.failures }, learnt: fail('no-list', 'Not in one list.') });
    await pointAll();
    await expect.element(screen.getByText(teachAr.failures['no-list'])).toBeVisible();
  });

  it('does not save what finds one side only', async () => {
    open({ found: messages.slice(0, 2) });
    await pointAll();
    await expect.element(screen.getByText(/does not find both/)).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Save for this address' })).toBeDisabled();
  });

  it('takes the order from the agent where the page does not tell it', async () => {
    const { seen } = open();
    await pointAll();
    await userEvent.click(screen.getByRole('switch', { name: 'The newest message is on top' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save for this address' }));
    expect(seen.saved?.message.order).toBe('newest-first');
  });

  it.each([
    ['English', { strings: teachEn, direction: 'ltr' as const }],
    ['Arabic', { strings: teachAr, direction: 'rtl' as const }],
  ])('raises no barrier in %s, while pointing and in review', async (_language, words) => {
    const { shadow } = open(words);
    await expect.poll(() => shadow.activeElement?.role).toBe('application');
    expect(await barriers()).toEqual([]);
    for (const id of ['customer', 'agent', 'name', 'editor']) await point(id);
    expect(await barriers()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: words.strings.skip.switch }));
    await userEvent.click(screen.getByRole('button', { name: words.strings.skip.note }));
    await userEvent.click(screen.getByRole('button', { name: words.strings.skip.subject }));
    await expect.element(screen.getByRole('button', { name: words.strings.save })).toBeVisible();
    expect(await barriers()).toEqual([]);
  });
});
