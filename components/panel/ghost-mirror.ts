const copied = [
  'fontStyle',
  'fontWeight',
  'fontStretch',
  'fontSize',
  'fontFamily',
  'lineHeight',
  'letterSpacing',
  'wordSpacing',
  'textIndent',
  'textTransform',
  'tabSize',
  'direction',
  'textAlign',
  'paddingTop',
  'paddingRight',
  'paddingBottom',
  'paddingLeft',
] as const;

/**
 * The caret's box in a field, on the screen. Fields do not tell it, so the text before the caret is laid out in the same
 * way for a moment, unseen, in `root`, which must be ours.
 */
export function measureField(
  field: HTMLTextAreaElement,
  root: HTMLElement,
): { left: number; top: number; right: number; bottom: number } {
  const style = getComputedStyle(field);
  const rect = field.getBoundingClientRect();
  const scale = rect.width / (field.offsetWidth || 1);
  const mirror = document.createElement('div');
  for (const name of copied) mirror.style[name] = style[name];
  Object.assign(mirror.style, {
    position: 'fixed',
    left: '0',
    top: '0',
    visibility: 'hidden',
    boxSizing: 'border-box',
    width: `${field.clientWidth}px`,
    whiteSpace: field.tagName === 'INPUT' ? 'pre' : 'pre-wrap',
    overflowWrap: 'break-word',
  });
  const mark = document.createElement('span');
  mark.textContent = '\u200b';
  mirror.append(field.value.slice(0, field.selectionEnd ?? 0), mark);
  root.append(mirror);
  const own = mirror.getBoundingClientRect();
  const at = mark.getBoundingClientRect();
  mirror.remove();
  const toField = scale / (root.currentCSSZoom ?? 1);
  const isRtl = style.direction === 'rtl';
  const x = (isRtl ? at.right - own.left : at.left - own.left) * toField;
  const left = rect.left + (field.clientLeft - field.scrollLeft) * scale + x;
  const top = rect.top + (field.clientTop - field.scrollTop) * scale + (at.top - own.top) * toField;
  return { left, right: left, top, bottom: top + at.height * toField };
}
