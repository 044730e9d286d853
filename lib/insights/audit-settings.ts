import type { Settings } from '../core/settings';

/** How Deskside looks changes nothing of what is suggested. */
const looks: readonly string[] = ['panelOpen', 'panelWidthPx', 'theme', 'language', 'shortcuts'];
/** Settings of a few words of ours, no text of anybody. */
const named: readonly string[] = ['tone'];

/**
 * Settings by name as text that says nothing of a person: switches and numbers as they are, everything that may hold text as
 * its keyed hash. Those of mere looks are left out.
 */
export async function summariseSettings(
  settings: Settings,
  refer: (text: string) => Promise<string>,
): Promise<Record<string, string>> {
  const summary: Record<string, string> = {};
  for (const [key, value] of Object.entries(settings)) {
    if (looks.includes(key)) continue;
    if (key === 'kinds') for (const [kind, isOn] of Object.entries(value)) summary[`kinds.${kind}`] = String(isOn);
    else if (typeof value === 'boolean' || typeof value === 'number' || named.includes(key))
      summary[key] = String(value);
    else summary[key] = `#${await refer(JSON.stringify(value))}`;
  }
  return summary;
}

/** What differs; `value` only where it is no text. */
export function changedSettings(
  before: Record<string, string>,
  after: Record<string, string>,
): { subject: string; value?: string }[] {
  return Object.entries(after)
    .filter(([key, value]) => Object.hasOwn(before, key) && before[key] !== value)
    .map(([subject, value]) => (value.startsWith('#') ? { subject } : { subject, value }));
}
