import type { StepKind, TicketPriority } from '../core/knowledge';
import type { Emotion, Intent, RiskFlag, Sentiment, Trend, Urgency } from '../core/signals';
import type { SuggestionKind } from '../core/suggestion';

/** Names of labels and kinds as agents read them; used by the panel, the library and the insights. */
export type LabelStrings = {
  intents: Record<Intent, string>;
  sentiments: Record<Sentiment, string>;
  emotions: Record<Emotion, string>;
  urgencies: Record<Urgency, string>;
  flags: Record<RiskFlag, string>;
  trends: Record<Trend, string>;
  kinds: Record<SuggestionKind, string>;
  stepKinds: Record<StepKind, string>;
  priorities: Record<TicketPriority, string>;
};

export const labelsEn: LabelStrings = {
  intents: {
    'order.status': 'Order status',
    'order.place': 'Help with ordering',
    'order.change': 'Change an order',
    'order.cancel': 'Cancel an order',
    'delivery.late': 'Late delivery',
    'delivery.damaged_or_wrong': 'Damaged or wrong item',
    'delivery.address': 'Delivery address',
    'delivery.options': 'Delivery options',
    'return.request': 'Return or exchange',
    'refund.request': 'Refund request',
    'refund.status': 'Refund status',
    'billing.dispute': 'Disputed charge',
    'billing.invoice': 'Invoice or receipt',
    'billing.payment_failed': 'Payment failed',
    'billing.payment_method': 'Payment method',
    'billing.pricing': 'Price or discount',
    'subscription.cancel': 'Cancel subscription',
    'subscription.change': 'Change subscription',
    'account.login': 'Sign-in problem',
    'account.create': 'New account',
    'account.update': 'Account details',
    'account.close': 'Close account',
    'account.security': 'Account security',
    'tech.bug': 'Something is broken',
    'tech.outage': 'Outage',
    'tech.howto': 'How-to question',
    'tech.setup': 'Set-up',
    'product.info': 'Product question',
    'product.availability': 'Availability',
    'feature.request': 'Feature request',
    complaint: 'Complaint',
    praise: 'Praise',
    'human.request': 'Wants a person',
    followup: 'Asks for news',
    'social.greeting': 'Greeting',
    'social.thanks': 'Thanks',
    other: 'Something else',
  },
  sentiments: { negative: 'Negative', neutral: 'Neutral', positive: 'Positive' },
  emotions: {
    anger: 'Angry',
    frustration: 'Frustrated',
    disappointment: 'Disappointed',
    worry: 'Worried',
    confusion: 'Confused',
    gratitude: 'Grateful',
    satisfaction: 'Satisfied',
    none: 'Calm',
  },
  urgencies: { low: 'Low urgency', normal: 'Normal urgency', high: 'Urgent', critical: 'Critical' },
  flags: {
    churn: 'May leave',
    legal: 'Legal threat',
    public: 'May go public',
    repeat: 'Contacted before',
    vulnerable: 'Vulnerable customer',
    abuse: 'Abusive language',
    security: 'Security risk',
  },
  trends: { improving: 'Mood is improving', worsening: 'Mood is getting worse', flat: 'Mood is steady' },
  kinds: {
    reply: 'Reply',
    article: 'Articles',
    'next-step': 'Next step',
    routing: 'Routing',
    'similar-ticket': 'Similar tickets',
    closing: 'Closing line',
    'csat-request': 'Rating request',
    summary: 'Summary',
    'status-update': 'Status update',
    'follow-up': 'Reminder',
  },
  priorities: { low: 'Low priority', normal: 'Normal priority', high: 'High priority', urgent: 'Urgent priority' },
  stepKinds: { ask: 'Ask', verify: 'Check', do: 'Do', tell: 'Tell', escalate: 'Escalate' },
};
