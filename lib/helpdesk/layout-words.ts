/**
 * The only words that leave a page in a layout report: those that interfaces are built of, none of them a name. A name
 * that is spelt like one of them (Page, Banner) comes out as that word of an interface, which tells nothing.
 */
const vocabulary = new Set(
  `true false auto ltr a account action actions active activity add admin agent album all answer app application area article aside attachment attachments
  audit author avatar badge banner bar block body bot box breadcrumb bubble button card cc cell channel chat child ck class click
  close closed collapse collapsed column comment comments compose composer contact container content conversation conversations
  count cover create created customer dark dashboard data date deskside details dialog disabled display div draft drawer dropdown
  edit editable editor element email emails ember empty end entity event expand external fab feed field fields filter filters footer
  form forward fr frame from fw grid group handle has head header heading height helpdesk hidden hide history host hover html icon
  id image inbox incoming info inline inner input inside internal is item items kind label layout left lightbox line link list
  load loader log mail main math menu merge message messages messaging meta mfe middle modal mode more name nav new next no note notes
  notification notify number object omni open option options origin outer outgoing page pane panel panels paper part person phone pin
  placeholder popup post previous primary private profile properties property public query quote quoted read reader recipient recipients
  region reply request requester requestor response rich right role root row rtl screen scroll search secondary section select
  selected sender sent separator shadow shell show side sidebar signature single size snippet source split standard state status sticky
  subject submit summary svg switch switcher system tab table tabs tag tags tags target team text textbox thread threads ticket tickets time
  timeago timeline timestamp title to toggle toolbar tooltip top translated transcript tree type unified unread user users via view views visible
  web widget width window wrap wrapper write zd`.split(/\s+/),
);

/** Letters of `text` as they are where a whole part is one of ours, digits as `#`, everything else as `*`. */
export function maskWords(text: string): string {
  const parts = text
    .slice(0, 200)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .split(/([^\p{L}\p{N}]+)/u);
  const masked = parts.map((part, index) => {
    if (index % 2 === 1) return /^[-_/ ]+$/.test(part) ? part.slice(0, 2) : '*';
    if (part === '' || vocabulary.has(part.toLowerCase())) return part.toLowerCase();
    return /^\d+$/.test(part) ? '#' : '*';
  });
  return masked.join('').replace(/\*[*\s]*\*/g, '*');
}
