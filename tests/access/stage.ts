import './extension-api';
import { pageFindings } from './checks';
import { press } from './hands';
import { settle, tabFindings } from './keyboard';
import type { Mode } from './modes';
import { libraryStates, popupStates, practiceStates } from './page-states';
import { panelStates } from './panel-states';
import type { State } from './state';
import { teachStates } from './teach-states';

const areas: Record<string, State[]> = {
  panel: panelStates,
  popup: popupStates,
  library: libraryStates,
  practice: practiceStates,
  teach: teachStates,
};
let close: () => unknown = () => {};
let shown: State | undefined;

/** Shows one state after the other, for a test that drives the browser around this page. */
const stage = {
  states: () => Object.entries(areas).flatMap(([area, states]) => states.map(({ name }) => ({ area, name }))),
  async show(area: string, name: string, mode: Mode): Promise<void> {
    const state = areas[area]?.find((one) => one.name === name);
    if (!state) throw new Error(`No state “${name}” of ${area}.`);
    shown = state;
    close = await state.show(mode);
    settle();
  },
  pageFindings,
  async tabFindings() {
    if (shown?.freeTab) await press(shown.freeTab);
    return tabFindings();
  },
  async close(): Promise<void> {
    await close();
    close = () => {};
    document.body.replaceChildren();
  },
};
export type Stage = typeof stage;
Object.assign(window, { stage });
