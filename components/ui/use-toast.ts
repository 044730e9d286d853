import { useCallback, useEffect, useState } from 'react';
import type { ToastMessage } from './Toast';

/** One message at a time; it leaves after 6 s, a warning after 12 s. */
export function useToast() {
  const [message, setMessage] = useState<ToastMessage | null>(null);
  const show = useCallback((tone: ToastMessage['tone'], text: string) => {
    setMessage((last) => ({ id: (last?.id ?? 0) + 1, tone, text }));
  }, []);
  const close = useCallback(() => setMessage(null), []);
  useEffect(() => {
    if (!message) return;
    const timer = setTimeout(close, message.tone === 'good' ? 6_000 : 12_000);
    return () => clearTimeout(timer);
  }, [message, close]);
  return { message, show, close };
}
