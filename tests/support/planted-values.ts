import { isSteuerId } from '../../lib/guard/checksums';

/** Numbers that look random and are the same each time. */
export type Random = { below(limit: number): number; pick<T>(list: readonly T[]): T; digits(length: number): string };

/** Mulberry32 (public domain). */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    digits: (length) => Array.from({ length }, () => below(10)).join(''),
  };
}

/** Digits with the check digit of Luhn behind them. */
export function withLuhn(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

export const inFours = (digits: string) => digits.match(/.{1,4}/g)?.join(' ') ?? digits;

/** An IBAN: its check digits are 98 less the number modulo 97 (ISO 13616). */
export function ibanOf(country: string, account: string): string {
  const number = [...`${account}${country}00`].map((sign) => Number.parseInt(sign, 36)).join('');
  return `${country}${String(98n - (BigInt(number) % 97n)).padStart(2, '0')}${account}`;
}

export const dniOf = (digits: string) => `${digits}${'TRWAGMYFPDXBNJZSQVHLCKE'[Number(digits) % 23]}`;

export function cpfOf(body: string): string {
  let digits = body;
  while (digits.length < 11) {
    const rest = [...digits].reduce((sum, digit, index) => sum + Number(digit) * (digits.length + 1 - index), 0) % 11;
    digits += rest < 2 ? 0 : 11 - rest;
  }
  return `${digits.slice(0, 3)}.${digits.slice(3, 6)}.${digits.slice(6, 9)}-${digits.slice(9)}`;
}

export const nirOf = (body: string) => `${body}${String(97n - (BigInt(body) % 97n)).padStart(2, '0')}`;

/** Tries numbers until one has a right check digit. */
export function steuerIdOf(random: Random): string {
  for (;;) {
    const body = `${1 + random.below(9)}${random.digits(9)}`;
    for (let check = 0; check < 10; check += 1) if (isSteuerId(`${body}${check}`)) return `${body}${check}`;
  }
}
