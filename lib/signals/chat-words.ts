/** Words that stand alone in chats and are too short for n-grams, by ISO 639-1 code; the last four are languages to be told apart from ours. */
const words: Record<string, string> = {
  en: `hi hello hey thanks thank thx ok okay yes no please pls the my is not where what how when why it still any news
    order refund cant cannot doesnt wont dont broken help great perfect lol with and for you this login password invoice
    signal error screen battery never again sorry good bad wrong missing late`,
  de: 'hallo danke bitte ja nein und nicht ich wo wann guten tag rechnung bestellung kaputt moin servus',
  es: 'hola gracias por favor sí si dónde donde cuándo mi pedido buenas buenos factura roto vale listo',
  fr: "bonjour merci salut oui non svp où quand ma mon commande facture cassé bonsoir je d'accord",
  pt: 'olá ola obrigado obrigada sim não nao onde quando meu minha pedido bom boa fatura',
  ar: 'مرحبا السلام شكرا شكراً نعم لا تمام طيب ايوه أيوه يعطيك العافية',
  it: 'ciao grazie prego buongiorno buonasera dove quando mio ordine fattura sono',
  nl: 'hoi dank bedankt alstublieft graag waar mijn bestelling factuur nee niet',
  tr: 'merhaba teşekkürler evet hayır nerede siparişim lütfen tamam',
  pl: 'cześć dziękuję proszę tak nie gdzie moje zamówienie dzień dobry',
};

/** Languages in which a lower-case word is common in chats. */
export const chatWordLanguages: ReadonlyMap<string, readonly string[]> = Object.entries(words).reduce(
  (languages, [code, list]) => {
    for (const word of list.split(/\s+/)) languages.set(word, [...(languages.get(word) ?? []), code]);
    return languages;
  },
  new Map<string, string[]>(),
);
