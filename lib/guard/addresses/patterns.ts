/** A capitalised word or a number in the name of a street or town, with what may join them. */
const word = "(?:\\p{Lu}\\p{L}{0,3}\\.|\\p{Lu}[\\p{L}\\p{M}'’-]*|\\d{1,3}(?:st|nd|rd|th|º|(?= de )))";
const joint =
  "(?:de|da|do|das|dos|del|della|di|du|des|d['’]|la|las|le|les|l['’]|los|el|of|the|und|y|e|van|von|den|der|am|an|im|sur|sous|et|en)";
const name = `${word}(?:[ -](?:${joint} ?)*${word}){0,4}`;
const townWord = "(?:St\\.|\\p{Lu}[\\p{L}\\p{M}'’-]*)";
const town = `${townWord}(?:[ -](?:${joint} ?)*${townWord}){0,3}`;
/** Parts of an address stand behind a comma, a full stop of an abbreviation, or in the next line. */
const comma = '[ \\t]*(?:,|،|;)?[ \\t]*\\n?[ \\t]*';
const houseNumber = '\\d{1,4}(?:[ ]?(?:bis|ter|[a-zA-Z]))?(?:[-/]\\d{1,4})?(?![\\p{L}\\p{N}])';

const britishPostcode = '(?:GIR 0AA|[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2})';
const englishStreet =
  '(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Court|Ct|Crescent|Grove|Way|Boulevard|Blvd|Parkway|Pkwy|Place|Pl|Square|Sq|Terrace|Hill|Gardens|Row|Walk|Mews|Highway|Hwy|Trail|Circle|Broadway|Gate|Park|Green|Rise|View|Wharf|Quay)';
const flat = '(?:(?:Flat|Apt|Apartment|Unit|Suite|Ste|Room|Floor)\\.? ?[\\dA-Z]{1,5}|#\\d{1,5})';
const englishTown = `${comma}${town}(?:${comma}(?:${britishPostcode}|[A-Z]{2} \\d{5}(?:-\\d{4})?))|${comma}${britishPostcode}|,[ ]${town}`;

const frenchStreet =
  '(?:rue|avenue|av\\.|boulevard|bd|place|chemin|allée|allee|impasse|quai|route|cours|square|passage|sentier|ruelle|faubourg|résidence)';
const floor = `(?:${comma}(?:(?:ap(?:to)?|piso|sala|bloco|portal)\\.? ?\\d+|\\d{1,2}\\.?[ºª°]?(?: ?(?:[Ee]sq|[Dd]to|[Dd]ta|[Ii]zq|[Dd]cha|[Ff]rente|andar|\\d{1,2}[ºª°]|[A-Z]))?\\.?)(?![\\p{L}\\p{N}]))`;
const spanishStreet =
  '(?:Calle|calle|C/|Avenida|avenida|Avda\\.?|Av\\.|Paseo|paseo|Pº|Plaza|plaza|Pza\\.?|Camino|Carrera|Ronda|Travesía|Pasaje|Calzada|Gran Vía|Rambla|Carretera|Glorieta)';
const portugueseStreet =
  '(?:Rua|rua|R\\.|Avenida|avenida|Av\\.|Travessa|travessa|Praça|praça|Largo|Alameda|alameda|Estrada|Rodovia|Beco|Calçada|Quinta|Urbanização)';
const germanStreet =
  '(?:\\p{Lu}[\\p{L}\\p{M}-]*(?:stra(?:ß|ss)e|str\\.|weg|allee|platz|gasse|ring|damm|ufer|chaussee|steig|markt|graben|pfad|kamp|stieg)|(?:\\p{Lu}[\\p{L}\\p{M}-]*[ -]){1,2}(?:Stra(?:ß|ss)e|Str\\.|Weg|Allee|Platz|Gasse|Ring|Damm|Ufer)|(?:Am|An der|An den|Im|In der|In den|Auf der|Auf dem|Zum|Zur|Unter den|Beim|Hinter der)(?: \\p{Lu}[\\p{L}\\p{M}-]*){1,3})';

/** Addresses in the ways of the six languages' countries; each pattern needs its house number or its postcode. */
export const addressPatterns: readonly string[] = [
  `(?:${flat}${comma}(?:${name}${comma})?)?\\d{1,5}[a-zA-Z]? ${name} ${englishStreet}\\b\\.?(?:${comma}${flat})?(?:${englishTown})?`,
  `(?:P\\.? ?O\\.? Box|Postfach|Apartado(?: de Correos)?|BP|Caixa Postal) \\d{1,6}(?:${comma}\\d{4,5}(?:-\\d{3})? ${town})?`,
  `(?<![\\p{L}\\p{N}])${britishPostcode}`,
  `${germanStreet} ${houseNumber}(?:${comma}(?:[DA]-)?\\d{4,5} ${town})?`,
  `(?:Résidence ${name}${comma})?(?:\\d{1,4}(?: ?(?:bis|ter|quater|[A-D]))?,? )?${frenchStreet} (?:${joint} ?)*${name}(?:${comma}(?:F-)?\\d{5} ${town}(?: Cedex)?)`,
  `\\d{1,4}(?: ?(?:bis|ter|quater|[A-D]))?,? ${frenchStreet} (?:${joint} ?)*${name}`,
  `(?:${spanishStreet})[ ]?(?:${joint} ?)*${name}(?:${comma}(?:n[.º°]*|núm\\.?|#|No\\.?)? ?${houseNumber})(?:${floor}){0,3}(?:${comma}(?:CP )?\\d{5} ${town})?`,
  `${portugueseStreet} (?:${joint} ?)*${name}(?:${comma}(?:n[.º°]*|nº)? ?${houseNumber})(?:${floor}){0,3}(?:${comma}(?:CEP )?(?:\\d{4}-\\d{3}|\\d{5}-\\d{3}) ${town})?`,
];

/** A postcode with its town, without a street; a number that is called an order is none. */
export const townPatterns: readonly string[] = [
  `(?<![\\p{L}\\p{N}.,/-])\\d{4}-\\d{3} ${town}`,
  `(?<![\\p{L}\\p{N}.,/-])\\d{5} (?!(?:${joint}) )\\p{Lu}\\p{Ll}[\\p{L}\\p{M}'’-]+(?:[ -](?:${joint} )?\\p{Lu}\\p{Ll}[\\p{L}\\p{M}'’-]+){0,2}`,
  `(?<![\\p{L}\\p{N}])${town}, [A-Z]{2} \\d{5}(?:-\\d{4})?(?!\\d)`,
];
