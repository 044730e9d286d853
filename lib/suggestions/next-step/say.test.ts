import { describe, expect, it } from 'vitest';
import type { StepKind } from '../../core/knowledge';
import { sayStep } from './say';

const say = (kind: StepKind, text: string) => sayStep({ id: 's', kind, text });

describe('sayStep', () => {
  it.each<[StepKind, string, string | undefined]>([
    ['ask', 'Ask for the order number and the event', 'Could you give me the order number and the event, please?'],
    ['ask', 'Ask for their mail address.', 'Could you give me your mail address, please?'],
    [
      'ask',
      'Ask how the customer signs in: password, Google or SSO',
      'Could you tell me how you sign in: password, Google or SSO?',
    ],
    ['ask', 'Ask whether the customer has a second card', 'Could you tell me whether you have a second card?'],
    ['ask', "Ask which changes the customer didn't make", "Could you tell me which changes you didn't make?"],
    ['ask', 'which colour is the light?', 'Which colour is the light?'],
    ['do', 'Have the customer type the code by hand', 'Could you please type the code by hand?'],
    [
      'tell',
      'Explain that only the issuer of the code can give out a new one',
      'Only the issuer of the code can give out a new one.',
    ],
    ['tell', 'Apologise for the delay', 'I’m sorry about the delay.'],
    ['tell', 'Tell the amount and the time the bank needs', undefined],
    ['verify', 'Ask for the order in the log', undefined],
    ['do', 'Send the secure form', undefined],
    ['escalate', 'Hand to Payments', undefined],
    ['ask', 'Demander le numéro de commande', undefined],
  ])('%s: “%s”', (kind, text, expected) => {
    expect(say(kind, text)).toBe(expected);
  });

  it('takes the words that the playbook gives, whatever the step is', () => {
    expect(sayStep({ id: 's', kind: 'escalate', text: 'Hand to Payments', say: 'A colleague takes over.' })).toBe(
      'A colleague takes over.',
    );
  });
});
