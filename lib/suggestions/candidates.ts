import type { Hit } from '../core/knowledge';
import type { Candidate, Facts, Prefer } from '../core/learning';
import type { Intent } from '../core/signals';
import type { TextTools } from './define-suggestion';
import type { Ranked } from './rank';
import { draftOrder, draftOrderRange } from './reply/order';

/** Wording that is casual and that is formal; what the languages of the encoder use in letters to customers. */
const casual =
  /\b(?:can|won|don|isn|aren|doesn|didn|couldn|wouldn|shouldn|hasn|haven|wasn|weren)['’]t\b|['’](?:re|ll|ve|m)\b|\b(?:it|that|there|here|what|let)['’]s\b|!|\b(?:hi|hey|hiya|thanks|sure|no worries|awesome|great|ok|okay|oops|hallo|danke|dir|dich|dein|deine|salut|merci|toi|hola|gracias|oi|obrigad[oa])\b/giu;
const formal =
  /\b(?:dear|sincerely|regret|apologi[sz]e|kindly|please note|we would|hereby|regarding|therefore|require|ensure|provide|assist|inform|unfortunately|cannot|(?:do|does|did|will|is|are|has|have) not|geehrte[rsn]?|ihnen|ihre|ihrem|ihren|ihrer|freundlichen|veuillez|vous|votre|cordialement|usted|estimad[oa]|atentamente|prezad[oa]|atenciosamente)\b/giu;

type TextFacts = { length: number; formality: number; locale: string };
const factsByPassage = new WeakMap<Hit['passage'], TextFacts>();

function readTextFacts({ passage }: Hit, tools: TextTools): TextFacts {
  const known = factsByPassage.get(passage);
  if (known) return known;
  const { text } = passage;
  const [light, grave] = [casual, formal].map((words) => text.match(words)?.length ?? 0) as [number, number];
  const facts = {
    length: Math.max(-2, Math.min(2, Math.log2(Math.max(1, text.length) / 300))),
    // Two more of neither: one word alone tells little.
    formality: (grave - light) / (grave + light + 2),
    locale: tools.detectLanguage(text),
  };
  factsByPassage.set(passage, facts);
  return facts;
}

/** What both ends of the order of drafts keep from a chance of 0 and 1, whose log-odds are infinite. */
const margin = 0.05;

/** Log-odds of the place in the order of drafts; strictly rising, so that without choices the order stays. */
function baseOf(ranked: Ranked): number {
  const [least, most] = draftOrderRange;
  const chance = (draftOrder(ranked) - least + margin) / (most - least + 2 * margin);
  return Math.log(chance / (1 - chance));
}

const decimals = (value: number) => Math.round(value * 1000) / 1000;

function toCandidate(ranked: Ranked, language: string | undefined, tools: TextTools): Candidate {
  const { hit } = ranked;
  const { length, formality, locale } = readTextFacts(hit, tools);
  const facts: Required<Facts> = {
    length,
    formality,
    language: language === undefined || language === 'und' || locale === language ? 1 : 0,
  };
  const rounded: Facts = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, decimals(value)]));
  return {
    kind: hit.ownerKind,
    id: hit.ownerId,
    base: decimals(baseOf(ranked)),
    facts: rounded,
    text: hit.passage.text,
  };
}

/**
 * The sources in the order that the agent's choices tell. `ranked` in any order; what learning knows of a source's chance
 * goes into its confidence, its place into `lift`, by which drafts are ordered, too.
 */
export function orderByChoices(
  ranked: readonly Ranked[],
  prefer: Prefer,
  about: { intent: Intent | null; language: string | undefined; tools: TextTools },
): Ranked[] {
  const list = [...ranked].sort((a, b) => draftOrder(b) - draftOrder(a));
  const candidates = list.map((one) => toCandidate(one, about.language, about.tools));
  return prefer(candidates, about).flatMap(({ index, boost }, place) => {
    const one = list[index];
    const there = list[place];
    if (!one || !there) return [];
    const odds = Math.log(one.confidence / (1 - one.confidence)) + boost;
    const confidence = boost === 0 ? one.confidence : 1 / (1 + Math.exp(-odds));
    // Ties of the order before must not fall back to it.
    const lift = draftOrder(there) - draftOrder({ ...one, confidence }) - place * 1e-9;
    return [{ ...one, confidence, lift: index === place && boost === 0 ? 0 : lift }];
  });
}
