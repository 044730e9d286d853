import { onMessage } from '@/lib/messaging/protocol';
import { runInEngine } from './start-engine';

onMessage('runEngine', ({ data }) => runInEngine(data));
