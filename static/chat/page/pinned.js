// The next appointment, pinned under the heading once its card is further up: whoever comes back sees it at once.
import { h, icon } from './elements.js';
import { isAhead } from '../blocks/ahead.js';

export class Pinned {
  // show(id) brings the card of that block into sight.
  constructor({ words, show }) {
    this.words = words;
    this.text = h('span', { dir: 'auto' });
    this.element = h('button', { type: 'button', class: 'pinned', hidden: true, onclick: () => show(this.card.id) }, icon('calendar'), this.text);
  }

  update(messages, now) {
    const cards = messages.flatMap((message, at) => message.blocks.map((block) => ({ block, last: at === messages.length - 1 })));
    const found = cards.findLast(({ block }) => isAhead(block, now));
    this.card = found?.block;
    this.element.hidden = !found || found.last;
    if (!found) return;
    const { service, start, time_zone: zone, staff } = this.card;
    this.text.textContent = [service, this.words.dayTime(start, zone), staff].filter(Boolean).join(' · ');
  }
}
