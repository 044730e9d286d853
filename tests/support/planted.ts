import type { PersonalDataKind } from '../../lib/core/privacy';
import type { Message, Ticket } from '../../lib/core/ticket';
import { makeValue, type PlantLanguage, phrases, plantLanguages } from './planted-phrases';
import { type Random, randomOf } from './planted-values';

/** A piece of personal data that was put into a ticket. `needles`: what must not be found of it anywhere. */
export type Plant = { kind: PersonalDataKind; language: PlantLanguage; value: string; needles: string[] };

/** Words without personal data around the planted ones, so that a ticket reads as one. */
const fillers: Record<PlantLanguage, string[]> = {
  en: ['The parcel has not arrived and the status did not change.', 'I was charged twice this month.'],
  ar: ['لم تصل الشحنة والحالة لم تتغير.', 'تم خصم المبلغ مرتين هذا الشهر.'],
  es: ['El paquete no ha llegado y el estado no cambia.', 'Me cobraron dos veces este mes.'],
  fr: ["Le colis n'est pas arrivé et le statut ne change pas.", 'On m’a débité deux fois ce mois-ci.'],
  de: ['Das Paket ist nicht da und der Status ändert sich nicht.', 'Mir wurde diesen Monat zweimal abgebucht.'],
  pt: ['A encomenda não chegou e o estado não muda.', 'Cobraram-me duas vezes este mês.'],
};

const kinds = Object.keys(phrases.en) as PersonalDataKind[];
const piecesPerTicket = 5;

function needlesOf(kind: PersonalDataKind, value: string): string[] {
  if (kind === 'name') return value.split(/[\s-]+/).filter((part) => part.length > 3);
  if (kind === 'address') return [value.split(/[,،]/)[0] ?? value];
  return [value];
}

type PlantedTicket = { ticket: Ticket; plants: Plant[] };

function plantTicket(random: Random, index: number, language: PlantLanguage): PlantedTicket {
  const plants: Plant[] = [];
  const plant = (kind: PersonalDataKind, value = makeValue(random, kind, language)): string => {
    plants.push({ kind, language, value, needles: needlesOf(kind, value) });
    return value;
  };
  const own = plant('name');
  const lines = Array.from({ length: piecesPerTicket - 1 }, (_, at) => {
    const kind = kinds[(index * (piecesPerTicket - 1) + at) % kinds.length] ?? 'email';
    const phrase = random.pick(phrases[language][kind]);
    return phrase.replace('#', plant(kind));
  });
  const signed = `${random.pick(fillers[language])}\n${lines.join('\n')}\n${random.pick(phrases[language].name).replace('#', own)}`;
  const message = (id: string, role: Message['role'], text: string): Message => ({ id, role, text });
  const isAnswered = index % 3 !== 0;
  return {
    plants,
    ticket: {
      id: String(900_000 + index),
      helpdesk: 'zendesk',
      origin: 'https://acme.zendesk.com',
      subject: random.pick(fillers[language]),
      channel: 'email',
      requester: index % 4 === 0 ? {} : { name: own },
      agent: { name: 'Sam Fielding' },
      tags: [],
      messages: [
        message('m1', 'customer', signed),
        ...(isAnswered ? [message('m2', 'agent', `${own}: ${lines[0] ?? ''}\nSam Fielding`)] : []),
      ],
      isComplete: true,
      composer: { target: 'public', format: 'rich', draft: '' },
    },
  };
}

/** Tickets that hold `count` pieces of personal data of every kind in six languages, the same for the same seed. */
export function plantTickets(count: number, seed: number): PlantedTicket[] {
  const random = randomOf(seed);
  const made: PlantedTicket[] = [];
  for (let planted = 0, index = 0; planted < count; index += 1) {
    const one = plantTicket(random, index, plantLanguages[index % plantLanguages.length] ?? 'en');
    planted += one.plants.length;
    made.push(one);
  }
  return made;
}

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Plants of which a needle stands in the text as a whole word, in any case. */
export function findPlants(text: string, plants: readonly Plant[]): Plant[] {
  const words = new Set(text.toLowerCase().match(/[\p{L}\p{M}]+/gu));
  const lower = text.toLowerCase();
  return plants.filter(({ needles }) =>
    needles.some((needle) => {
      const low = needle.toLowerCase();
      if (/^[\p{L}\p{M}]+$/u.test(low)) return words.has(low);
      return (
        lower.includes(low) && new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(low)}(?![\\p{L}\\p{N}])`, 'u').test(lower)
      );
    }),
  );
}
