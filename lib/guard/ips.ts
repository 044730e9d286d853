import { isIpv6 } from './checksums';
import { matches, type Span } from './matching';

/** IPv4 and IPv6 addresses; four numbers behind a word for a version are a version. */
export function findIps(text: string): Span[] {
  const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
  const isVersion = (start: number) =>
    /(v|ver\.?|versi[oó]n|vers[aã]o|firmware|micrologiciel|build|release|update|الإصدار|إصدار|تحديث)\s*$/i.test(
      text.slice(Math.max(0, start - 16), start),
    );
  return [
    ...matches(
      text,
      `(?<![\\p{L}\\p{N}.])${octet}(?:\\.${octet}){3}(?![\\p{L}\\p{N}]|\\.\\d)`,
      (_found, start) => !isVersion(start),
    ),
    ...matches(
      text,
      `(?<![\\p{L}\\p{N}:])(?=[0-9a-f:]*\\d)[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?![\\p{L}\\p{N}:])`,
      (found) => isIpv6(found),
    ),
  ];
}
