/** Something about an element that other pages of the same helpdesk will have too: a simple selector, and how far to trust it. */
export type Mark = { selector: string; trust: number };

/** States come and go, and places differ between messages. */
const passing =
  /^(is-)?(active|selected|hover|focus(ed)?|open(ed)?|closed|expanded|collapsed|first|last|odd|even|unread|read|new|current|visible|hidden|loading|editing|highlight(ed)?)$/i;
/** Classes that only style: they stand on many things and change with every redesign. */
const styling =
  /^(-?(m|p|w|h|gap|inset|top|start|end)[trblxyse]?-|(flex|grid|block|inline|relative|absolute|row|col|d|text|font|bg|border|rounded|shadow|justify|items|self|overflow|leading|tracking|space|z|order|max|min|float|pull|clearfix|container|wrapper|ltr|rtl|dark|hover|focus|sm|md|lg|xl)(-|:|$))/;
const madeByTool = /^(css|sc|jss|emotion|styled|makeStyles|svelte|ng|v|jsx|data-v|_ngcontent|_nghost)[-_]/i;
/** `Message_root__3xY9a` of CSS modules: the part before the hash stays. */
const module = /^([A-Za-z][\w-]*?_[a-z][\w-]*?__)[\w-]{4,}$/i;

/** A part of a name that a tool made up: letters and digits mixed, or capitals strewn in. */
function isHashed(part: string): boolean {
  if (/\d/.test(part)) return part.length >= 4 && /[a-z]/i.test(part);
  const capitals = part.slice(1).replace(/[^A-Z]/g, '').length;
  const vowels = part.replace(/[^aeiouy]/gi, '').length;
  return part.length >= 5 && part.length <= 10 && ((capitals >= 2 && vowels <= 2) || vowels === 0);
}

function isMadeUp(name: string): boolean {
  return madeByTool.test(name) || name.split(/[-_]+/).some(isHashed);
}

function classMark(name: string): Mark | undefined {
  if (passing.test(name)) return undefined;
  if (styling.test(name)) return { selector: `.${CSS.escape(name)}`, trust: 1 };
  const kept = module.exec(name)?.[1];
  if (kept !== undefined && isMadeUp(name)) return { selector: `[class*="${CSS.escape(kept)}"]`, trust: 5 };
  if (isMadeUp(name) || /\d{3,}/.test(name)) return undefined;
  return { selector: `.${CSS.escape(name)}`, trust: 6 };
}

/** Values that are one message's own (numbers, dates, addresses, sentences) say nothing of the next. */
function isKind(value: string): boolean {
  return /^[a-z][a-z_ -]{0,30}$/i.test(value) && value.split(/\s/).length <= 2;
}

/** Attributes that hold states, places, words or what an extension like ours put there. */
const passingAttributes =
  /^(class|id|style|title|href|src|alt|dir|lang|tabindex|hidden|value|placeholder|for|width|height|target|rel|datetime|on.*|aria-(label|describedby|labelledby|hidden|expanded|selected|current|pressed|busy|live|controls|posinset|setsize).*|data-(deskside|v-|index|idx|position|original-title|toggle|placement|bs-).*)$/i;
const trustedAttributes =
  /^(data-(test-?id|testid|test|cy|qa|automation|role|type|kind|author-type|sender)|itemprop|itemtype|role|name)$/i;

function attributeMarks({ name, value }: Attr): Mark[] {
  if (passingAttributes.test(name) || isMadeUp(name.replace(/^data-/, ''))) return [];
  const attribute = CSS.escape(name);
  const trust = trustedAttributes.test(name) ? 9 : name.startsWith('data-') ? 7 : 4;
  const presence = name.startsWith('data-') ? [{ selector: `[${attribute}]`, trust: trust - 1 }] : [];
  if (!isKind(value) || value.split(/[-_ ]+/).some(isHashed)) return presence;
  return [{ selector: `[${attribute}="${CSS.escape(value)}"]`, trust }, ...presence];
}

/** A lasting id: words, not a number or a hash. */
function idMarks(id: string): Mark[] {
  return /^[a-z][a-z_-]*$/i.test(id) && !isMadeUp(id) ? [{ selector: `#${CSS.escape(id)}`, trust: 8 }] : [];
}

/** What stays about an element, the most trusted first. */
export function marksOf(element: Element): Mark[] {
  const classes = [...element.classList].flatMap((name) => classMark(name) ?? []);
  const attributes = [...element.attributes].flatMap(attributeMarks);
  return [...attributes, ...idMarks(element.id), ...classes].toSorted((a, b) => b.trust - a.trust);
}

/** The marks that all of the elements have. */
export function sharedMarks(elements: readonly Element[]): Mark[] {
  const [first, ...rest] = elements;
  return first ? marksOf(first).filter(({ selector }) => rest.every((other) => other.matches(selector))) : [];
}
