/** What helpdesks write when they do not know the name. */
const nameless =
  /^(customer|visitor|user|guest|unknown|anonymous|client|end.?user|web user|caller|requester|support|info|sales|admin|no.?reply|kunde|cliente|client)\b/iu;
const title = /^(mr|mrs|ms|miss|mx|dr|prof|sir|herr|frau|sr|sra|srta|m|mme|mlle)\.?$/iu;

/** Words of a person's name; empty when it is an address, a number or a stand-in. */
function nameWords(name: string | undefined): string[] {
  const text = (name ?? '').trim();
  if (text === '' || nameless.test(text) || /[@\d<>{}[\]/\\:;!?"]|https?/iu.test(text) || text.length > 60) return [];
  const turned = text.includes(',') ? text.split(',').reverse().join(' ') : text;
  return turned.split(/\s+/).filter((word) => word !== '' && !title.test(word) && /^[\p{L}\p{M}.'’-]+$/u.test(word));
}

/** The first name, as far as the name is one of a person; undefined when not known. */
export function firstNameOf(name: string | undefined): string | undefined {
  const [first] = nameWords(name);
  if (!first || /^\p{L}\.?$/u.test(first)) return undefined;
  const isShouted = first.length > 2 && (first === first.toUpperCase() || first === first.toLowerCase());
  return isShouted ? first.charAt(0).toUpperCase() + first.slice(1).toLowerCase() : first;
}

/** The last name, undefined when there is only one. */
export function lastNameOf(name: string | undefined): string | undefined {
  const words = nameWords(name);
  return words.length > 1 ? words.at(-1) : undefined;
}
