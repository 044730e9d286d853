import { after, before, type Span, valuesOf } from './matching';

const passwordWords =
  'password|passcode|passphrase|pwd|pin|cvv|cvc|security code|one.time code|otp|passwort|kennwort|mot de passe|code secret|contraseña|clave(?: provisional)?|senha|palavra.passe|كلمة (?:المرور|السر)(?: المؤقتة)?|الرقم السري';
const between =
  '(?: (?:on the label|you sent|temporary|provisoire|provisória|temporäre|is|was|are|ist|lautet|war|est|es|é|era|hier|هي|هو))*[ ,:=]{1,3}';

/** A word that holds letters and at least one digit or sign: what is chosen as a password, never a plain word. */
const chosen = '(?<value>(?=\\S*[\\p{L}\\d])(?=\\S*[\\d!@#$%^&*_+=])[^\\s,;]{4,64}?)(?=[.,;)]*(?:\\s|$))';

/** Keys as services give them out, and passwords by the words before them. */
export function findSecrets(text: string): Span[] {
  return [
    ...valuesOf(text, `${before}(?:${passwordWords})${between}${chosen}`),
    ...valuesOf(
      text,
      `${before}(?<value>(?:[spr]k_(?:live|test)_[A-Za-z0-9]{16,}|gh[pousr]_[A-Za-z0-9]{30,}|xox[abprs]-[A-Za-z0-9-]{10,}|AKIA[0-9A-Z]{16}|eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{4,}))${after}`,
    ),
  ];
}
