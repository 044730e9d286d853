import { useSyncExternalStore } from 'react';

const dark = () => matchMedia('(prefers-color-scheme: dark)');

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme', 'data-color-scheme'],
  });
  const query = dark();
  query.addEventListener('change', onChange);
  return () => {
    observer.disconnect();
    query.removeEventListener('change', onChange);
  };
}

function readTheme(): 'light' | 'dark' {
  const page = document.documentElement.dataset.theme ?? document.documentElement.dataset.colorScheme;
  if (page === 'dark' || page === 'light') return page;
  return dark().matches ? 'dark' : 'light';
}

/** The theme to show: the setting, else what the page says on `<html data-theme>`, else what the system prefers. */
export function useTheme(setting: 'auto' | 'light' | 'dark'): 'light' | 'dark' {
  const found = useSyncExternalStore(subscribe, readTheme);
  return setting === 'auto' ? found : setting;
}
