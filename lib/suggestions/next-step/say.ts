import type { PlaybookStep } from '../../core/knowledge';

/** Forms of an instruction in English, and what is said to the customer for each; `%` stands for the rest. */
const forms: [PlaybookStep['kind'][], RegExp, string][] = [
  [['ask'], /^ask (?:the customer |them )?(?:again )?for (.+)$/i, 'Could you give me %, please?'],
  [
    ['ask'],
    /^ask (?:the customer |them )?((?:whether|if|how|what|when|where|which|who|why|since when)\b.+)$/i,
    'Could you tell me %?',
  ],
  [['ask', 'do'], /^(?:ask|get|have) (?:the customer|them) (?:to )?(.+)$/i, 'Could you please %?'],
  [
    ['tell'],
    /^(?:explain|say|tell (?:the customer|them)|inform (?:the customer|them)|let (?:the customer|them) know) that (.+)$/i,
    '%.',
  ],
  [['tell'], /^apologi[sz]e for (.+)$/i, 'I’m sorry about %.'],
];

/** Verbs of the third person as they follow “you”. */
const irregular: Record<string, string> = { is: 'are', was: 'were', has: 'have', does: 'do', "doesn't": "don't" };

function toSecondPerson(verb: string): string {
  const known = irregular[verb.toLowerCase()];
  if (known) return known;
  if (/(?:ss|us|is|ally|ly)$/i.test(verb) || !verb.endsWith('s')) return verb;
  if (verb.endsWith('ies')) return `${verb.slice(0, -3)}y`;
  return /(?:sh|ch|x|ss|o)es$/i.test(verb) ? verb.slice(0, -2) : verb.slice(0, -1);
}

/** What was said about the customer, said to the customer. */
function address(text: string): string {
  return text
    .replace(/\bthe customer['’]s\b/gi, 'your')
    .replace(/\b(?:the customer|they) ([a-z']+)/gi, (_all, verb: string) => `you ${toSecondPerson(verb)}`)
    .replace(/\bthe customer\b/gi, 'you')
    .replace(/\btheir\b/gi, 'your')
    .replace(/\s*[.!?]+$/, '');
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Words for the customer that take a step: the playbook's own, a question that stands in it, or an English instruction to
 * ask or tell turned round by its form. Undefined for steps that say nothing to the customer, and for other forms.
 */
export function sayStep({ kind, text, say }: PlaybookStep): string | undefined {
  if (say !== undefined) return say;
  if (kind === 'ask' && /[?؟]$/u.test(text)) return capitalise(text);
  const form = forms.find(([kinds, pattern]) => kinds.includes(kind) && pattern.test(text));
  const rest = form?.[1].exec(text)?.[1];
  return form && rest ? capitalise(form[2].replace('%', () => address(rest))) : undefined;
}
