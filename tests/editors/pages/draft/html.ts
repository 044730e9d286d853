import type { ContentBlock, ContentState } from 'draft-js';

const tags: Record<string, string> = { 'unordered-list-item': 'ul', 'ordered-list-item': 'ol' };

/** One run of a block as HTML: bold and links are all that the tests look for. */
function runHtml(block: ContentBlock, content: ContentState, [start, end]: [number, number]): string {
  const holder = document.createElement('p');
  let inner: Element = holder;
  const wrap = (tag: string) => {
    const element = document.createElement(tag);
    inner.append(element);
    inner = element;
    return element;
  };
  const entity = block.getEntityAt(start);
  if (entity) wrap('a').setAttribute('href', content.getEntity(entity).getData().url ?? '');
  if (block.getInlineStyleAt(start).has('BOLD')) wrap('strong');
  inner.append(block.getText().slice(start, end));
  return holder.innerHTML;
}

function blockHtml(block: ContentBlock, content: ContentState): string {
  const runs: [number, number][] = [];
  const stateAt = (index: number) => `${block.getEntityAt(index)}|${block.getInlineStyleAt(index).has('BOLD')}`;
  for (let index = 0; index < block.getLength(); index += 1) {
    const last = runs.at(-1);
    if (last && stateAt(index) === stateAt(last[0])) last[1] = index + 1;
    else runs.push([index, index + 1]);
  }
  const html = runs
    .map((run) => runHtml(block, content, run))
    .join('')
    .replaceAll('\n', '<br>');
  const list = tags[block.getType()];
  return list ? `<${list}><li>${html}</li></${list}>` : `<p>${html}</p>`;
}

/** Draft.js keeps no HTML; this says what its model holds. */
export function htmlOf(content: ContentState): string {
  return content
    .getBlocksAsArray()
    .map((block) => blockHtml(block, content))
    .join('');
}
