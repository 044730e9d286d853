import type { PersonalDataKind } from '../core/privacy';
import { findBankAccounts, findCards, findIbans } from './accounts';
import { findAddresses } from './addresses/find-addresses';
import { findBirthDates } from './birth-dates';
import { findDeviceIds, findNationalIds, findTaxIds } from './identities';
import { findIps } from './ips';
import { matches, type Span } from './matching';
import { findNames } from './names/find-names';
import { findPhones } from './phones';
import { findSecrets } from './secrets';

type Detector = { kind: PersonalDataKind; find(text: string, known: readonly string[]): Span[] };

/** All detectors of text without links, those that are surest first: where two overlap the earlier one wins. */
export const detectors: readonly Detector[] = [
  {
    kind: 'email',
    find: (text) =>
      matches(
        text,
        `(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._%+'-]{0,63})@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62})\\.)+\\p{L}{2,24}(?![\\p{L}\\p{N}])`,
      ),
  },
  { kind: 'secret', find: findSecrets },
  { kind: 'iban', find: findIbans },
  { kind: 'bank_account', find: findBankAccounts },
  { kind: 'tax_id', find: findTaxIds },
  { kind: 'national_id', find: findNationalIds },
  { kind: 'credit_card', find: findCards },
  { kind: 'ip', find: findIps },
  { kind: 'device_id', find: findDeviceIds },
  { kind: 'date_of_birth', find: findBirthDates },
  { kind: 'address', find: findAddresses },
  { kind: 'phone', find: findPhones },
  { kind: 'name', find: findNames },
];
