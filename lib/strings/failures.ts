type Pattern = { find: RegExp; names: string[]; text: string };
type Texts = Partial<Record<string, string>>;

const place = /\{(\d|m)\}/;
const places = /\{(\d|m)\}/g;
const compiled = new WeakMap<Texts, Pattern[]>();

/** The templates of a language as patterns, the one that says most first. */
function patternsOf(texts: Texts): Pattern[] {
  const known = compiled.get(texts);
  if (known) return known;
  const said = (template: string) => template.replace(places, '').length;
  const patterns = Object.entries(texts)
    .filter(([template]) => place.test(template))
    .sort(([a], [b]) => said(b) - said(a))
    .map(([template, text = '']) => compile(template, text));
  compiled.set(texts, patterns);
  return patterns;
}

function compile(template: string, text: string): Pattern {
  const parts = template.split(place);
  const source = parts.map((part, index) => {
    if (index % 2 === 0) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return index === parts.length - 2 ? '(.*)' : '(.*?)';
  });
  return { find: new RegExp(`^${source.join('')}$`, 's'), names: parts.filter((_, index) => index % 2 === 1), text };
}

/**
 * What a failure or problem says, in the language of `texts`; the message itself where the language has no text for it,
 * as in English. Values in it, such as titles and file names, stay as they are.
 */
export function translateFailure(texts: Texts, message: string): string {
  const exact = Object.hasOwn(texts, message) ? texts[message] : undefined;
  if (exact !== undefined) return exact;
  for (const { find, names, text } of patternsOf(texts)) {
    const values = find.exec(message)?.slice(1);
    if (!values) continue;
    const inner = values.filter((_, index) => names[index] === 'm');
    return text.replace(places, (_, name: string) =>
      name === 'm' ? translateFailure(texts, inner.shift() ?? '') : (values[names.indexOf(name)] ?? ''),
    );
  }
  return message;
}
