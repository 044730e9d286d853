/** Text that grows at its end. Asking for its end or its length does not walk it, however many pieces it has. */
export class Pieces {
  #pieces: string[] = [];
  length = 0;

  /** The last character; empty without any. */
  get last(): string {
    return this.#pieces.at(-1)?.at(-1) ?? '';
  }

  add(piece: string): void {
    if (piece === '') return;
    this.#pieces.push(piece);
    this.length += piece.length;
  }

  /** Takes these characters off the end, as many as there are. */
  trimEnd(characters: string): void {
    for (let piece = this.#pieces.pop(); piece !== undefined; piece = this.#pieces.pop()) {
      let end = piece.length;
      while (end > 0 && characters.includes(piece[end - 1] ?? '')) end -= 1;
      this.length -= piece.length - end;
      if (end === 0) continue;
      this.#pieces.push(piece.slice(0, end));
      return;
    }
  }

  /** The whole text, and nothing is left. */
  take(): string {
    const text = this.#pieces.join('');
    this.#pieces = [];
    this.length = 0;
    return text;
  }
}

/** Stretches of a text without the white space, and the private character U+E000, that they begin with; empty ones are left out. */
export function startAtWords<T extends { start: number; end: number }>(stretches: readonly T[], text: string): T[] {
  return stretches.flatMap((one) => {
    let { start } = one;
    while (start < one.end && /[\s\ue000]/.test(text[start] ?? '')) start += 1;
    return start < one.end ? [{ ...one, start }] : [];
  });
}
