import type { Wording } from './wording';

export const de: Wording = {
  empathy: {
    upset: {
      plain: [
        'Das ist ärgerlich, und es tut mir leid.',
        'Es tut mir leid, dass das gerade so viel Mühe macht.',
        'Entschuldigung für den Ärger, das hätte besser laufen sollen.',
      ],
      formal: [
        'Wir bitten Sie, die Unannehmlichkeiten zu entschuldigen.',
        'Bitte entschuldigen Sie den entstandenen Ärger.',
      ],
    },
    letDown: {
      plain: [
        'Es tut mir leid, dass das so enttäuschend war.',
        'Die Enttäuschung kann ich verstehen, das tut mir leid.',
        'Schade, dass es anders gekommen ist als erhofft.',
      ],
      formal: [
        'Wir bedauern sehr, dass wir Ihre Erwartungen enttäuscht haben.',
        'Wir können Ihre Enttäuschung gut verstehen.',
      ],
    },
    worried: {
      plain: [
        'Die Sorge kann ich gut verstehen, das klären wir.',
        'Gut, dass die Frage kommt: Das sehen wir uns zusammen an.',
        'Das würde mich auch beschäftigen, also der Reihe nach.',
      ],
      formal: ['Wir verstehen Ihre Sorge und klären die Sache gerne.', 'Vielen Dank, dass Sie uns darauf ansprechen.'],
    },
    confused: {
      plain: [
        'Das ist leicht zu verwechseln, deshalb hier der Reihe nach.',
        'Verständliche Frage, ich erkläre es gerne.',
        'Das ist etwas unübersichtlich, hier die Erklärung.',
      ],
      formal: [
        'Gerne erläutern wir Ihnen diesen Punkt.',
        'Wir verstehen, dass dies unklar sein kann, und erklären es gerne.',
      ],
    },
  },
  facts: {
    order: 'die Bestellnummer',
    booking: 'die Buchungsnummer',
    invoice: 'die Rechnungsnummer',
    tracking: 'die Sendungsnummer',
    serial: 'die Seriennummer',
    account: 'die Kundennummer',
  },
  ask: {
    plain: [
      'Dafür brauche ich noch eine Angabe: Wie lautet %?',
      'Um das zu prüfen, fehlt mir noch %. Wie lautet sie?',
      'Wie lautet %? Dann kann ich nachsehen.',
    ],
    formal: ['Bitte teilen Sie uns noch % mit.', 'Um den Vorgang zu prüfen, benötigen wir noch %.'],
  },
  onceKnown: {
    plain: ['Damit kann ich gleich weitermachen.', 'Sobald sie da ist, sehe ich nach.', 'Dann geht es direkt weiter.'],
    formal: ['Im Anschluss prüfen wir den Vorgang gerne.', 'Damit können wir den Vorgang weiter bearbeiten.'],
  },
  ifNot: {
    plain: [
      'Falls noch etwas offen bleibt, einfach hier antworten.',
      'Wenn etwas unklar ist, gerne kurz melden.',
      'Wenn es irgendwo hakt, reicht eine kurze Antwort.',
    ],
    formal: [
      'Sollten Fragen offen bleiben, antworten Sie bitte auf diese Nachricht.',
      'Bei weiteren Fragen schreiben Sie uns gerne.',
    ],
  },
  opening: {
    plain: ['Danke für die Nachricht.', 'Danke, dass das bei uns gelandet ist.', 'Schön, dass die Frage zu uns kommt.'],
    formal: ['Vielen Dank für Ihre Nachricht.', 'Vielen Dank für Ihre Anfrage.'],
  },
  offer: {
    plain: ['Ich helfe gerne weiter.', 'Für alles Weitere bin ich gerne da.', 'Wir sind gerne weiter da.'],
    formal: ['Für weitere Fragen stehen wir Ihnen gerne zur Verfügung.', 'Gerne sind wir weiterhin für Sie da.'],
  },
  closing: {
    plain: [
      'Schön, dass es geklärt ist. Einen guten Tag noch!',
      'Freut mich, dass es jetzt läuft. Alles Gute!',
      'Danke für die Rückmeldung, das freut uns!',
    ],
    formal: [
      'Wir freuen uns, dass die Sache geklärt ist. Vielen Dank für Ihre Rückmeldung.',
      'Vielen Dank für Ihre Bestätigung. Wir haben gerne geholfen.',
    ],
  },
  rating: {
    plain: [
      'Eine kleine Bitte noch: Wie war die Hilfe? Eine kurze Bewertung hilft uns sehr.',
      'Über eine kurze Bewertung dieses Gesprächs freuen wir uns.',
      'Wie hat es dieses Mal mit uns geklappt? Wir hören es gerne.',
    ],
    formal: [
      'Über eine kurze Bewertung unseres Services würden wir uns freuen.',
      'Ihre Einschätzung unseres Services ist uns wichtig.',
    ],
  },
  followUpAsked: {
    plain: [
      'Ich wollte kurz nachhaken, denn bei uns ist das noch offen. Unsere Frage war: „%“',
      'Eine kurze Erinnerung, damit es bald geklärt ist. Wir hatten gefragt: „%“',
      'Gerne mache ich hier weiter. Die Frage war: „%“',
    ],
    formal: [
      'Wir möchten an unsere Frage erinnern: „%“',
      'Um den Vorgang abzuschließen, bitten wir um Antwort auf unsere Frage: „%“',
    ],
  },
  followUp: {
    plain: [
      'Ich wollte kurz nachfragen: Hat die letzte Nachricht geholfen?',
      'Wie ist es nach unserer letzten Nachricht gelaufen?',
      'Ist damit alles geklärt, oder ist noch etwas offen?',
    ],
    formal: [
      'Wir möchten uns erkundigen, ob unsere letzte Nachricht die Sache geklärt hat.',
      'Gerne möchten wir wissen, ob Ihnen unsere Antwort geholfen hat.',
    ],
  },
  update: {
    plain: [
      'Ein kurzer Stand: Wir hatten geschrieben: „%“ Das ist noch in Arbeit.',
      'Damit klar ist, wo wir stehen: Bei uns ist das noch offen. Wir hatten geschrieben: „%“',
      'Hier der Zwischenstand. Wir hatten geschrieben: „%“ Wir sind noch dran.',
    ],
    formal: [
      'Wir möchten Sie über den aktuellen Stand informieren. Wir hatten geschrieben: „%“ Der Vorgang ist noch in Bearbeitung.',
      'Folgendes ist bei uns noch in Bearbeitung: „%“',
    ],
  },
  updateEnd: {
    plain: ['Danke für die Geduld.', 'Sobald es Neues gibt, melde ich mich.', 'Danke fürs Warten.'],
    formal: ['Vielen Dank für Ihre Geduld.', 'Sobald es Neuigkeiten gibt, informieren wir Sie.'],
  },
  notice: 'Diese Antwort wurde mit Unterstützung von KI entworfen.',
  summary: {
    heading: 'Zusammenfassung in Zitaten',
    problem: 'Kunde',
    answer: 'Antwort',
    outcome: 'Ausgang',
    turn: 'Beitrag %',
  },
};
