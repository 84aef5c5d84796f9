// The little markdown an assistant may use: paragraphs, lists, bold and links. Everything else is text.
// Words become tokens and tokens become nodes, so no words can ever become markup.
import { h } from './elements.js';

const ITEM = /^\s*(?:[-*•]|(\d+)[.)])\s+(.*)$/;
const SPAN = /\*\*(.+?)\*\*|\[([^\]\n]+)\]\(([^\s)]+)\)/g;
const SCHEMES = ['https:', 'http:', 'mailto:', 'tel:'];

/** -> [{type: 'paragraph', lines: [[span]]} | {type: 'list', ordered, start, items: [[span]]}] */
export function blocksOf(text) {
  const blocks = [];
  let open = null;
  for (const line of text.split('\n')) {
    const item = ITEM.exec(line);
    if (item) {
      const ordered = item[1] !== undefined;
      if (open?.type !== 'list' || open.ordered !== ordered) {
        blocks.push(open = { type: 'list', ordered, start: ordered ? Number(item[1]) : undefined, items: [] });
      }
      open.items.push(spansOf(item[2]));
    } else if (!line.trim()) open = null;
    else {
      if (open?.type !== 'paragraph') blocks.push(open = { type: 'paragraph', lines: [] });
      open.lines.push(spansOf(line.replace(/^#{1,6}\s+(.*)$/, '**$1**')));
    }
  }
  return blocks;
}

/** -> [{text} | {text, bold: true} | {text, href}] */
export function spansOf(line) {
  const spans = [];
  let from = 0;
  for (const found of line.matchAll(SPAN)) {
    if (found.index > from) spans.push({ text: line.slice(from, found.index) });
    spans.push(found[1] !== undefined ? { text: found[1], bold: true } : linkOf(found[2], found[3]));
    from = found.index + found[0].length;
  }
  if (from < line.length) spans.push({ text: line.slice(from) });
  return spans;
}

function linkOf(text, target) {
  const href = safeUrl(target);
  return href ? { text, href } : { text };
}

// An absolute address of a harmless kind, or null.
export function safeUrl(target) {
  try {
    const url = new URL(target);
    return SCHEMES.includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

// While text still arrives, its last line may end within a mark: show the words, not the asterisks.
export function settled(text) {
  const start = text.lastIndexOf('\n') + 1;
  let last = text.slice(start).replace(/\[([^\]\n]*)(?:\](?:\([^\s)]*)?)?$/, '$1');
  if ((last.match(/\*\*/g) ?? []).length % 2) last = last.endsWith('**') ? last.slice(0, -2) : `${last.replace(/\*$/, '')}**`;
  else last = last.replace(/(^|[^*])\*$/, '$1');
  return text.slice(0, start) + last;
}

// The text as nodes in body. While it streams in, what has not changed keeps its nodes.
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
