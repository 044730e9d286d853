import type { HealthItem, HealthState } from '../../lib/core/health';

const item = (id: string, title: string, more: Partial<HealthItem> = {}): HealthItem => ({
  kind: 'article',
  id: `https://acme.zendesk.com#${id}`,
  title,
  source: 'https://acme.zendesk.com',
  updatedAt: '2024-03-02T00:00:00Z',
  ...more,
});

/** A state of the library with something in every list. */
export function sampleHealth(): HealthState {
  const [older, newer] = [
    item('1', 'Returns'),
    item('2', 'How to send something back', { updatedAt: '2026-05-04T00:00:00Z' }),
  ];
  const differences: [string, string][] = [['You have 30 days.', 'You have 14 days.']];
  return {
    progress: null,
    gaps: [
      {
        id: 'g1',
        text: 'Can I change the colour after ordering?',
        tickets: 7,
        firstAt: '2026-11-01T00:00:00Z',
        lastAt: '2026-11-28T00:00:00Z',
      },
    ],
    report: {
      at: '2026-11-29T09:00:00Z',
      items: 120,
      duplicates: [{ items: [older, newer], cosine: 0.97, shared: 0.62, differences }],
      stale: [
        { ...older, newer, differences },
        { ...item('3', 'Opening hours at Christmas'), differences: [] },
      ],
      tags: [{ ...item('4', 'Batteries in the cold'), tags: ['battery', 'winter'] }],
      use: [{ ...item('5', 'Refund is on its way', { kind: 'macro' }), inserted: 12, opened: 3, dismissed: 1 }],
    },
  };
}
