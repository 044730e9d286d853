import { type Message, type Turn, toTurns } from '../core/ticket';
import type { SuggestContext } from './define-suggestion';
import { readQuestions } from './open-questions';
import { isClosing, isGreeting, isThanks } from './phrases';

/** A sentence of the conversation. `start` and `end` are offsets into the message's text; `turn` is 1-based. */
export type Quoted = { text: string; messageId: string; turn: number; start: number; end: number };

/** Where a conversation stands after an answer was given. */
export type Stage =
  /** The customer said that it is solved. `isClosed`: the agent has written since. */
  | { kind: 'solved'; isClosed: boolean; outcome: Quoted | undefined }
  /** The agent promised something and nothing came since; the customer asks for news, or a day has passed. */
  | { kind: 'promised'; promise: Quoted }
  /** Nothing was heard from the customer for some days. `question`: what the agent had asked last. */
  | { kind: 'unanswered'; question: Quoted | undefined }
  | { kind: 'none' };

const dayMs = 24 * 3600 * 1000;
/** Days without an answer after which a reminder is due. */
export const followUpDays = 3;
/** Days after which a promise calls for news. */
const updateDays = 1;
/** Reminders in a row after which another one would only annoy. */
const maxReminders = 3;

const solved =
  /\b(?:(?:that|it|this|everything|all|now) (?:(?:has|have|is|was) )?(?:now )?(?:work(?:s|ed|ing)|did it|did the trick|fixed(?: it)?|sorted|solved|resolved|helped)|works? (?:now|again|fine|perfectly|great|like a charm)|(?:problem|issue) (?:is |has been )?(?:solved|fixed|resolved|gone)|all (?:good|set|sorted|working)(?: now)?|you can close (?:this|the ticket)|läuft (?:jetzt|wieder)|funktioniert (?:jetzt|wieder)|hat (?:geklappt|geholfen|funktioniert)|(?:ist |alles )?(?:gelöst|erledigt|geklärt)|ya funciona|ya está (?:resuelto|solucionado|arreglado)|solucionado|resuelto|(?:ça|cela) (?:marche|fonctionne)|c['’]est (?:réglé|résolu|bon)|problème (?:réglé|résolu)|já (?:funciona|está (?:resolvido|a funcionar))|resolvido|funcionou)(?!\p{L})|تم حل|حُلّت|انحلت|يعمل الآن|تعمل الآن|حلت المشكلة/iu;
const denies =
  /\b(?:not|never|still|but|however|almost|except|\p{L}+n['’]t|nicht|noch|aber|nur|pero|todavía|aún|no|pas|mais|encore|não|mas|ainda)(?!\p{L})|(?<!\p{L})(?:لم|لا|لكن|ما زال|ليس)(?!\p{L})/iu;
const pending =
  /\b(?:(?:i|we)(?:['’]ll| will| am going to|['’]m going to) (?:try|check|test|see|wait|let you know|get back|do)|will (?:try|check|test|report)|let you know|waiting for|looking forward|probiere|versuche|teste|melde mich|gebe bescheid|warte|probaré|intentaré|espero|avisaré|j['’]essaie|je vais (?:essayer|tester|voir)|j['’]attends|vou (?:tentar|testar|ver|esperar)|aguardo)(?!\p{L})|سأجرب|سأحاول|بانتظار|سأخبرك/iu;
const promises =
  /\b(?:i|we)(?:['’]ll| will| shall| am going to| are going to|['’]re going to) (?:\p{L}+ ){0,3}(?:get back|update|let you know|check|look into|investigate|follow up|contact|call|inform|come back|write|ask|forward|escalate|keep you|arrange|find out)|\b(?:wir|ich) (?:melden? (?:uns|mich)|prüfen? (?:das|es|den)|klären? (?:das|es)|geben? .{0,20}bescheid|kümmern? (?:uns|mich)|leiten? .{0,40}weiter)|\b(?:nous|je) (?:reviendr\p{L}+|reviens|revenons|vérifi\p{L}+|allons vérifier|vais vérifier|vous tien\p{L}+ (?:au courant|informé\p{L}*))|\b(?:le|te|les|os) (?:avisaremos|informaremos|escribiremos|aviso|mantendremos)|\b(?:volveremos|revisaremos|comprobaremos|vamos a (?:revisar|comprobar|consultar))|\b(?:entraremos em contacto|vamos verificar|verificaremos|daremos notícias|informaremos|voltaremos)(?!\p{L})|سنعود إليك|سنتواصل|سنتحقق|سأتحقق|سأعود|سنبلغ|سأتابع|سنتابع/iu;
/** A promise that waits for the customer first. */
const conditional =
  /^(?:if|once you|when you|as soon as you|should you|unless|wenn|falls|sobald sie|si |dès que vous|quand vous|cuando|en cuanto|se |assim que (?:tiver|enviar)|quando|إذا|عندما|حالما)|\b(?:once|if|when|as soon as) you\b|\bsobald sie\b|\bdès que vous\b/iu;
const asksNews =
  /\b(?:any (?:news|updates?|progress)|still waiting|what(?:['’]s| is) (?:happening|the status)|heard (?:nothing|back)|haven['’]t heard|(?:is there|got) (?:any )?(?:news|an update)|gibt es (?:etwas |was )?neues|noch nichts gehört|warte (?:noch )?immer|(?:hay|alguna) (?:novedad\p{L}*|noticia\p{L}*)|sigo esperando|des nouvelles|toujours (?:pas de|en attente)|alguma novidade|há novidades|continuo à espera)(?!\p{L})|هل من جديد|ما زلت أنتظر|أي تحديث/iu;
/** The agent thinks that all is done. */
const farewell =
  /\b(?:glad|happy|great|pleased) (?:to hear |that )?(?:that )?(?:it|this|everything|all).{0,24}(?:works|working|solved|sorted|resolved|fixed)|\bclos(?:e|ing|ed) (?:this|the|your) (?:ticket|case|request)|\byou(?:['’]re| are) (?:very |most )?welcome\b|\bgern geschehen\b|\bde nada\b|\bavec plaisir\b|\bde rien\b|على الرحب/iu;

/** The sentences of a turn with their places; greetings and closings are left out. */
export function quoteTurn(turn: Turn, number: number, { deps }: SuggestContext): Quoted[] {
  return turn.messages.flatMap((message: Message) =>
    deps.text.splitSentences(message.text).flatMap(({ start, end }) => {
      const text = message.text.slice(start, end);
      const isFrame = isGreeting(text) || isClosing(text) || text.startsWith('>');
      return isFrame ? [] : [{ text, messageId: message.id, turn: number, start, end }];
    }),
  );
}

function daysSince({ messages }: Turn, nowMs: number): number {
  const passedMs = nowMs - Date.parse(messages.at(-1)?.at ?? '');
  return Number.isFinite(passedMs) ? passedMs / dayMs : 0;
}

/** How often the agent wrote in a row with a day or more in between. */
function countReminders({ messages }: Turn): number {
  const times = messages.map(({ at }) => Date.parse(at ?? ''));
  return times.filter((time, index) => index > 0 && time - (times[index - 1] ?? time) >= dayMs).length + 1;
}

const findPromise = (sentences: readonly Quoted[]): Quoted | undefined =>
  sentences.findLast(({ text }) => promises.test(text) && !conditional.test(text) && !/[?؟]\s*$/.test(text));

function findQuestion(turn: Turn, sentences: readonly Quoted[], { deps }: SuggestContext): Quoted | undefined {
  const asked = readQuestions(turn.text, deps.text).map(({ text }) => text);
  return sentences.findLast(({ text }) => asked.includes(text) && /[?؟]\s*$/.test(text));
}

/** Whether the customer's turn says that all is solved, after what the agent had written before it. */
function saysSolved(customer: Turn, agent: Turn, context: SuggestContext): boolean {
  const { text } = context.deps;
  const sentences = text.splitSentences(customer.text).map(({ start, end }) => customer.text.slice(start, end));
  const isNegative = context.signals.current?.sentiment?.label === 'negative';
  const hasAsk = readQuestions(customer.text, text).length > 0 || /[?؟]/.test(customer.text);
  if (isNegative || hasAsk || sentences.some((one) => pending.test(one) || denies.test(one))) return false;
  if (sentences.some((one) => solved.test(one))) return true;
  // Thanks alone may be for a promise, or before the answer to a question.
  const before = quoteTurn(agent, 0, context);
  const isThankful = context.isResolved || sentences.some(isThanks);
  return isThankful && !findPromise(before) && !/[?؟]/.test(agent.text);
}

function readSolved(turns: readonly Turn[], context: SuggestContext): Stage | undefined {
  const at = turns.findLastIndex(({ role }) => role === 'customer');
  const [agent, customer, after] = [turns[at - 1], turns[at], turns[at + 1]];
  if (!customer || agent?.role !== 'agent' || !saysSolved(customer, agent, context)) return undefined;
  if (after && (after.role !== 'agent' || findPromise(quoteTurn(after, 0, context)) || /[?؟]/.test(after.text)))
    return undefined;
  const said = quoteTurn(customer, at + 1, context);
  return {
    kind: 'solved',
    isClosed: after !== undefined,
    outcome: said.find(({ text }) => solved.test(text)) ?? said[0],
  };
}

/** Where the conversation stands. Never more than one thing is due: what is solved needs no news and no reminder. */
export function readStage(context: SuggestContext): Stage {
  const turns = toTurns(context.ticket.messages);
  const isSolved = readSolved(turns, context);
  if (isSolved) return isSolved;
  const at = turns.findLastIndex(({ role }) => role === 'agent');
  const agent = turns[at];
  if (!agent || farewell.test(agent.text)) return { kind: 'none' };
  const isLast = at === turns.length - 1;
  const sentences = quoteTurn(agent, at + 1, context);
  const promise = findPromise(sentences);
  const days = daysSince(agent, context.nowMs);
  if (promise) {
    const isAsked =
      turns.length - 1 === at + 1 && turns[at + 1]?.role === 'customer' && asksNews.test(turns[at + 1]?.text ?? '');
    return isAsked || (isLast && days >= updateDays) ? { kind: 'promised', promise } : { kind: 'none' };
  }
  const isDue = isLast && days >= followUpDays && countReminders(agent) < maxReminders;
  const hasCustomer = turns.some(({ role }) => role === 'customer');
  return isDue && hasCustomer
    ? { kind: 'unanswered', question: findQuestion(agent, sentences, context) }
    : { kind: 'none' };
}
