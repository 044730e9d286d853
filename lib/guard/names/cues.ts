/** Words before a name, by what they say. Sources of patterns in which case counts unless noted. */

/** Titles: what follows is a name whatever it is. */
export const titles =
  '(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Madam|Uncle|Aunt|Auntie|Herrn?|Hr|Frau|Fr|Fräulein|Familie|Monsieur|Madame|Mademoiselle|Mme|Mlle|Maître|Me|Señor|Señora|Señorita|señor|señora|señorita|Sr|Sra|Srta|sr|sra|Don|Doña|don|doña|D|Dña|Dra|Senhor|Senhora|senhor|senhora|Dona|dona|Sr\\.ª|Eng|Familia|Família|monsieur|madame)';

/** What somebody says before their own or another's name; any capitalised word may follow. */
export const introductions =
  "(?:my (?:full )?name is|my name['’]s|name is|name[:=]|full name[:=]?|signed,?|signed by|on behalf of|account holder|account name|cardholder|name on (?:the )?(?:account|card)[:=]?|attn:?|attention:|f\\.?a\\.?o\\.?|from:|to:|cc:|ask for|spoke (?:with|to)|speak (?:with|to)|talked (?:with|to)|deliver to|contact is|mein name ist|ich hei(?:ß|ss)e|kontoinhaber(?:in)?:?|absender:|name:|ansprechpartner(?:in)?(?: ist)?(?: ab sofort)?|i\\. ?a\\.|i\\. ?v\\.|rückruf(?: bitte)? an|je m['’]appelle|mon nom est|titulaire(?: du compte)?:?|bénéficiaire|rappeler|interlocut(?:eur|rice) est(?: désormais)?|nom:|me llamo|mi nombre es|titular:?|beneficiari[ao]|nombre:|su contacto es(?: ahora)?|devuelvan la llamada a|llamar a|chamo[- ]me|me chamo|(?:o )?meu nome é|nome:|beneficiári[ao]|contacto passa a ser|devolvam a chamada a|ligar a)";

/** What may come before a name and before much else: a name of the list, or two words that are none of the language's, must follow. */
export const weakIntroductions =
  "(?:i['’]?m|i am|this is|it['’]?s|its|here is|ich bin|hier ist(?: nochmal)?|hier spricht|ich bin es|je suis|c['’]est(?: encore)?|moi c['’]est|ici|soy(?: otra vez)?|aquí|yo soy|sou [oa]|sou|aqui é [oa]?|é outra vez [oa]|eu sou [oa]|fala [oa])";

/** People beside whom a name may stand; what follows must be no ordinary word. */
export const people =
  '(?:agent|agents|adviser|advisor|colleague|representative|customer|client|cliente?|clienta|kunde|kundin|mother|father|mum|mom|dad|son|daughter|wife|husband|partner|brother|sister|boss|manager|neighbou?r|friend|assistant|employee|technician|driver|mutter|vater|sohn|tochter|mann|bruder|schwester|nachbarn?|mitarbeiter(?:in)?|kolleg(?:e|in|en)|chef(?:in)?|mère|père|fils|fille|mari|femme|frère|sœur|voisine?|conseill(?:er|ère)|collègue|madre|padre|hij[oa]|marido|mujer|esposa|herman[oa]|vecin[oa]|agente|compañer[oa]|asesor[oa]?|mãe|pai|filh[oa]|mulher|irmão|irmã|vizinh[oa]|assistente|colega|atendente)';

/** Small words before a name that stands for a person: somebody gets, sends or says something. */
export const handing =
  '(?:to|for|from|by|with|and|thanks|thank you|why|an|von|bei|für|mit|und|danke|à|de|par|pour|avec|et|merci|a|para|con|por|y|gracias|com|e|obrigad[oa])';

/** First words of a greeting line. */
export const greetings =
  '(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening|day)|greetings|hallo|hi|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|moin|servus|grüß gott|bonjour|bonsoir|salut|chère?|coucou|hola|buen(?:os|as) (?:días|tardes|noches)|buenas|estimad[oa]|querid[oa]|olá|ola|oi|bom dia|boa (?:tarde|noite)|car[oa]|prezad[oa]|thanks|thank you|danke|merci|gracias|obrigad[oa])';

