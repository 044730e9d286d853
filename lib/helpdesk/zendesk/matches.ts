/** Where Zendesk's agent interface lives; brand domains serve the Help Center only. */
export const zendeskMatches = ['https://*.zendesk.com/*'];
