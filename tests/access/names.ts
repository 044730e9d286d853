import type { CDPSession } from '@playwright/test';
import type { InterfaceLanguage } from '../../lib/core/settings.ts';
import { englishWords } from './english-words.ts';

type AxNode = {
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  properties?: { name: string; value: { value: unknown } }[];
};

/** Roles of what an agent works with, and of windows and regions that they jump to; each needs a name. */
const named = new Set(
  'button link checkbox radio switch tab textbox searchbox combobox listbox splitter progressbar dialog alertdialog region complementary navigation radiogroup tablist toolbar'.split(
    ' ',
  ),
);
/** What an interface says by itself, not by the data in it. */
const worded = new Set('button tab switch checkbox heading radio combobox dialog alertdialog region'.split(' '));
/** Words of the sample data, of products, of keys and of formats, which no interface translates. */
const data =
  /acme|desk\.local|Ana Duarte|Maya|Jonas|Robin|parcel|refund|battery|batteries|returns|keys|Larkleaf|Zendesk|Zammad|osTicket|signals-|Deskside|Alt|JSON|FW-|LT-|@|Note for billing|Return|Opening hours|order number|tracking status|new date|Visa|^I'm sorry|^It left|^If it is/i;

export type Names = { findings: string[]; names: number; live: number };

/**
 * The names that Chromium computes for screen readers: what lacks one, what in an Arabic interface has no Arabic word, and what
 * in any other language is still English; with them how many names and live regions there are.
 */
export async function readNames(session: CDPSession, language: InterfaceLanguage): Promise<Names> {
  const english = englishWords(language);
  const answer = await session.send('Accessibility.getFullAXTree');
  const nodes = (answer.nodes as AxNode[]).filter(({ ignored }) => !ignored);
  const findings: string[] = [];
  let names = 0;
  for (const node of nodes) {
    const role = node.role?.value ?? '';
    const name = node.name?.value.trim() ?? '';
    if (named.has(role)) {
      if (name === '') findings.push(`has no name: ${role}`);
      else names += 1;
    }
    const isForeign = /\p{L}{2}/u.test(name) && !/\p{Script=Arabic}/u.test(name) && !data.test(name);
    if (language === 'ar' && worded.has(role) && isForeign && !name.startsWith('Show date picker'))
      findings.push(`is not in Arabic: ${role} “${name}”`);
    if (worded.has(role) && english.has(name)) findings.push(`is still in English: ${role} “${name}”`);
  }
  const live = nodes.filter(({ role }) => ['status', 'alert', 'log'].includes(role?.value ?? '')).length;
  return { findings, names, live };
}
