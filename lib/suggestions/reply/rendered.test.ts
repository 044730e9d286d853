import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderedValues } from './rendered';

describe('what a macro’s placeholders stand for', () => {
  it('is told by the macro as the helpdesk renders it', () => {
    const template = 'Hi {{ticket.requester.first_name}},\n\nyour plan is {{ ticket.organization.plan }}.\nKim';
    expect(renderedValues(template, 'Hi Ana,\nyour plan is Team  plus.\n\nKim')).toEqual({
      'ticket.requester.first_name': 'Ana',
      'ticket.organization.plan': 'Team plus',
    });
    expect(renderedValues('Plan: {{a}}', 'Plan: x')).toEqual({ a: 'x' });
    expect(renderedValues("{{a | default: 'there'}}!", 'Ana!')).toEqual({ "a | default: 'there'": 'Ana' });
    expect(renderedValues('No blank.', 'No blank.')).toEqual({});
  });

  it.each([
    ['other words', 'Your plan is {{a}}.', 'The plan is x.'],
    ['another end', 'Your plan is {{a}}.', 'Your plan is x!'],
    ['nothing', 'Your plan is {{a}}.', 'Your plan is .'],
    ['two side by side', 'It is {{a}}{{b}}.', 'It is xy.'],
    ['one that says two things', '{{a}} or {{a}}.', 'x or y.'],
    ['one that was not rendered', 'Hi {{a}} {{b}}.', 'Hi Ana {{b}}.'],
    ['logic', '{% if a %}Hi {{a}}{% endif %}', 'Hi Ana'],
    ['overlapping ends', 'aa{{x}}aa', 'aaa'],
    ['far too much', 'a {{x}} b', `a ${'y'.repeat(501)} b`],
  ])('is not guessed from %s', (_name, template, rendered) => {
    expect(renderedValues(template, rendered)).toBeUndefined();
  });

  it('gives the rendered text when filled in again, whatever the texts', () => {
    const words = fc.stringMatching(/^[a-z ,.]{0,12}$/);
    const pieces = fc.array(fc.tuple(words, fc.constantFrom('a', 'b', 'c'), words), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(pieces, fc.string({ maxLength: 60 }), (parts, other) => {
        const template = parts.map(([before, name, after]) => `${before}{{${name}}}${after}`).join('');
        const all: Record<string, string> = { a: 'Ana', b: '47 11', c: 'x. y' };
        const render = (values: Record<string, string | undefined>) =>
          template.replace(/\{\{(\w)\}\}/g, (_whole, name: string) => values[name] ?? '');
        const values = renderedValues(template, render(all));
        const fold = (text: string) => text.replace(/\s+/g, ' ').trim();
        if (values) expect(fold(render(values))).toBe(fold(render(all)));
        renderedValues(template, other);
      }),
    );
  });
});
