// Markdown tokens as nodes. While text streams in, what has not changed keeps its nodes.
import { h } from './elements.js';
import { blocksOf, settled } from './markdown.js';

export function drawText(body, text, { plain, done }) {
  const blocks = plain ? [{ type: 'paragraph', lines: text.split('\n').map((line) => [{ text: line }]) }]
    : blocksOf(done ? text : settled(text));
  blocks.forEach((block, at) => {
    const key = JSON.stringify(block);
    const old = body.children[at];
    if (old?.key === key) return;
    const node = nodeOf(block);
    node.key = key;
    if (old) old.replaceWith(node);
    else body.append(node);
  });
  while (body.children.length > blocks.length) body.lastElementChild.remove();
}

function nodeOf(block) {
  if (block.type === 'list') {
    return h(block.ordered ? 'ol' : 'ul', { start: block.start }, block.items.map((spans) => h('li', {}, spans.map(spanOf))));
  }
  return h('p', {}, block.lines.flatMap((spans, at) => [at > 0 && h('br'), ...spans.map(spanOf)]));
}

function spanOf({ text, bold, href }) {
  if (href) return h('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, text);
  return bold ? h('strong', {}, text) : text;
}
