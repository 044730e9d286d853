import type { HelpdeskDescription } from '../../core/helpdesk-description';
import { chatwoot } from './chatwoot/description';
import { freescout } from './freescout/description';
import { generic } from './generic/description';
import { osticket } from './osticket/description';
import { requestTracker } from './request-tracker/description';
import { zammad } from './zammad/description';

/** Every helpdesk that is described as data, in the order in which a page is asked: the general one last. */
export const descriptions: HelpdeskDescription[] = [freescout, osticket, requestTracker, zammad, chatwoot, generic];
