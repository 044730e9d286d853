/** `read`, which reads a text once as long as no `kept` others came after it. */
export function rememberTexts<T>(read: (text: string) => T, kept: number): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const had = known.get(text);
    if (had !== undefined) return had;
    const value = read(text);
    known.set(text, value);
    if (known.size > kept) known.delete(known.keys().next().value as string);
    return value;
  };
}
