// What stands below a field while the address in it misses a well-known domain: one press corrects it, nobody has to.
import { h } from '../page/elements.js';
import { likelyAddress } from './mail_domains.js';

const PAUSE = 500; // while somebody types on, a half-written domain is no slip

export function mailHint(input, { words, actions }) {
  const hint = h('p', { class: 'meant', role: 'status' });
  let waiting;
  const correct = (meant) => () => {
    input.value = meant;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.form.querySelector('.primary')?.focus();
  };
  const look = () => {
    const meant = likelyAddress(input.value.trim(), actions.mailDomains ?? []);
    hint.replaceChildren(...(meant ? [h('button', { type: 'button', class: 'link', dir: 'auto', onclick: correct(meant) }, words.t('address_meant', { address: `\u2066${meant}\u2069` }))] : []));
  };
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    if (hint.childElementCount) look();
    waiting = setTimeout(look, PAUSE);
  });
  look();
  return hint;
}
