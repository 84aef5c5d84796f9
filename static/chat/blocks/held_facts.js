// What a summary and a sheet have in common: the facts of what is held, and for how long it is.
import { h, icon } from '../page/elements.js';

export function countdown(until, { words, actions }) {
  const left = h('span', {});
  const element = h('p', { class: 'countdown', role: 'timer' }, icon('clock'), left);
  const tick = () => {
    // A hold is extended while the customer goes on talking.
    const rest = Math.max(Date.parse(until), Date.parse(actions.hold()?.expires_at ?? 0)) - actions.now();
    left.textContent = rest > 0 ? words.t('held', { time: words.left(rest) }) : words.t('hold_over');
    element.classList.toggle('soon', rest < 60_000);
    if (rest > 0 && (element.isConnected || !left.ticked)) setTimeout(tick, 1000);
    left.ticked = true;
  };
  tick();
  return element;
}

// What is booked, moved or cancelled, row by row, and its price.
export const factsOf = ({ rows, price }, words) => h('dl', {}, rows.map(({ label, value }) => rowOf(label, value)), price && rowOf(words.t('price'), words.price(price)));

const rowOf = (label, value) => h('div', {}, h('dt', { dir: 'auto' }, label), h('dd', { dir: 'auto' }, value));
