import { withoutNames } from '../lib/guard/names/hide-names';
import { createSignalReader } from '../lib/signals/read-signals';
import type { LabModel } from './model';

/** Signals as the engine reads them, people's names hidden from the models. */
export const openReader = ({ encoder, cards }: LabModel) =>
  createSignalReader({ encoder: withoutNames(encoder), cards });
