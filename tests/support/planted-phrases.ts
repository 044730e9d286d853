import type { PersonalDataKind } from '../../lib/core/privacy';
import { familyNames, firstNames, streets, towns } from './planted-names';
import { cpfOf, dniOf, ibanOf, inFours, nirOf, type Random, steuerIdOf, withLuhn } from './planted-values';

export const plantLanguages = ['en', 'ar', 'es', 'fr', 'de', 'pt'] as const;
export type PlantLanguage = (typeof plantLanguages)[number];

/** What people write around each kind; `#` is the value. */
export const phrases: Record<PlantLanguage, Record<PersonalDataKind, string[]>> = {
  en: {
    email: ['Write to # please.', 'My address is #, not the old one.', 'cc: #'],
    phone: ['Call me on # after five.', 'Phone: #', 'You can text #.'],
    credit_card: ['The card is #.', 'It was charged to # on Monday.'],
    iban: ['Refund it to # please.', 'IBAN #'],
    bank_account: ['Sort code and account: #.'],
    national_id: ['My SSN is #.', 'Social security number #'],
    tax_id: ['Our EIN is #.', 'Tax ID: #'],
    ip: ['Somebody signed in from #.', 'Our office has the address #.'],
    device_id: ['The IMEI is #.', 'IMEI: #'],
    date_of_birth: ['I was born on #.', 'DOB: #'],
    link: ['I clicked # and nothing happened.', 'The link # has expired.'],
    secret: ['My password is # and it fails.', 'the PIN code on file: password #'],
    address: ['Please send it to #.', 'We live at #, second door.'],
    name: ['Kind regards,\n#', 'My name is #.', 'Thanks\n#', 'Please ask for Mr #.'],
  },
  ar: {
    email: ['راسلوني على # من فضلكم.', 'بريدي هو #'],
    phone: ['اتصلوا بي على #.', 'رقم جوالي #'],
    credit_card: ['البطاقة هي #.', 'خصم من بطاقتي #'],
    iban: ['أعيدوا المبلغ إلى #.', 'الآيبان #'],
    bank_account: ['الحساب البنكي: #.'],
    national_id: ['رقم الهوية #.', 'رقم هويتي #'],
    tax_id: ['الرقم الضريبي #.', 'رقمنا الضريبي هو #'],
    ip: ['دخل شخص من #.', 'عنوان المكتب #'],
    device_id: ['رقم الجهاز IMEI #.', 'IMEI: #'],
    date_of_birth: ['تاريخ الميلاد #.', 'ولدت في #'],
    link: ['ضغطت على # ولم يحدث شيء.', 'الرابط # انتهى.'],
    secret: ['كلمة المرور هي # ولا تعمل.', 'كلمة السر: #'],
    address: ['أرسلوه إلى #.', 'العنوان: #'],
    name: ['مع التحية\n#', 'اسمي #.', 'تحياتي،\n#', 'السيد # ينتظر.'],
  },
  es: {
    email: ['Escríbanme a # por favor.', 'Mi correo es #'],
    phone: ['Llámenme al # por la tarde.', 'Teléfono: #'],
    credit_card: ['La tarjeta es #.', 'Cobraron en la # el lunes.'],
    iban: ['Devuélvanlo a #.', 'IBAN #'],
    bank_account: ['BIC: #.'],
    national_id: ['Mi DNI es #.', 'DNI: #'],
    tax_id: ['Nuestro CIF es #.', 'CIF: #'],
    ip: ['Entraron desde #.', 'La oficina tiene la #.'],
    device_id: ['El IMEI es #.', 'IMEI: #'],
    date_of_birth: ['Nací el #.', 'Fecha de nacimiento: #'],
    link: ['Pulsé # y no pasó nada.', 'El enlace # caducó.'],
    secret: ['La contraseña es # y falla.', 'Contraseña: #'],
    address: ['Envíenlo a #.', 'Vivo en #.'],
    name: ['Un saludo,\n#', 'Me llamo #.', 'Gracias\n#', 'Pregunten por el señor #.'],
  },
  fr: {
    email: ['Écrivez à # svp.', 'Mon adresse : #'],
    phone: ['Appelez-moi au # ce soir.', 'Téléphone : #'],
    credit_card: ['La carte est #.', 'Débité sur la # lundi.'],
    iban: ['Remboursez sur #.', 'IBAN #'],
    bank_account: ['BIC : #.'],
    national_id: ['Mon numéro de sécu est #.', 'NIR #'],
    tax_id: ['Notre TVA est #.', 'TVA : #'],
    ip: ['Connexion depuis #.', 'Le bureau a la #.'],
    device_id: ['IMEI #.', 'IMEI : #'],
    date_of_birth: ['Né le #.', 'Date de naissance : #'],
    link: ['J’ai cliqué sur # sans effet.', 'Le lien # a expiré.'],
    secret: ['Le mot de passe est # et échoue.', 'Mot de passe : #'],
    address: ['Envoyez-le au #.', 'J’habite #.'],
    name: ['Cordialement,\n#', 'Je m’appelle #.', 'Merci\n#', 'Demandez Madame #.'],
  },
  de: {
    email: ['Schreiben Sie an # bitte.', 'Meine Adresse ist #'],
    phone: ['Rufen Sie mich unter # an.', 'Telefon: #'],
    credit_card: ['Die Karte ist #.', 'Abgebucht von # am Montag.'],
    iban: ['Bitte auf # erstatten.', 'IBAN #'],
    bank_account: ['Kontonummer #.', 'Konto: #'],
    national_id: ['Meine Steuer-ID ist #.', 'Steuer-ID #'],
    tax_id: ['Unsere USt-IdNr. ist #.', 'USt-ID: #'],
    ip: ['Anmeldung von #.', 'Das Büro hat die #.'],
    device_id: ['Die IMEI ist #.', 'IMEI: #'],
    date_of_birth: ['Ich bin geboren am #.', 'Geburtsdatum: #'],
    link: ['Ich klickte # und nichts geschah.', 'Der Link # ist abgelaufen.'],
    secret: ['Das Passwort ist # und geht nicht.', 'Passwort: #'],
    address: ['Bitte an # senden.', 'Ich wohne in der #.'],
    name: ['Mit freundlichen Grüßen\n#', 'Mein Name ist #.', 'Danke\n#', 'Fragen Sie nach Frau #.'],
  },
  pt: {
    email: ['Escrevam para # por favor.', 'O meu e-mail é #'],
    phone: ['Liguem para o # à tarde.', 'Telefone: #'],
    credit_card: ['O cartão é #.', 'Cobrado no # segunda.'],
    iban: ['Devolvam para #.', 'IBAN #'],
    bank_account: ['BIC: #.'],
    national_id: ['O meu CPF é #.', 'CPF: #'],
    tax_id: ['O CNPJ é #.', 'CNPJ: #'],
    ip: ['Entraram a partir de #.', 'O escritório tem o #.'],
    device_id: ['O IMEI é #.', 'IMEI: #'],
    date_of_birth: ['Nasci em #.', 'Data de nascimento: #'],
    link: ['Cliquei em # e nada.', 'O link # expirou.'],
    secret: ['A senha é # e falha.', 'Senha: #'],
    address: ['Enviem para #.', 'Moro na #.'],
    name: ['Cumprimentos,\n#', 'Chamo-me #.', 'Obrigado\n#', 'Perguntem pelo senhor #.'],
  },
};

