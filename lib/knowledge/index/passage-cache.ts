import type { Passage } from '../../core/knowledge';
import type { OwnerKey, PassageOwner } from '../../core/stores';

/** An owner with the texts of its passages. */
export type OwnerTexts = { owner: PassageOwner; passages: Passage[] };

/** Reads owners' texts from where they are stored, in the order asked; undefined where there are none. */
type ReadTexts = (keys: OwnerKey[]) => Promise<(OwnerTexts | undefined)[]>;

/** Characters kept in memory: about 45,000 passages. */
const maxChars = 32_000_000;

/** Key of an owner in the index. */
export function indexKey({ kind, id }: OwnerKey): string {
  return `${kind}:${id}`;
}

/** The owner that a key of `indexKey` names. */
export function readIndexKey(key: string): OwnerKey {
  const [kind = '', ...id] = key.split(':');
  return { kind: kind === 'macro' || kind === 'past' ? kind : 'article', id: id.join(':') };
}

/** Texts of owners used last, the others read when needed. Without `read` all are kept. */
export class PassageCache {
  readonly #kept = new Map<string, OwnerTexts>();
  readonly #read: ReadTexts | undefined;
  #chars = 0;

  constructor(read?: ReadTexts) {
    this.#read = read;
  }

  /** Whether there is room for more without letting go of any. */
  get hasRoom(): boolean {
    return this.#read === undefined || this.#chars < maxChars;
  }

  has(key: string): boolean {
    return this.#kept.has(key);
  }

  put(texts: OwnerTexts): void {
    const key = indexKey(texts.owner);
    this.remove(key);
    this.#kept.set(key, texts);
    this.#chars += sizeOf(texts);
    if (this.#read) this.#shrink();
  }

  remove(key: string): void {
    const kept = this.#kept.get(key);
    if (!kept) return;
    this.#chars -= sizeOf(kept);
    this.#kept.delete(key);
  }

  clear(): void {
    this.#kept.clear();
    this.#chars = 0;
  }

  /** Texts by key; owners that are gone by now are left out. */
  async find(keys: Iterable<string>): Promise<Map<string, OwnerTexts>> {
    const wanted = [...new Set(keys)];
    const missing = wanted.filter((key) => !this.#kept.has(key));
    const found = new Map<string, OwnerTexts>();
    for (const key of wanted) {
      const kept = this.#kept.get(key);
      if (kept) found.set(key, kept);
    }
    if (missing.length === 0 || !this.#read) return found;
    const read = await this.#read(missing.map(readIndexKey));
    read.forEach((texts, at) => {
      if (!texts) return;
      const key = missing[at] as string;
      // What came meanwhile is newer than what was read.
      const newer = this.#kept.get(key);
      found.set(key, newer ?? { owner: texts.owner, passages: texts.passages });
      if (!newer) this.put({ owner: texts.owner, passages: texts.passages });
    });
    return found;
  }

  /** Lets go of those that came first. */
  #shrink(): void {
    for (const key of this.#kept.keys()) {
      if (this.#chars <= maxChars) return;
      this.remove(key);
    }
  }
}

function sizeOf({ passages }: OwnerTexts): number {
  return passages.reduce((sum, { text, heading }) => sum + text.length + heading.length + 100, 0);
}
