import { appArticles } from './articles-app.ts';
import { batteryArticles } from './articles-battery.ts';
import { careArticles } from './articles-care.ts';
import { deliveryArticles } from './articles-delivery.ts';
import { motorArticles } from './articles-motor.ts';
import { paymentArticles } from './articles-payments.ts';
import { securityArticles } from './articles-security.ts';
import { specialArticles } from './articles-special.ts';
import type { FernwayArticle } from './types.ts';

/** Every article of Fernway's help centre, drafts and agents-only ones included. */
export const articles: readonly FernwayArticle[] = [
  ...batteryArticles,
  ...motorArticles,
  ...appArticles,
  ...deliveryArticles,
  ...paymentArticles,
  ...careArticles,
  ...securityArticles,
  ...specialArticles,
];