const latinOnly = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}|[^a-zA-Z]/gu, '')
    .toLowerCase();
const twoDigits = (value: number) => String(value).padStart(2, '0');

type Maker = (random: Random, language: PlantLanguage) => string;

function phoneOf(random: Random, language: PlantLanguage): string {
  const n = (length: number) => random.digits(length);
  const national: Record<PlantLanguage, string[]> = {
    en: [`(415) ${2 + random.below(8)}${n(2)}-${n(4)}`, `07911 ${1 + random.below(9)}${n(5)}`, `020 7946 ${n(4)}`],
    ar: [`05${random.pick(['0', '5', '6'])}${n(7)}`, `+9665${random.pick(['0', '5'])}${n(7)}`],
    es: [`6${n(2)} ${n(2)} ${n(2)} ${n(2)}`, `+34 6${n(2)} ${n(3)} ${n(3)}`],
    fr: [
      `06 ${twoDigits(10 + random.below(89))} ${n(2)} ${n(2)} ${n(2)}`,
      `+33 6 ${twoDigits(10 + random.below(89))} ${n(2)} ${n(2)} ${n(2)}`,
    ],
    de: [`0171 ${1 + random.below(9)}${n(6)}`, `+49 151 ${1 + random.below(9)}${n(7)}`],
    pt: [`91${n(1)} ${n(3)} ${n(3)}`, `+351 93${n(1)} ${n(3)} ${n(3)}`],
  };
  return random.pick(national[language]);
}

const nationalId: Record<PlantLanguage, Maker> = {
  en: (random) => `${100 + random.below(500)}-${10 + random.below(89)}-${1000 + random.below(8999)}`,
  ar: (random) => withLuhn(`1${random.digits(8)}`),
  es: (random) => dniOf(random.digits(8)),
  fr: (random) => nirOf(`1${random.digits(2)}0${1 + random.below(9)}${10 + random.below(80)}${random.digits(6)}`),
  de: steuerIdOf,
  pt: (random) => cpfOf(`${1 + random.below(9)}${random.digits(8)}`),
};

