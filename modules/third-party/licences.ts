/** Licences that ask for no more than their text and attribution in a product whose source is not given away. */
const fit = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT', 'Unlicense', 'Zlib'];

/**
 * True when a package under this SPDX expression may be part of the extension: of licences joined by OR we choose, of
 * those joined by AND each must fit. Nested brackets and unknown names do not.
 */
export function isFit(expression: string): boolean {
  const choices = expression.replace(/^\(([^()]*)\)$/, '$1').split(/\s+or\s+/i);
  return choices.some((choice) => choice.split(/\s+and\s+/i).every((name) => fit.includes(name.trim())));
}
