/** Luhn check (ISO/IEC 7812-1, annex B) over a string of digits. */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 0 && sum % 10 === 0;
}

/** Lengths that card numbers of an issuer's range have (ISO/IEC 7812 ranges as published by the schemes). */
const cardRanges: { prefix: RegExp; lengths: number[] }[] = [
  { prefix: /^4/, lengths: [13, 16, 19] },
  { prefix: /^(5[1-5]|2(22[1-9]|2[3-9]|[3-6]|7[01]|720))/, lengths: [16] },
  { prefix: /^3[47]/, lengths: [15] },
  { prefix: /^3(0|6|8|9)/, lengths: [14, 16] },
  { prefix: /^35/, lengths: [16, 17, 18, 19] },
  { prefix: /^6/, lengths: [13, 16, 17, 18, 19] },
  { prefix: /^(50|5[6-8])/, lengths: [13, 14, 15, 16, 17, 18, 19] },
];

/** A payment card number: a known issuer range of the right length that passes Luhn. */
export function isCardNumber(digits: string): boolean {
  return (
    cardRanges.some(({ prefix, lengths }) => prefix.test(digits) && lengths.includes(digits.length)) && isLuhn(digits)
  );
}

/** German Steuer-ID: 11 digits, one digit of the first ten two or three times, ISO 7064 MOD 11,10 check digit. */
export function isSteuerId(digits: string): boolean {
  if (!/^[1-9]\d{10}$/.test(digits)) return false;
  const counts = new Map<string, number>();
  for (const digit of digits.slice(0, 10)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  const repeated = [...counts.values()].filter((count) => count > 1);
  if (repeated.length !== 1 || (repeated[0] ?? 0) > 3) return false;
  let product = 10;
  for (const digit of digits.slice(0, 10)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === Number(digits[10]);
}

/** Spanish DNI (8 digits + letter) and NIE (X, Y or Z + 7 digits + letter): the letter is the number modulo 23. */
export function isSpanishId(text: string): boolean {
  const id = text.replace(/[\s.-]/g, '').toUpperCase();
  if (!/^(\d{8}|[XYZ]\d{7})[A-Z]$/.test(id)) return false;
  const number = Number(id.slice(0, 8).replace('X', '0').replace('Y', '1').replace('Z', '2'));
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23] === id[8];
}

/** French NIR: 13 characters and the key 97 − (number mod 97); Corsica's 2A and 2B count as 19 and 18. */
export function isNir(text: string): boolean {
  const id = text.replace(/[\s.-]/g, '').toUpperCase();
  if (!/^[1-478]\d{2}(0[1-9]|1[0-2]|[2-9]\d)(\d{2}|2[AB])\d{6}\d{2}$/.test(id)) return false;
  const number = BigInt(id.slice(0, 13).replace('2A', '19').replace('2B', '18'));
  return 97n - (number % 97n) === BigInt(id.slice(13));
}

/** Portuguese NIF: 9 digits, weights 9 to 2 modulo 11. */
export function isNif(digits: string): boolean {
  if (!/^[1235689]\d{8}$/.test(digits)) return false;
  const sum = [...digits.slice(0, 8)].reduce((total, digit, index) => total + Number(digit) * (9 - index), 0);
  const check = 11 - (sum % 11);
  return (check >= 10 ? 0 : check) === Number(digits[8]);
}

/** Egyptian national id: century, a real birth date, a governorate code, serial (its check digit is not published). */
export function isEgyptianId(digits: string): boolean {
  const match = /^([23])(\d{2})(\d{2})(\d{2})(\d{2})\d{5}$/.exec(digits);
  if (!match) return false;
  const [year, month, day, place] = [match[2], match[3], match[4], match[5]].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  return isDate((match[1] === '2' ? 1900 : 2000) + year, month, day) && ((place >= 1 && place <= 35) || place === 88);
}

/** True for a day that exists in the Gregorian calendar; `month` 1 to 12. */
export function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** An IPv6 address in full or with one `::` (RFC 4291, without the dotted form). */
export function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false;
  return halves.length === 2 ? groups.length <= 7 : groups.length === 8;
}

/** Check digits of Brazil's CPF (11 digits) and CNPJ (14): weighted sums modulo 11, twice. */
function hasBrazilianChecks(digits: string, weightsOf: (length: number) => number[]): boolean {
  return [2, 1].every((left) => {
    const body = digits.slice(0, digits.length - left);
    const weights = weightsOf(body.length);
    const rest = [...body].reduce((sum, digit, index) => sum + Number(digit) * (weights[index] ?? 0), 0) % 11;
    return (rest < 2 ? 0 : 11 - rest) === Number(digits[body.length]);
  });
}

/** Brazilian CPF. */
export function isCpf(digits: string): boolean {
  if (!/^\d{11}$/.test(digits) || /^(\d)\1+$/.test(digits)) return false;
  return hasBrazilianChecks(digits, (length) => Array.from({ length }, (_, index) => length + 1 - index));
}

/** Brazilian CNPJ of a company. */
export function isCnpj(digits: string): boolean {
  if (!/^\d{14}$/.test(digits)) return false;
  return hasBrazilianChecks(digits, (length) => Array.from({ length }, (_, index) => ((length - 1 - index) % 8) + 2));
}
