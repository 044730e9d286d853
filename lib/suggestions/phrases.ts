/** Phrases of courtesy in the languages that replies are written in. Data for reading, and greetings for writing. */

const greeting =
  /^(hi|hey|hello|dear|good (morning|afternoon|evening|day)|greetings|hallo|guten (tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|hola|buen[oa]s( (d[ií]as|tardes|noches))?|estimad[oa]s?|querid[oa]s?|bonjour|bonsoir|salut|ch[eè]re?s?|ol[áa]|bom dia|boa (tarde|noite)|prezad[oa]s?|car[oa]s?|مرحبا|أهلا|اهلا|السلام عليكم|صباح الخير|مساء الخير|عزيزي|عزيزتي)(?![\p{L}])/iu;
const thanks =
  /(thanks?|thank you|thx|ty|cheers|many thanks|appreciate it|danke|vielen dank|gracias|merci|obrigad[oa]|شكرا|شكراً|أشكرك)(?![\p{L}])/iu;
const closing =
  /^((kind|best|warm|many)?\s*(regards|wishes)|best|sincerely|yours (truly|sincerely|faithfully)|cheers|take care|warmly|mit freundlichen grüßen|viele grüße|freundliche grüße|liebe grüße|beste grüße|saludos|un saludo|atentamente|cordialement|bien à vous|à bientôt|atenciosamente|cumprimentos|com os melhores|مع تحياتي|تحياتي|مع أطيب التحيات|\{\{\s*(agent|current_user|ticket\.agent)\b)/iu;

const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** True for a line that only greets: a greeting and at most four words of whom. */
export function isGreeting(sentence: string): boolean {
  const text = sentence.trim();
  return greeting.test(text) && (wordCount(text) <= 3 || (/[,،!:]\s*$/u.test(text) && wordCount(text) <= 6));
}

/** True for a line that opens with a greeting, whatever follows on it. */
export function opensWithGreeting(text: string): boolean {
  return greeting.test(text.trim().replace(/^[*_\s]+/, ''));
}

/** True for a sentence of thanks without anything asked or told beside it. */
export function isThanks(sentence: string): boolean {
  const text = sentence.trim();
  return (
    thanks.test(text) && wordCount(text) <= 8 && !/[?؟]|\b(but|still|not|no|however|aber|pero|mais|mas)\b/iu.test(text)
  );
}

/** True for a line that closes a letter. */
export function isClosing(line: string): boolean {
  return closing.test(line.trim());
}

type Greetings = Record<'neutral' | 'warm' | 'formal', { named: string; unnamed: string }>;

/** Greetings by language and tone; `%` stands for the customer's first name. */
const greetings: Record<string, Greetings> = {
  en: {
    neutral: { named: 'Hi %,', unnamed: 'Hello,' },
    warm: { named: 'Hi %, thanks for getting in touch!', unnamed: 'Hi there, thanks for getting in touch!' },
    formal: { named: 'Dear %,', unnamed: 'Dear customer,' },
  },
  de: {
    neutral: { named: 'Hallo %,', unnamed: 'Hallo,' },
    warm: { named: 'Hallo %, danke für deine Nachricht!', unnamed: 'Hallo, danke für die Nachricht!' },
    formal: { named: 'Guten Tag %,', unnamed: 'Guten Tag,' },
  },
  es: {
    neutral: { named: 'Hola %:', unnamed: 'Hola:' },
    warm: { named: 'Hola %, ¡gracias por escribirnos!', unnamed: 'Hola, ¡gracias por escribirnos!' },
    formal: { named: 'Buenos días, %:', unnamed: 'Buenos días:' },
  },
  fr: {
    neutral: { named: 'Bonjour %,', unnamed: 'Bonjour,' },
    warm: { named: 'Bonjour %, merci pour votre message !', unnamed: 'Bonjour, merci pour votre message !' },
    formal: { named: 'Bonjour %,', unnamed: 'Bonjour,' },
  },
  pt: {
    neutral: { named: 'Olá %,', unnamed: 'Olá,' },
    warm: { named: 'Olá %, obrigado pela sua mensagem!', unnamed: 'Olá, obrigado pela sua mensagem!' },
    formal: { named: 'Bom dia, %,', unnamed: 'Bom dia,' },
  },
  ar: {
    neutral: { named: 'مرحباً %،', unnamed: 'مرحباً،' },
    warm: { named: 'أهلاً %، شكراً لتواصلك معنا!', unnamed: 'أهلاً، شكراً لتواصلك معنا!' },
    formal: { named: 'تحية طيبة %،', unnamed: 'تحية طيبة،' },
  },
};

/** A greeting in the draft's language (English where we have none), by tone, with the first name where it is known. */
export function greet(language: string, tone: keyof Greetings, firstName: string | undefined): string {
  const forms = (greetings[language] ?? greetings.en)?.[tone];
  if (!forms) return '';
  return firstName ? forms.named.replace('%', () => firstName) : forms.unnamed;
}
