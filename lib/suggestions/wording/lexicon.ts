/** Exchanges of phrases that say the same in another tone: what is looked for, and what stands there instead. */
type Exchange = [RegExp, string];

/** How one language is made shorter, longer, warmer and more formal. `courtesy`: sentences that a short reply does without. */
export type Lexicon = {
  courtesy: RegExp;
  shorter: Exchange[];
  longer: Exchange[];
  warmer: Exchange[];
  formal: Exchange[];
};

const expand: Exchange[] = [
  [/\b(we|you|they|I)['’]ll\b/gi, '$1 will'],
  [/\b(we|you|they)['’]re\b/gi, '$1 are'],
  [/\b(we|you|they|I)['’]ve\b/gi, '$1 have'],
  [/\bI['’]m\b/g, 'I am'],
  [/\b(it|that|there)['’]s (?=(?:a|an|the|not|in|on|under|possible|best|free|available)\b)/gi, '$1 is '],
  [/\bcan['’]t\b/g, 'cannot'],
  [/\bwon['’]t\b/g, 'will not'],
  [/\b(do|does|did|is|are|was|were|has|have|had|could|would|should)n['’]t\b/gi, '$1 not'],
];

const en: Lexicon = {
  courtesy:
    /\b(?:do not|don['’]t) hesitate\b|\bfeel free to\b|^thank(?:s| you)\b|\bthank you for (?:contacting|reaching|your (?:message|patience|understanding))|\b(?:happy|glad) to help\b|\bhope (?:this|that) helps\b|\bappreciate your\b|\bhave a (?:great|nice|good|lovely) day\b|\blet (?:us|me) know if you (?:have|need) (?:any|more|anything)\b|^(?:we are |i am |we['’]re |i['’]m )?(?:so |very |really )?sorry (?:for|about|to hear)\b/i,
  shorter: [
    [/\bin order to\b/gi, 'to'],
    [/\bdue to the fact that\b/gi, 'because'],
    [/\bin the event that\b/gi, 'if'],
    [/\bat this point in time\b/gi, 'now'],
    [/\bprior to\b/gi, 'before'],
    [/\bplease note that /gi, ''],
    [/\bkindly /gi, ''],
    [/\bwith regards? to\b/gi, 'about'],
    [/\byou are able to\b/gi, 'you can'],
    [/\byou will be able to\b/gi, 'you can'],
    [/\byou will need to\b/gi, 'you need to'],
    [/\bmake sure that\b/gi, 'make sure'],
    [/\bas well as\b/gi, 'and'],
    [/\ball of the\b/gi, 'all the'],
  ],
  longer: expand,
  warmer: [
    [/\b(we|you|they) will\b/gi, "$1'll"],
    [/\bI will\b/g, "I'll"],
    [/\bcannot\b/g, "can't"],
    [/\b(do|does|did|is|are|was|were|has|have|had|could|would|should) not\b/gi, "$1n't"],
    [/\bwe regret\b/gi, "we're sorry"],
    [/\bwe apologi[sz]e for\b/gi, "we're sorry for"],
    [/\bassist you\b/gi, 'help you'],
    [/\bregarding\b/gi, 'about'],
    [/\bHowever, /g, 'That said, '],
    [/\bThank you\b/g, 'Thanks'],
  ],
  formal: [
    ...expand,
    [/\bthanks for\b/g, 'thank you for'],
    [/\bThanks for\b/g, 'Thank you for'],
    [/\bI am sorry (?:for|about)\b/g, 'I apologise for'],
    [/\b(we are) sorry (?:for|about)\b/gi, 'we apologise for'],
    [/\bhelp you with\b/gi, 'assist you with'],
    [/\b(?:ok|okay)\b/gi, 'fine'],
    [/\bget in touch with us\b/gi, 'contact us'],
    [/\bASAP\b/gi, 'as soon as possible'],
  ],
};

const de: Lexicon = {
  courtesy:
    /\bzögern Sie nicht\b|^(?:vielen |herzlichen |besten )?dank\b|^danke\b|\b(?:helfen|hilft) (?:wir |ich )?(?:gerne|gern) weiter\b|\bstehen? (?:wir )?(?:Ihnen |dir )?(?:gerne |jederzeit )*zur Verfügung\b|\bschönen Tag\b|^(?:es tut (?:uns|mir)(?: sehr)? leid|entschuldigung)(?!.*\b(?:dass|weil|aber)\b)/i,
  shorter: [
    [/\bzum jetzigen Zeitpunkt\b/gi, 'jetzt'],
    [/\baufgrund der Tatsache, dass\b/gi, 'weil'],
    [/\bfür den Fall, dass\b/gi, 'falls'],
    [/\bsowie auch\b/gi, 'sowie'],
    [/\bzu jeder Zeit\b/gi, 'jederzeit'],
  ],
  longer: [
    [/\bz\. ?B\./g, 'zum Beispiel'],
    [/\bbzw\./g, 'beziehungsweise'],
    [/\bggf\./g, 'gegebenenfalls'],
  ],
  warmer: [
    [/\bwir bedauern\b/gi, 'es tut uns leid'],
    [/\bdiesbezüglich\b/gi, 'dazu'],
    [/\bumgehend\b/gi, 'gleich'],
    [/\bjedoch\b/gi, 'aber'],
  ],
  formal: [
    [/^Danke für\b/g, 'Vielen Dank für'],
    [/\bok(?:ay)?\b/gi, 'in Ordnung'],
    [/\bz\. ?B\./g, 'zum Beispiel'],
    [/\bbzw\./g, 'beziehungsweise'],
    [/\bgeht klar\b/gi, 'ist möglich'],
  ],
};

const es: Lexicon = {
  courtesy:
    /(?<!\p{L})no dud(?:e|es) en\b|^(?:muchas )?gracias(?!\p{L})|\bquedamos a (?:tu|su) disposición\b|\b(?:buen|feliz) día\b|^(?:sentimos|siento|lamentamos|lamento)(?: mucho)? (?:las molestias|los inconvenientes)/iu,
  shorter: [
    [/\ben el caso de que\b/gi, 'si'],
    [/\bdebido al hecho de que\b/gi, 'porque'],
    [/\ben este momento\b/gi, 'ahora'],
    [/\bcon el fin de\b/gi, 'para'],
    [/\ba la mayor brevedad posible\b/gi, 'cuanto antes'],
  ],
  longer: [[/\bp\. ?ej\./gi, 'por ejemplo']],
  warmer: [
    [/\bcon respecto a\b/gi, 'sobre'],
    [/\ba la mayor brevedad posible\b/gi, 'cuanto antes'],
    [/\bno obstante\b/gi, 'de todas formas'],
    [/\brequiere\b/gi, 'necesita'],
  ],
  formal: [
    [/^Hola\b/g, 'Buenos días'],
    [/^Gracias por\b/g, 'Le agradecemos'],
    [/\bvale\b/gi, 'de acuerdo'],
    [/\bp\. ?ej\./gi, 'por ejemplo'],
    [/\bcuanto antes\b/gi, 'a la mayor brevedad posible'],
  ],
};

const fr: Lexicon = {
  courtesy:
    /\bn['’]hésitez pas\b|^(?:merci|nous vous remercions)(?!\p{L})|\brestons à votre disposition\b|\bbonne journée\b|^(?:nous sommes|je suis) (?:vraiment )?désolée?s? (?:pour|de) /iu,
  shorter: [
    [/\bafin de\b/gi, 'pour'],
    [/\bdans le cas où\b/gi, 'si'],
    [/\bà l['’]heure actuelle\b/gi, 'actuellement'],
    [/\bveuillez noter que /gi, ''],
    [/\bdans les meilleurs délais\b/gi, 'rapidement'],
  ],
  longer: [[/\bp\. ?ex\./gi, 'par exemple']],
  warmer: [
    [/\bcependant\b/gi, 'mais'],
    [/\bdans les meilleurs délais\b/gi, 'très vite'],
    [/\bnous vous remercions de\b/gi, 'merci de'],
    [/\bconcernant\b/gi, 'pour'],
  ],
  formal: [
    [/^Salut\b/g, 'Bonjour'],
    [/^Merci pour\b/g, 'Nous vous remercions pour'],
    [/\bd['’]accord\b/gi, 'entendu'],
    [/\bp\. ?ex\./gi, 'par exemple'],
    [/\bvite\b/gi, 'rapidement'],
  ],
};

const pt: Lexicon = {
  courtesy:
    /(?<!\p{L})não hesite(?!\p{L})|^(?:muito )?obrigad[oa](?!\p{L})|^agradecemos (?:o seu contacto|a sua mensagem|o contato)|\bficamos ao dispor\b|\b(?:bom|ótimo) dia\b|^(?:lamentamos|lamento|pedimos desculpas?)(?: pel[oa]s?)? (?:o |os )?(?:transtornos?|incómodos?|inconvenientes?)/iu,
  shorter: [
    [/\bcom o objetivo de\b/gi, 'para'],
    [/\bdevido ao facto de que?\b/gi, 'porque'],
    [/\bno caso de que\b/gi, 'se'],
    [/\bneste momento\b/gi, 'agora'],
    [/\bcom a maior brevidade possível\b/giu, 'em breve'],
  ],
  longer: [[/\bp\. ?ex\./gi, 'por exemplo']],
  warmer: [
    [/\bno entanto\b/gi, 'mas'],
    [/\brelativamente a\b/gi, 'sobre'],
    [/\bcom a maior brevidade possível\b/giu, 'em breve'],
  ],
  formal: [
    [/^Ol[aá](?!\p{L})/gu, 'Bom dia'],
    [/^Obrigado por\b/g, 'Agradecemos por'],
    [/\bp\. ?ex\./gi, 'por exemplo'],
    [/\bok\b/gi, 'de acordo'],
  ],
};

const ar: Lexicon = {
  courtesy:
    /لا تتردد|^(?:شكرا|شكراً|نشكركم?)(?!\p{L})|في خدمتكم?|يوما?ً? سعيدا?ً?|^(?:نأسف|نعتذر) (?:على|عن) (?:هذا )?(?:الإزعاج|الازعاج)/u,
  shorter: [
    [/في الوقت الحالي/g, 'الآن'],
    [/من أجل أن/g, 'كي'],
    [/في حال أن/g, 'إذا'],
    [/يرجى العلم أن/g, 'علماً أن'],
  ],
  longer: [[/الآن/g, 'في الوقت الحالي']],
  warmer: [
    [/نأسف لإبلاغكم/g, 'يؤسفنا أن نخبركم'],
    [/بخصوص/g, 'عن'],
  ],
  formal: [
    [/^(?:مرحبا|مرحباً|أهلا|أهلاً)(?!\p{L})/gu, 'تحية طيبة'],
    [/^شكرا?ً? على/gu, 'نشكركم على'],
    [/من فضلك/g, 'نرجو'],
  ],
};

const lexicons: Record<string, Lexicon> = { ar, de, en, es, fr, pt };

/** How texts of a language (ISO 639-1) change their tone; undefined where we do not know. */
export function lexiconOf(language: string): Lexicon | undefined {
  return Object.hasOwn(lexicons, language) ? lexicons[language] : undefined;
}
