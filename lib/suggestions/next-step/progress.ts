import type { Playbook, PlaybookStep } from '../../core/knowledge';
import type { Role } from '../../core/ticket';
import type { SuggestContext } from '../define-suggestion';
import { cosine } from '../vector-memory';
import { languageOfPlaybook } from './choose';
import { type Form, type PlaceFeatures, readPlaces } from './place';

/** A step with whether it was seen to be done, and the words that show it. */
export type StepProgress = PlaybookStep & { done: boolean; evidence?: string };

/** The steps of a playbook, and what speaks for each to be the next, in their order. */
export type Progress = { steps: StepProgress[]; places: PlaceFeatures[] };

/** Sentences looked at, newest first kept: bounds the passes when a long ticket is opened. */
const maxSentences = 24;
/** From this cosine on a sentence carries out the step; with shared words less is enough. Set by hand. */
const sureCosine = 0.58;
const fairCosine = 0.42;
const fairOverlap = 0.34;
/** Without vectors, words alone must agree well. */
const wordsOnlyOverlap = 0.6;

/** What a step may ask for, and what it looks like when the customer has given it. */
const givenThings: { asked: RegExp; given: RegExp }[] = [
  {
    asked:
      /\b(order|booking|account|customer|reference|invoice|ticket|case) (number|id|no)|tracking|bestellnummer|n[uú]mero de pedido|num[ée]ro de commande|رقم الطلب/iu,
    given:
      /(#|\b(order|booking|account|number|ref\w*|invoice|bestell\w*|pedido|commande|طلب)\b[^\n]{0,24}?)[#:]?\s*(?=[\p{L}-]*\d)[\p{L}\d-]{4,}/iu,
  },
  {
    asked: /serial|imei|seriennummer|n[uú]mero de serie|num[ée]ro de s[ée]rie/iu,
    given: /\b(?=[A-Z0-9-]*\d)[A-Z]{1,4}-?[A-Z0-9-]{5,}\b|\b\d{14,15}\b/u,
  },
  { asked: /e-?mail/iu, given: /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+\.\p{L}+/iu },
  {
    asked: /photo|picture|screenshot|image|video|foto|bild|captura|صورة/iu,
    given: /\b(attach|photo|picture|screenshot|image|pic|video|foto|angehängt|anhang|adjunt|joint)\w*/iu,
  },
  { asked: /version|firmware/iu, given: /\b(version|firmware|v|build)\s*\d+([.\d]+)?/iu },
  {
    asked: /post ?code|zip|address|adresse|direcci[oó]n/iu,
    given:
      /\b\d{1,5}\s+\p{L}+[\p{L}\s]*\b(street|st|road|rd|avenue|ave|lane|drive|way)\b|\b[A-Z]{1,2}\d{1,2}[A-Z]?\s*\d[A-Z]{2}\b|\b\d{5}\b/iu,
  },
  {
    asked: /\b(date|when|since)\b|datum|fecha/iu,
    given:
      /\b(since|yesterday|today|last (week|night|month)|this morning|on (mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}[./-]\d{1,2}|\d{1,2}(st|nd|rd|th)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/iu,
  },
];

/** `language`: ISO 639-1 of its message; a name or a greeting tells none of its own. */
type Sentence = { role: Role; text: string; language: string };

function readSentences({ ticket, deps }: SuggestContext, roles: Role[]): Sentence[] {
  return ticket.messages
    .filter(({ role }) => roles.includes(role))
    .flatMap(({ role, text }) => {
      const language = deps.text.detectLanguage(text);
      return deps.text.splitSentences(text).map(({ start, end }) => ({ role, text: text.slice(start, end), language }));
    })
    .filter(({ text }) => deps.text.tokenize(text).length > 0)
    .slice(-maxSentences);
}

function shareOfStep(step: PlaybookStep, text: string, context: SuggestContext): number {
  const terms = new Set(context.deps.text.tokenize(step.text));
  const said = new Set(context.deps.text.tokenize(text));
  return terms.size === 0 ? 0 : [...terms].filter((term) => said.has(term)).length / terms.size;
}

/** Words of a plan or a wish are no evidence that something was done. */
const isPlan = (text: string): boolean =>
  /\b(will|going to|shall|would|could|should|need to|needs to|todo|to do|next|please (check|verify|confirm))\b/iu.test(
    text,
  );

const isQuestion = (text: string): boolean => /[?؟]\s*$/u.test(text);

function fits(step: PlaybookStep, { role, text }: Sentence): boolean {
  if (step.kind === 'ask') return true;
  if (step.kind === 'tell') return role === 'agent' && !isQuestion(text);
  return !isQuestion(text) && !isPlan(text);
}

/** The sentence that shows that an agent took the step. */
function doneBy(
  step: PlaybookStep,
  said: { sentence: Sentence; cosine: number | null }[],
  context: SuggestContext,
): string | undefined {
  const best = said
    .filter(({ sentence }) => fits(step, sentence))
    .map((one) => ({ ...one, overlap: shareOfStep(step, one.sentence.text, context) }))
    .filter(({ cosine: near, overlap }) =>
      near === null
        ? overlap >= wordsOnlyOverlap
        : near >= sureCosine || (near >= fairCosine && overlap >= fairOverlap),
    )
    .sort((a, b) => (b.cosine ?? b.overlap) - (a.cosine ?? a.overlap))[0];
  return best?.sentence.text;
}

/** The customer's words that already give what the step asks for. */
function givenBy(step: PlaybookStep, context: SuggestContext): string | undefined {
  if (step.kind !== 'ask') return undefined;
  const asked = givenThings.filter((thing) => thing.asked.test(step.text));
  if (asked.length === 0) return undefined;
  const said = readSentences(context, ['customer']);
  const evidence = asked.map(({ given }) => said.find(({ text }) => given.test(text))?.text);
  // A step that asks for two things is done when both were given.
  return evidence.every((text) => text !== undefined) ? evidence[0] : undefined;
}

/** The form in which agents take a step. */
const formOf = ({ kind }: PlaybookStep): Form => (kind === 'ask' ? 'ask' : 'tell');

/** The form of the last that agents wrote or noted; null while they have not. */
function lastForm({ ticket, deps }: SuggestContext): Form | null {
  const last = ticket.messages.findLast(({ role }) => role === 'agent' || role === 'note');
  if (!last) return null;
  const asks = deps.text.splitSentences(last.text).some(({ start, end }) => isQuestion(last.text.slice(start, end)));
  return asks ? 'ask' : 'tell';
}

/** Vectors of the steps and of the sentences held against them. */
function readVectors(playbook: Playbook, sentences: Sentence[], { deps }: SuggestContext) {
  const language = languageOfPlaybook(playbook, deps.text);
  const said = sentences.map(async (one) => (await deps.vectors.read([one.text], { language: one.language }))[0]);
  const steps = deps.vectors.read(
    playbook.steps.map(({ text }) => text),
    { language },
  );
  return Promise.all([steps, Promise.all(said)]);
}

/** Every step with whether it is done, read from what agents wrote (notes too) and what the customer gave; and its place. */
export async function readProgress(playbook: Playbook, context: SuggestContext): Promise<Progress> {
  const sentences = readSentences(context, ['agent', 'note']);
  // Nothing was done yet where no agent wrote: the first ticket of the day waits for no pass over the steps.
  const [vectors, said] =
    context.limit || sentences.length === 0 ? [[], []] : await readVectors(playbook, sentences, context);
  const read = playbook.steps.map((step, index) => {
    const own = vectors[index];
    const near = sentences.map((sentence, place) => {
      const other = said[place];
      return { sentence, cosine: own && other ? cosine(own, other) : null };
    });
    const evidence = doneBy(step, near, context) ?? givenBy(step, context);
    const form = formOf(step);
    const inForm = near.filter(({ sentence }) => isQuestion(sentence.text) === (form === 'ask'));
    return {
      step: evidence === undefined ? { ...step, done: false } : { ...step, done: true, evidence },
      sign: {
        form,
        done: evidence !== undefined,
        said: Math.max(0, ...inForm.map((one) => one.cosine ?? 0)),
        now: own && context.open ? cosine(own, context.open.vector) : 0,
      },
    };
  });
  return {
    steps: read.map(({ step }) => step),
    places: readPlaces(
      read.map(({ sign }) => sign),
      lastForm(context),
    ),
  };
}
