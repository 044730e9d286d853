import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeTicket } from '../testing';
import { escapeHtml } from './html';
import { createFill, fillPlaceholders, placeholderValues } from './placeholders';

const ticket = makeTicket([], {
  subject: 'Parcel <b>late</b>',
  requester: { name: 'SILVA, Ana', email: 'ana@b.example' },
});
const values = placeholderValues(ticket, 'Kim Lee');

describe('fillPlaceholders', () => {
  it.each([
    ['Hi {{ticket.requester.first_name}},', 'Hi Ana,'],
    ['Hi {{ ticket.requester.firstname }}', 'Hi Ana'],
    ['{{ticket.id}}: {{ticket.title}}', '42: Parcel <b>late</b>'],
    ['{{ticket.subject | upcase}}', 'PARCEL <B>LATE</B>'],
    ['{{current_user.first_name}} / {{agent.name}} / {{ticket.agent.name}}', 'Kim / Kim Lee / Kim Lee'],
    ["{{ticket.organization.name | default: 'your company'}}", 'your company'],
    ['{{ticket.organization.name | default: &#39;your company&#39;}}', 'your company'],
    ['{{<span>ticket.id</span>}} and <b>{{ticket.id}}</b>', '42 and <b>42</b>'],
    ['nothing to fill, {braces} too', 'nothing to fill, {braces} too'],
  ])('fills "%s"', (text, expected) => {
    expect(fillPlaceholders(text, values)).toBe(expected);
  });

  it.each([
    '{{ticket.organization.name}}',
    '{{dc.greeting}}',
    "{{ticket.created_at | date: '%Y'}}",
    '{% if ticket.id %}x{% endif %}',
    'broken {{ticket.id',
    '{{ticket.id}} }}',
    '{{constructor}}',
    '{{__proto__}}',
  ])('does not pretend to know %s', (text) => {
    expect(fillPlaceholders(text, values)).toBeUndefined();
  });

  it('does not take an address or a stand-in for a first name', () => {
    for (const name of ['ana@b.example', 'Visitor 1234', 'Customer', '+44 20 7946', '<script>alert(1)</script>', '']) {
      const own = placeholderValues(makeTicket([], { requester: { name } }), '');
      expect(fillPlaceholders('{{ticket.requester.first_name}}', own)).toBeUndefined();
    }
  });

  it('escapes values for HTML and never reads them again', () => {
    const own = placeholderValues(makeTicket([], { subject: '{{ticket.id}}<img src=x onerror=1>' }), '');
    expect(fillPlaceholders('<p>{{ticket.title}}</p>', own, escapeHtml)).toBe(
      '<p>{{ticket.id}}&lt;img src=x onerror=1&gt;</p>',
    );
  });

  it('leaves no braces of its own behind, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('{{', '}}', 'ticket.id', ' ', 'x', '|', "default: 'y'", '{', '}')),
        (pieces) => {
          const filled = fillPlaceholders(pieces.join(''), values);
          expect(filled === undefined || !/\{\{[\s\S]*\}\}/.test(filled)).toBe(true);
        },
      ),
    );
  });
});

describe('createFill', () => {
  const unknown = placeholderValues(makeTicket([], { requester: {}, agent: {} }), '');

  it('drops an unknown name from the greeting and the signer, nowhere else', () => {
    const text = 'Dear {{ticket.requester.first_name}},\n\nAll done.\n\nKind regards\n{{agent.name}}';
    expect(createFill(text, unknown)(text)).toBe('Hello,\n\nAll done.\n\nKind regards');
    const inside = 'Hello,\nthis is for {{ticket.requester.first_name}} only.';
    expect(createFill(inside, unknown)(inside)).toBeUndefined();
  });
});
