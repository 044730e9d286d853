/** Label sets of the conversation signals. Ids are stable: they are stored, exported and evaluated against. */
export const sentiments = ['negative', 'neutral', 'positive'] as const;
export const emotions = [
  'anger',
  'frustration',
  'disappointment',
  'worry',
  'confusion',
  'gratitude',
  'satisfaction',
  'none',
] as const;
export const urgencies = ['low', 'normal', 'high', 'critical'] as const;
export const riskFlags = ['churn', 'legal', 'public', 'repeat', 'vulnerable', 'abuse', 'security'] as const;
export const intents = [
  'order.status',
  'order.place',
  'order.change',
  'order.cancel',
  'delivery.late',
  'delivery.damaged_or_wrong',
  'delivery.address',
  'delivery.options',
  'return.request',
  'refund.request',
  'refund.status',
  'billing.dispute',
  'billing.invoice',
  'billing.payment_failed',
  'billing.payment_method',
  'billing.pricing',
  'subscription.cancel',
  'subscription.change',
  'account.login',
  'account.create',
  'account.update',
  'account.close',
  'account.security',
  'tech.bug',
  'tech.outage',
  'tech.howto',
  'tech.setup',
  'product.info',
  'product.availability',
  'feature.request',
  'complaint',
  'praise',
  'human.request',
  'followup',
  'social.greeting',
  'social.thanks',
  'other',
] as const;

export type Sentiment = (typeof sentiments)[number];
export type Emotion = (typeof emotions)[number];
export type Urgency = (typeof urgencies)[number];
export type RiskFlag = (typeof riskFlags)[number];
export type Intent = (typeof intents)[number];

/** A label with its calibrated confidence, 0 to 1. */
export type Scored<L extends string> = { label: L; confidence: number };

/** Language of a text: ISO 639-1 code, or `und` when it cannot be told; confidence 0 to 1. */
export type Language = { code: string; confidence: number };

/**
 * Why a message has no labels: its language is none of the models', it cannot be told with enough certainty (short,
 * mixed), or the model for it gives vectors only.
 */
export type AbsentReason = 'language-unsupported' | 'language-unsure' | 'no-heads';

/** What one customer message tells. Labels are `null` where the model is unsure or does not know the language. */
export type MessageSignals = {
  messageId: string;
  language: Language;
  /** False: no labels are read, for the reason in `absent`; every label is null or empty. */
  supported: boolean;
  absent?: AbsentReason;
  /** True: an encoder knows this language, so that its meaning can be searched for even where `supported` is false. */
  searchable?: boolean;
  sentiment: Scored<Sentiment> | null;
  emotion: Scored<Emotion> | null;
  urgency: Scored<Urgency> | null;
  /** At most 3, the first is primary. */
  intents: Scored<Intent>[];
  flags: Scored<RiskFlag>[];
};

/** How the customer's mood moves over the conversation. */
export type Trend = 'improving' | 'worsening' | 'flat';

/** Signals of a whole conversation. */
export type ConversationSignals = {
  /** The conversation these signals were read from, see `conversationKey`. */
  key: string;
  /** Customer messages only, oldest first. */
  messages: MessageSignals[];
  /** Signals of the customer's open turn (a burst of messages counts as one), or of the last customer message. */
  current: MessageSignals | null;
  /** The team's own intent of the open turn, where it is sure; absent or null otherwise. */
  team?: Scored<string> | null;
  trend: Trend;
  /** The customer said that it is solved. */
  resolved: boolean;
  /** Time spent in the engine, milliseconds. */
  tookMs: number;
};
