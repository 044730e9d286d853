import type { ModelCard } from '../../lib/core/model-card';
import english from '../../public/models/signals-en/card.json' with { type: 'json' };
import multilingual from '../../public/models/signals-multilingual/card.json' with { type: 'json' };

/** The cards as they are shipped. */
export const modelCards: ModelCard[] = [english, multilingual];