/** A line that closes a message; the name follows in the same or the next line. */
export const closings =
  "(?:(?:kind|best|warm|many|with|kindest|warmest)? ?(?:regards|wishes|thanks)|regards|best|all the best|cheers|thanks(?: again| so much| a lot| in advance)?|thank you(?: so much| very much| in advance)?|thx|yours(?: sincerely| faithfully| truly)?|sincerely(?: yours)?|take care|br|(?:mit )?(?:freundlichen?|besten?|herzlichen?|vielen?|lieben?|schönen?) (?:grüßen?|grüssen?|dank)|viele grüße|grüße|gruß|gruss|mfg|lg|vg|bg|danke(?: schön| im voraus)?|(?:bien )?cordialement|(?:bien )?à vous|sincères salutations|salutations(?: distinguées)?|amicalement|merci(?: d['’]avance| beaucoup)?|bonne journée|(?:un |reciba un )?(?:cordial |afectuoso )?saludos?(?: cordial(?:es)?)?|atentamente|gracias(?: de antemano)?|un abrazo|(?:com os )?(?:melhores |os )?cumprimentos|atenciosamente|com os melhores cumprimentos|obrigad[oa](?: desde já)?|abraços?|abs|att|grat[oa])";

/** Words that are never part of a name, whatever stands before. */
export const neverNames = new Set(
  'sirs test french danish english german friend sales secure hasta team support service sir madam all everyone everybody there customer customers care help desk helpdesk friends folks guys colleagues ladies gentlemen damen herren kundenservice kundendienst zusammen équipe equipe madame monsieur messieurs mesdames service client equipo señores senores atencion cliente pessoal equipa senhores the a an my your our we i it this that these those please re fwd monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar marz juni juli oktober dezember black iphone ipad android windows mac firefox chrome paypal visa mastercard amazon google apple samsung galaxy ups dhl fedex hermes gls dpd bitte danke merci gracias obrigado vielen sent von from to subject betreff order ihnen sie ihr ihre mein meine unser unsere hi hello hallo hey dear salut bonjour bonsoir coucou cher chere hola estimado estimada querido querida ola oi caro cara prezado prezada bom boa guten gute moin servus best beste besten bester regards wishes cheers thanks thank yours sincerely kind warm grusse gruß gruss grußen viele vielen liebe lieber lieben herzliche mfg lg vg cordialement salutations amicalement atentamente saludos saludo cumprimentos atenciosamente abracos dr prof mr mrs ms ich wir der die das den dem ein eine vous votre nous notre mon ma mes usted ustedes su nuestro mi voces vocês'.split(
    ' ',
  ),
);

/** Particles of family names, which may be capitalised. */
export const particles = new Set(
  'de la las los dela delos van der den von del della da das do dos di du zu zur le al el bin ibn ben af av ter ten mac mc'.split(
    ' ',
  ),
);

/** What follows or precedes the name of a company. */
const companyWords =
  '(?:Ltd|Limited|Inc|LLC|LLP|PLC|GmbH|AG|KG|UG|OHG|SE|Corp|Co|Company|Group|Gruppe|SARL|SAS|SA|SL|Lda|Ltda|BV|NV|Bank|Software|Traders|Trading|Dental|Consulting|Solutions|Systems|Services|Studios?|Media|Shop|Store|Hotel|Labs?|Partners|Foods|Motors|Airlines|Insurance|Energy|Brauerei|Bäckerei|Autohaus|Boulangerie|Pharmacie|Librairie|Librería|Panadería|Padaria|Restaurant[e]?|Café|Firma|Empresa|Grupo|Loja|Tienda|Société|Verein|University|Universität|School|Hospital|Klinik)';
export const companyInside = new RegExp(`(?<![\\p{L}])${companyWords}(?![\\p{L}])`, 'u');
export const companyAfter = new RegExp(`^[ ]*(?:&|${companyWords}(?![\\p{L}]))`, 'u');
export const companyBefore =
  /(?:(?:company|firm|firma|brauerei|bäckerei|autohaus|hotel|empresa|boulangerie|société|entreprise|restaurante?|café|pharmacie|librairie|grupo|loja|tienda)[ ]+|#|@)$/iu;
