import type { TextTools } from './define-suggestion';

/** A question as the customer wrote it. */
export type Question = { text: string };

const mark = /[?؟]\s*$/u;
const opensAsking =
  /^(?:and |also |but |so |then |or |und |auch |y |et |e |و\s?)?(?:how|what|when|where|why|which|who|can (?:i|you|we|it|my)|could (?:i|you|we)|do (?:i|you|we)|does|is (?:it|there|my|the|this)|are (?:you|there|my|the)|will|would|should i|wie|was|wann|wo|warum|wieso|welche\p{L}*|kann (?:ich|man)|könnt|können|gibt es|muss ich|cómo|qué|cuándo|dónde|por qué|cuál|puedo|pueden?|hay|comment|quand|où|pourquoi|quel\p{L}*|est-ce|puis-je|pouvez|como|quando|onde|qual|posso|podem?|há|كيف|متى|أين|اين|لماذا|هل|ما هو|ما هي|كم)(?!\p{L})/iu;
const tellsToAnswer =
  /\b(?:(?:please |kindly )?(?:tell|let) me (?:know )?(?:if|whether|how|when|what|where|why|which)|i(?:['’]d| would) (?:like|love|need) to know|i (?:was |am |['’]m )?wonder(?:ing)?|bitte (?:sagt?|sagen sie|teilt?|teilen sie) (?:mir|uns)|ich (?:wüsste|würde) gern|me gustaría saber|quisiera saber|j(?:e voudrais|['’]aimerais) savoir|gostaria de saber|queria saber)\b|أريد أن أعرف|أود أن أعرف/iu;
/** Questions that ask nothing that could be answered. */
const rhetorical =
  /^(?:how are you|how is it going|can (?:you|anyone|someone) (?:please )?help(?: me| us)?(?: please| with this| out)?|could you (?:please )?help(?: me| us)?(?: please| with this)?|any (?:ideas?|help|thoughts)|is (?:anyone|anybody|someone) there|are you (?:kidding|serious|there)|really|seriously|hello|wie geht(?:['’]s| es)|können sie (?:mir )?(?:bitte )?helfen|me pueden? ayudar|pouvez-vous m['’]aider|pode(?:m)? ajudar(?:-me)?|هل يمكنكم مساعدتي|كيف حالكم?)(?!\p{L})[^\p{L}]*$/iu;

/**
 * The questions of a customer's turn, in order, each once: sentences with a question mark, those that open like a question and
 * those that ask to be told. Greetings and calls for help in general are none.
 */
export function readQuestions(turn: string, tools: TextTools): Question[] {
  const sentences = tools.splitSentences(turn).map(({ start, end }) => turn.slice(start, end).trim());
  const asked = sentences.filter((text) => {
    if (text.startsWith('>') || rhetorical.test(text) || tools.tokenize(text).length < 2) return false;
    return mark.test(text) || tellsToAnswer.test(text) || (opensAsking.test(text) && !/[.!:]$/.test(text));
  });
  return [...new Set(asked)].map((text) => ({ text }));
}

const empty =
  /^(?:how|what|when|where|why|which|who|know|tell|let|need|like|want|get|does|did|will|would|should|could|also|wie|was|wann|wo|warum|kann|cómo|qué|cuándo|dónde|comment|quand|pourquoi|como|quando|onde|qual|كيف|متى|أين|هل)$/u;

/** Share of the question's telling words that stand in a text, 0 to 1; null for a question of fewer than two. */
export function wordsCovered(question: Question, text: string, tools: TextTools): number | null {
  const asked = [...new Set(tools.tokenize(question.text))].filter((term) => !empty.test(term));
  if (asked.length < 2) return null;
  const told = new Set(tools.tokenize(text));
  return asked.filter((term) => told.has(term)).length / asked.length;
}
