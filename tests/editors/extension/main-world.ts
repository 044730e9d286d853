import { listenForInsertRequests } from '../../../lib/helpdesk/insert-main-world.ts';

listenForInsertRequests();
