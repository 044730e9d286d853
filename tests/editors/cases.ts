import type { Place } from './pages/caret.ts';
import type { Disturbance } from './pages/disturb.ts';

/** A reply as Deskside offers it: both say the same. */
type CaseReply = { html: string; text: string };

/** One way of putting a reply into an editor. */
export type InsertionCase = {
  name: string;
  draft: string;
  /** Where the agent stands; absent: they have never been in the editor. */
  place?: Place;
  /** Another field or the panel has the focus by now. */
  hasLeft?: boolean;
  reply: CaseReply;
  channel?: 'native_messaging';
  isReadOnly?: boolean;
  disturbance?: Disturbance;
  /** How often the extension may decline: always where nothing can be written; else text must go in. */
  refusal?: 'must' | 'may';
  /** Part of what Firefox runs. */
  inFirefox?: boolean;
};

const one: CaseReply = { html: '<p>We send it today.</p>', text: 'We send it today.' };
const paragraphs: CaseReply = {
  html: '<p>First part.</p><p><strong>Second</strong> part.</p><p>Third part.</p>',
  text: 'First part.\nSecond part.\nThird part.',
};
const lists: CaseReply = {
  html: '<p>Please try:</p><ul><li>Charge it.</li><li>Hold the button.</li></ul><p>Then:</p><ol><li>Unplug.</li><li>Restart.</li></ol><p>Good luck.</p>',
  text: 'Please try:\n• Charge it.\n• Hold the button.\nThen:\n1. Unplug.\n2. Restart.\nGood luck.',
};
const link: CaseReply = {
  html: '<p>See <a href="https://fernway.example/guide?a=1&amp;b=2">the guide</a> first.</p>',
  text: 'See the guide (https://fernway.example/guide?a=1&b=2) first.',
};
const arabic: CaseReply = {
  html: '<p dir="rtl">مرحبا آنا،</p><p dir="rtl">سنرسل البطارية غدًا (الطلب 4711).</p>',
  text: 'مرحبا آنا،\nسنرسل البطارية غدًا (الطلب 4711).',
};
const emoji: CaseReply = {
  html: '<p>Done 👩‍🔧🎉 – 5 &lt; 6 &amp; "so" on, naïve 👍🏽</p>',
  text: 'Done 👩‍🔧🎉 – 5 < 6 & "so" on, naïve 👍🏽',
};
const blank: CaseReply = { html: '', text: 'Hello Ana,\n\nit is on its way.\nSee you.' };

const draft = '<p>Dear Ana,</p><p><strong>so</strong> before after</p><p>Kind regards</p>';
const middle: Place = { after: ' before ' };

/** What is done to every editor. */
export const insertionCases: readonly InsertionCase[] = [
  { name: 'one line at the caret', draft, place: middle, reply: one, inFirefox: true },
  { name: 'paragraphs', draft, place: middle, reply: paragraphs, inFirefox: true },
  { name: 'lists', draft, place: middle, reply: lists, inFirefox: true },
  { name: 'a link', draft, place: middle, reply: link, inFirefox: true },
  { name: 'right to left', draft, place: middle, reply: arabic, inFirefox: true },
  { name: 'emoji and signs', draft, place: middle, reply: emoji },
  { name: 'text with blank lines', draft, place: middle, reply: blank },
  { name: 'after a selection', draft, place: { after: ' before', select: 4 }, reply: one },
  { name: 'empty editor', draft: '', reply: paragraphs, inFirefox: true },
  { name: 'never been in it', draft, reply: one },
  { name: 'above a signature', draft: '<p><br></p><p>--</p><p>Kim Lee</p>', reply: paragraphs, inFirefox: true },
  { name: 'focus elsewhere', draft, place: middle, hasLeft: true, reply: paragraphs },
  { name: 'chat, Enter sends', draft, place: middle, reply: blank, channel: 'native_messaging', inFirefox: true },
  { name: 'read-only', draft, reply: one, isReadOnly: true, refusal: 'must', inFirefox: true },
  { name: 'replaced before', draft, reply: one, disturbance: 'replaced before', refusal: 'may' },
  { name: 'replaced after', draft, place: middle, reply: one, disturbance: 'replaced after' },
  { name: 'gone', draft, reply: one, disturbance: 'gone before', refusal: 'must' },
  { name: 'busy', draft, place: middle, reply: one, disturbance: 'late', refusal: 'may' },
  { name: 'deaf to pastes', draft, place: middle, reply: paragraphs, disturbance: 'deaf', refusal: 'may' },
];
