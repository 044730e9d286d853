const paths = {
  dashboard: '<path d="M3 11.5 12 4l9 7.5M6 10v9h12v-9"/>',
  tickets: '<path d="M4 7h16v3a2 2 0 0 0 0 4v3H4v-3a2 2 0 0 0 0-4z"/><path d="M14 7v10" stroke-dasharray="2 2"/>',
  contacts: '<circle cx="12" cy="8" r="3.5"/><path d="M5 20c.8-4 3.5-5.5 7-5.5s6.2 1.5 7 5.5"/>',
  solutions: '<path d="M5 4h10a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3z"/><path d="M9 9h5M9 13h5"/>',
  analytics: '<path d="M5 20v-7M12 20V5M19 20v-10"/>',
  reply: '<path d="M10 6 4 12l6 6"/><path d="M4 12h9a7 7 0 0 1 7 7"/>',
  note: '<path d="M5 4h14v11l-5 5H5z"/><path d="M14 20v-5h5"/>',
  forward: '<path d="m14 6 6 6-6 6"/><path d="M20 12h-9a7 7 0 0 0-7 7"/>',
  close: '<circle cx="12" cy="12" r="8.5"/><path d="m8.5 12 2.5 2.5 4.5-5"/>',
  search: '<circle cx="11" cy="11" r="6"/><path d="m16 16 4 4"/>',
  previous: '<path d="m14 6-6 6 6 6"/>',
  next: '<path d="m10 6 6 6-6 6"/>',
  mail: '<rect x="3.5" y="6" width="17" height="12.5" rx="2"/><path d="m4 8 8 5.5L20 8"/>',
  lock: '<rect x="6" y="11" width="12" height="8.5" rx="1.5"/><path d="M9 11V8a3 3 0 0 1 6 0v3"/>',
};

/** A line drawing of 20 px in the colour of the text around it. */
export function icon(name: keyof typeof paths): string {
  return `<svg class="icon" viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths[name]}</svg>`;
}
