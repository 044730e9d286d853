import * as v from 'valibot';
import { browser } from 'wxt/browser';

/** Where steps ticked by hand lie in the browser's local storage. */
export const ticksKey = 'ticks';
/** Playbooks of tickets that are remembered; the ones ticked longest ago go first. */
const remembered = 300;

const schema = v.record(v.string(), v.record(v.string(), v.boolean()));
type Made = Readonly<Record<string, boolean>>;

async function readStored(): Promise<Record<string, Made>> {
  try {
    const parsed = v.safeParse(schema, (await browser.storage.local.get(ticksKey))[ticksKey]);
    return parsed.success ? parsed.output : {};
  } catch {
    // The extension was reloaded under the page: ticks are kept as long as the page lives.
    return {};
  }
}

/** Steps ticked or unticked by hand, by ticket and playbook, kept on this device. */
export async function openTicks(): Promise<{ get(key: string): Made | undefined; set(key: string, made: Made): void }> {
  const memory = new Map(Object.entries(await readStored()));
  return {
    get: (key) => memory.get(key),
    set(key, made) {
      memory.set(key, made);
      // Read again, since other tabs tick too.
      const store = async () => {
        const { [key]: _old, ...others } = await readStored();
        const latest = [...Object.entries(others), [key, made] as const].slice(-remembered);
        await browser.storage.local.set({ [ticksKey]: Object.fromEntries(latest) });
      };
      void store().catch(() => {});
    },
  };
}

/** Forgets the steps ticked on these tickets, of whatever helpdesk; answers how many playbooks that were. */
export async function forgetTicks(ticketIds: readonly string[]): Promise<number> {
  const stored = await readStored();
  const kept = Object.entries(stored).filter(([key]) => !ticketIds.includes(key.split('|')[1] ?? ''));
  const forgotten = Object.keys(stored).length - kept.length;
  if (forgotten > 0) await browser.storage.local.set({ [ticksKey]: Object.fromEntries(kept) });
  return forgotten;
}
