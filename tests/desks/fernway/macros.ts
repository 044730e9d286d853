import { accountMacros } from './macros-account.ts';
import { bikeMacros } from './macros-bike.ts';
import { orderMacros } from './macros-orders.ts';
import { plainText } from './plain-text.ts';
import type { FernwayMacro, FernwayMacroSource } from './types.ts';

const sources: readonly FernwayMacroSource[] = [...bikeMacros, ...orderMacros, ...accountMacros];

/** Every Fernway macro, retired ones and private notes included, with its plain text. */
export const macros: readonly FernwayMacro[] = sources.map((source) => ({
  ...source,
  text: plainText(source.html),
}));
