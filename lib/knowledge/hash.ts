/**
 * A 53-bit hash of the parts as 11 letters and digits (cyrb53, public domain). It tells changed content from unchanged;
 * it is no protection against forgery.
 */
export function hashParts(parts: readonly (string | undefined)[]): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  // Lengths go in too, so that moving a letter from one part to the next changes the hash.
  for (const part of parts.flatMap((text) => [`${text?.length ?? '-'}:`, text ?? ''])) {
    for (let index = 0; index < part.length; index += 1) {
      const code = part.charCodeAt(index);
      a = Math.imul(a ^ code, 2654435761);
      b = Math.imul(b ^ code, 1597334677);
    }
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36).padStart(11, '0');
}