const taxId: Record<PlantLanguage, Maker> = {
  en: (random) => `${10 + random.below(89)}-${random.digits(7)}`,
  ar: (random) => `3${random.digits(13)}3`,
  es: (random) => `B${random.digits(7)}${random.below(10)}`,
  fr: (random) => `FR${10 + random.below(89)}${random.digits(9)}`,
  de: (random) => `DE${1 + random.below(9)}${random.digits(8)}`,
  pt: () => '11.222.333/0001-81',
};

const bank: Record<PlantLanguage, Maker> = {
  en: (random) => `${10 + random.below(89)}-${10 + random.below(89)}-${10 + random.below(89)} ${random.digits(8)}`,
  ar: (random) => `${1 + random.below(9)}${random.digits(11)}`,
  es: (random) => `CAIXESBB${random.pick(['A', 'B', 'C'])}${random.digits(2)}`,
  fr: (random) => `BNPAFRPP${random.pick(['A', 'B', 'C'])}${random.digits(2)}`,
  de: (random) => `${1 + random.below(9)}${random.digits(9)}`,
  pt: (random) => `CGDIPTPL${random.pick(['A', 'B', 'C'])}${random.digits(2)}`,
};

const iban: Record<PlantLanguage, Maker> = {
  en: (random) => ibanOf('GB', `NWBK${random.digits(14)}`),
  ar: (random) => ibanOf('SA', random.digits(20)),
  es: (random) => ibanOf('DE', random.digits(18)),
  fr: (random) => ibanOf('AT', random.digits(16)),
  de: (random) => ibanOf('DE', random.digits(18)),
  pt: (random) => ibanOf('NL', `ABNA${random.digits(10)}`),
};

const streetOf: Record<PlantLanguage, Maker> = {
  en: (random) => `${1 + random.below(290)} ${random.pick(streets.en)}, ${random.pick(towns.en)}`,
  ar: (random) => `شارع ${random.pick(streets.ar)} ${1 + random.below(200)}، ${random.pick(towns.ar)}`,
  es: (random) =>
    `${random.pick(streets.es)} ${1 + random.below(190)}, ${28001 + random.below(900)} ${random.pick(towns.es)}`,
  fr: (random) =>
    `${1 + random.below(190)} ${random.pick(streets.fr)}, ${75001 + random.below(900)} ${random.pick(towns.fr)}`,
  de: (random) =>
    `${random.pick(streets.de)} ${1 + random.below(190)}, ${20001 + random.below(900)} ${random.pick(towns.de)}`,
  pt: (random) =>
    `${random.pick(streets.pt)} ${1 + random.below(190)}, ${1000 + random.below(8000)}-${100 + random.below(800)} ${random.pick(towns.pt)}`,
};

const makers: Record<PersonalDataKind, Maker> = {
  name: (random, language) => `${random.pick(firstNames[language])} ${random.pick(familyNames[language])}`,
  email: (random) =>
    `${latinOnly(random.pick(firstNames.en))}.${latinOnly(random.pick(familyNames.de))}${random.digits(3)}@${random.pick(['inbox', 'post', 'mail-1'])}.example`,
  phone: phoneOf,
  credit_card: (random) => {
    const number = withLuhn(`4${random.digits(14)}`);
    return random.below(2) === 0 ? number : inFours(number);
  },
  iban: (random, language) =>
    random.below(2) === 0 ? inFours(iban[language](random, language)) : iban[language](random, language),
  bank_account: (random, language) => bank[language](random, language),
  national_id: (random, language) => nationalId[language](random, language),
  tax_id: (random, language) => taxId[language](random, language),
  ip: (random) =>
    random.below(3) === 0
      ? `2001:db8:${1 + random.below(8999)}::${random.below(9999) + 1}`
      : `185.${random.below(256)}.${random.below(256)}.${1 + random.below(254)}`,
  device_id: (random) => withLuhn(`35${random.digits(12)}`),
  date_of_birth: (random) =>
    `${twoDigits(1 + random.below(28))}/${twoDigits(1 + random.below(12))}/${1950 + random.below(55)}`,
  link: (random) => `https://app.acme.example/reset?token=${random.digits(6)}ab${random.digits(6)}`,
  secret: (random) => `${random.pick(['Tulip', 'harbor', 'Kite'])}!${random.digits(5)}x`,
  address: (random, language) => streetOf[language](random, language),
};

/** A value of this kind as people of this language write it. */
export function makeValue(random: Random, kind: PersonalDataKind, language: PlantLanguage): string {
  return makers[kind](random, language);
}
