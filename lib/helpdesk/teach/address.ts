/** An identifier of a ticket: a number, or a long mix of digits and letters. */
const identifier = /^(\d+|(?=[a-z-]*\d)[0-9a-f]{8}-?[0-9a-f-]{4,}|(?=.*\d)(?=.*[a-z])[a-z0-9]{10,})$/i;
const ticketWord = /ticket|conversation|case|request|issue|thread|inquir|zoom|chat|message|^t$/i;
const idName = /^(id|tid|ticket|ticket_?id|case|case_?id|conversation|conversation_?id|number|no|t)$/i;

const escapePattern = (text: string) =>
  text.replace(/[\\^$.*+?()[\]{}|/]/g, (char) => (char === '/' ? '/' : `\\${char}`));
const anyId = (value: string) => (/^\d+$/.test(value) ? '\\d+' : '[\\w-]+');

/** A path with its ticket's id as the group and other ids left open; undefined when there is none. */
function learnPath(path: string): string | undefined {
  const segments = path.split('/');
  const ids = segments.flatMap((segment, index) => (identifier.test(segment) ? [index] : []));
  const named = ids.filter((index) =>
    segments.slice(Math.max(0, index - 2), index).some((word) => ticketWord.test(word)),
  );
  const chosen = named[0] ?? ids.at(-1);
  if (chosen === undefined) return undefined;
  const parts = segments.slice(0, chosen + 1).map((segment, index) => {
    if (index === chosen) return `(${anyId(segment)})`;
    return identifier.test(segment) ? anyId(segment) : escapePattern(segment);
  });
  return `${parts.join('/')}(?:[/?#]|$)`;
}

function learnQuery({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string | undefined {
  const query = [...new URLSearchParams(search)].filter(([, value]) => identifier.test(value));
  const [name, value] = query.find(([key]) => idName.test(key)) ?? query.find(([key]) => ticketWord.test(key)) ?? [];
  if (name === undefined || value === undefined) return undefined;
  return `^${escapePattern(pathname)}\\?(?:[^#]*[&;])?${escapePattern(name)}=(${anyId(value)})`;
}

/**
 * The rule by which addresses of tickets are told and their id is found, learnt from one ticket's address: hash of single
 * page applications, query, path, in this order. Undefined when the address names no ticket.
 */
export function learnAddress(address: Pick<Location, 'pathname' | 'search' | 'hash'>): string | undefined {
  const { pathname, hash } = address;
  const fromHash = /[/!]/.test(hash) ? learnPath(hash) : undefined;
  if (fromHash !== undefined) return fromHash;
  const fromQuery = learnQuery(address);
  const fromPath = learnPath(pathname);
  const hasWord = pathname.split('/').some((segment) => ticketWord.test(segment));
  return (hasWord ? (fromPath ?? fromQuery) : (fromQuery ?? fromPath)) ?? undefined;
}
