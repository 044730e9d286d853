import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askAgain } from './ask-again';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const silence = () => new Promise<string>(() => {});

describe('askAgain', () => {
  it('asks once where the answer comes', async () => {
    const ask = vi.fn(async () => 'here');
    expect(await askAgain(ask)).toBe('here');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('asks anew where a call is left without any answer', async () => {
    const ask = vi.fn(silence).mockImplementationOnce(silence).mockImplementationOnce(silence);
    ask.mockImplementation(async () => 'at last');
    const answer = askAgain(ask);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await answer).toBe('at last');
    expect(ask).toHaveBeenCalledTimes(3);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it('takes the answer to the first call, however late', async () => {
    let end = (_value: string) => {};
    const ask = vi.fn(silence).mockImplementationOnce(() => new Promise((resolve) => (end = resolve)));
    const answer = askAgain(ask);
    await vi.advanceTimersByTimeAsync(12_000);
    end('late');
    expect(await answer).toBe('late');
  });

  it('fails as the call does, be it at once', async () => {
    await expect(askAgain(() => Promise.reject(new Error('No managed storage manifest')))).rejects.toThrow('manifest');
    const gone = vi.fn(() => {
      throw new Error('Extension context invalidated');
    });
    await expect(askAgain(gone)).rejects.toThrow('invalidated');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(gone).toHaveBeenCalledTimes(1);
  });
});
