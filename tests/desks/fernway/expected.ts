import type { FernwayExpectation } from './types.ts';

/** Customer messages with the macros and articles that answer them; eight must get no suggestion. */
export const expectations = [
  {
    id: 'charge-asleep',
    message:
      'Took the bike out of the barn after four months. Power brick glows green straight away, yet the pack itself is completely dead, no lamps at all.',
    macros: [50101],
    articles: [30101, 30104],
    why: 'not range (30102) and not storage advice (30103)',
  },
  {
    id: 'range-cold',
    message: 'I used to do the whole week on one charge. Since the frost started I have to plug it in every other day.',
    macros: [50102],
    articles: [30102],
    why: 'it charges, so not 30101',
  },
  {
    id: 'storage-before',
    message:
      'We are leaving for three months in December. Should I leave it plugged in, full or half empty, and is the garage all right?',
    macros: [50103],
    articles: [30103],
    why: 'advice beforehand, nothing is broken',
  },
  {
    id: 'charger-burnt-smell',
    message:
      'The little black box that I plug into the wall got so hot that it smells of burnt plastic. The label says FC-2 2417. Is that dangerous?',
    macros: [50104],
    articles: [30106],
    why: 'safety notice, not charger lights (30104)',
  },
  {
    id: 'speed-zero',
    message:
      'After I changed a flat at the back, it thinks I am standing still although I am riding, and it barely helps me.',
    macros: [50105],
    articles: [30111],
    why: 'the magnet, told without its code; 30131 explains it too but only at the end',
  },
  {
    id: 'contact-lost-rain',
    message:
      'Full battery, but after washing it the screen complains with E10 and it rides like a normal heavy bicycle.',
    macros: [50106],
    articles: [30112],
  },
  {
    id: 'hot-climb',
    message:
      'Half way up the pass the help faded away and there was a number 21 with an E on the screen. It was 34 degrees and I had the trailer on.',
    macros: [50107],
    articles: [30113],
  },
  {
    id: 'jerky-no-code',
    message: 'Every time I hit a pothole the push is gone for a second and then comes back. Nothing on the screen.',
    macros: [50108],
    articles: [30114],
  },
  {
    id: 'update-stuck',
    message: 'Started installing the new version an hour ago and it sits at 61 percent. Have I bricked my bike?',
    macros: [50111],
    articles: [30122],
  },
  {
    id: 'phone-cannot-see',
    message: 'My phone knows the bike under wireless devices, but your program keeps saying that nothing is nearby.',
    macros: [50110],
    articles: [30121],
  },
  {
    id: 'code-never-comes',
    message:
      "I'm locked out. You say six digits were sent to me and I have been staring at an empty inbox for half an hour.",
    macros: [50301],
    articles: [30123],
    why: 'not a lost key (30242) and not the pairing code (30121)',
  },
  {
    id: 'presale-when',
    message: 'If I buy the trekking one today and you have it there, which day would I be able to ride it?',
    macros: [50202],
    articles: [30201],
    why: 'before buying, so neither tracking nor late',
  },
  {
    id: 'parcel-vanished',
    message:
      "It's eight days past the date you gave me and the map with the little van hasn't changed since. Has somebody pinched my parcel?",
    macros: [50201, 50311],
    articles: [30206],
    why: 'a late parcel, not a stolen bike (30241)',
  },
  {
    id: 'moving-house',
    message:
      "We got the keys to the new flat earlier than planned. Can the bike go there instead? It's still being put together, says your site.",
    macros: [50204],
    articles: [30203],
    why: 'not packed yet, so 50204 rather than 50205',
  },
  {
    id: 'moving-too-late',
    message: "The van has already got it but I'm not at that street any more. How do I get it to my new place?",
    macros: [50205],
    articles: [30203],
    why: 'already on its way, so 50205 rather than 50204',
  },
  {
    id: 'nobody-home',
    message: 'I was at work when they rang. They left a slip of paper. How do I get hold of it now?',
    macros: [50206],
    articles: [30204],
  },
  {
    id: 'cracked-on-unboxing',
    message: 'Just opened the carton and the lamp is in pieces and the rear wheel is not straight.',
    macros: [50207],
    articles: [30207],
    why: 'on arrival, so not the warranty (30223)',
  },
  {
    id: 'creak-after-months',
    message:
      'I have had it since last spring, and now there is a crack in the welding near the seat. I never crashed it.',
    macros: [50213],
    articles: [30223],
    why: 'a later defect, so neither 30207 nor Cover (30246)',
  },
  {
    id: 'do-not-like',
    message:
      "It's a lovely machine, just far too heavy for me to carry up to the third floor. Only went round the block. Can you take it back?",
    macros: [50210],
    articles: [30221],
  },
  {
    id: 'too-big-frame',
    message: 'My toes barely reach the ground. I would happily keep the same one, only smaller.',
    macros: [50211],
    articles: [30222],
    why: 'an exchange rather than 30221 or 30261',
  },
  {
    id: 'money-not-back',
    message:
      "You confirmed on the 3rd that you had sent my money. It's the 24th and my statement is as empty as before.",
    macros: [50215, 50214],
    articles: [30224],
  },
  {
    id: 'paid-two-times',
    message: 'My banking app lists €2,799 twice for the same minute. I only wanted one bike!',
    macros: [50218],
    articles: [30235],
    why: 'not 30232: the payment went through',
  },
  {
    id: 'tracker-stop',
    message: 'I no longer want to pay for knowing where it is. Please end it.',
    macros: [50304],
    articles: [30244],
    why: 'cancel rather than change (30243)',
  },
  {
    id: 'tracker-break',
    message:
      "The bike sleeps from December to March. Must I keep paying for the location all that time? I'd want it again in spring.",
    macros: [50305],
    articles: [30243],
    why: 'a pause rather than the end (30244) or storage (30103)',
  },
  {
    id: 'gone-from-station',
    message:
      'I came out of the station and the rack was empty, the lock lying there in two pieces. What do I do first?',
    macros: [50307],
    articles: [30241],
  },
  {
    id: 'keyring-lost',
    message:
      'My keyring fell into the canal. The bike is here, but I can neither open the ring at the back wheel nor take the battery out.',
    macros: [50308],
    articles: [30242],
  },
  {
    id: 'forget-me',
    message: 'I want you to forget me: every trip, every mail, everything you have stored about me.',
    macros: [50303],
    articles: [30252],
  },
  {
    id: 'toddler',
    message: 'Our daughter is eleven months old. Could she come along on the folding one or only on the town bike?',
    macros: [50117],
    articles: [30263],
  },
  {
    id: 'arabic-delivery',
    message: 'لو اشتريت الدراجة هذا الأسبوع وهي موجودة عندكم، متى أستلمها تقريبًا؟',
    macros: [50202],
    articles: [30291, 30201],
    why: 'the Arabic article first',
  },
  {
    id: 'out-greeting',
    message: 'Hi there, anyone around?',
    macros: null,
    articles: null,
    why: 'a greeting',
  },
  {
    id: 'out-thanks-bye',
    message: 'Super, that was it. Bye!',
    macros: null,
    articles: null,
    why: 'goodbye; suggestions would be noise',
  },
  {
    id: 'out-job',
    message: 'I am a trained baker looking for a part-time job. Do you have anything in the canteen?',
    macros: null,
    articles: null,
    why: 'not a customer matter',
  },
  {
    id: 'out-seo',
    message:
      'Dear webmaster, we can bring your page to the first place of every search engine within 14 days. Interested in a free audit?',
    macros: null,
    articles: null,
    why: 'spam',
  },
  {
    id: 'out-other-product',
    message: 'The washing machine I bought last year leaks and the drum squeaks. When can a technician come?',
    macros: null,
    articles: null,
    why: 'another company, although the words resemble a workshop booking',
  },
  {
    id: 'out-sponsor',
    message: 'Would you sponsor the shirts of our under-12 football team next season?',
    macros: null,
    articles: null,
    why: 'not support',
  },
  {
    id: 'out-school',
    message: 'For a school essay: who invented the bicycle, and in which year?',
    macros: null,
    articles: null,
    why: 'general knowledge',
  },
  {
    id: 'out-wait',
    message: 'One moment, the doorbell just rang, I will be right back.',
    macros: null,
    articles: null,
    why: 'nothing to answer, although a doorbell resembles 30204',
  },
] satisfies FernwayExpectation[];

/** Phrases from private notes and agents-only articles that no suggestion may contain. */
export const internalPhrases: readonly string[] = [
  'GW-LATE-7',
  'SWAP-BAT-2',
  'C630-2519',
  'C630-2521',
  'C630-2523',
  '€318',
  '€212',
  'BC-9',
  '#goodwill',
  'QUARRELSOME',
  '+31 30 555 0199',
  'CT-77120',
];
