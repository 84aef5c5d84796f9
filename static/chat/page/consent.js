// Where the site asks for it, nothing is written or kept before the customer agrees.
import { h } from './elements.js';
import { safeUrl } from './markdown.js';

// Resolves when the customer agrees, now or on an earlier visit. notice: the address of a privacy notice, or "true".
export async function consented({ words, config, keeper, notice, place }) {
  const slot = `zimun:consent:${config.organization_id}`;
  if (keeper.getItem(slot)) return undefined;
  const link = safeUrl(notice) && h('a', { href: safeUrl(notice), target: '_blank', rel: 'noopener' }, words.t('privacy'));
  return new Promise((resolve) => {
    const agree = () => {
      keeper.setItem(slot, '1');
      panel.remove();
      resolve();
    };
    const panel = h('div', { class: 'consent' }, h('p', {}, words.t('consent', { name: config.name }), ' ', link),
      h('button', { type: 'button', class: 'primary', onclick: agree }, words.t('agree')));
    place.prepend(panel);
  });
}
