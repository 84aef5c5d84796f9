// The bar on top: whose assistant this is, whether it can hear you, and the few things to do.
import { h, icon } from './elements.js';

export class Heading {
  constructor({ words, name, choices, pages, close }) {
    this.words = words;
    this.title = h('h1', { dir: 'auto', tabindex: '-1' }, name);
    this.line = h('p', { class: 'presence' });
    this.menu = h('div', { class: 'menu', hidden: true }, choices.map(({ label, act }) => h('button', {
      type: 'button',
      onclick: () => {
        this.#toggle(false);
        act();
      },
    }, label)), pageLinks(words, pages));
    this.opener = this.#button('menu', () => this.#toggle(this.menu.hidden));
    this.opener.setAttribute('aria-expanded', 'false');
    this.element = h(
      'header', { class: 'heading', 'aria-label': name },
      h('span', { class: 'face', 'aria-hidden': 'true' }, [...name][0] ?? ''),
      h('div', { class: 'who' }, this.title, this.line),
      h('div', { class: 'more' }, this.opener, this.menu),
      close && this.#button('close', close),
    );
    document.addEventListener('click', ({ target }) => this.element.querySelector('.more').contains(target) || this.#toggle(false));
  }

  // asked: whether a person was asked for, so that nobody takes the answers for theirs.
  update({ connection, operator, asked }) {
    const lost = connection === 'lost';
    const usual = asked ? this.words.t('automatic') : this.words.t('answers_now');
    const text = lost ? this.words.t('offline') : operator ? this.words.t('with', { name: operator }) : usual;
    if (this.line.textContent !== text) this.line.textContent = text;
    this.line.classList.toggle('lost', lost);
  }

  // True when there was a menu to close.
  closeMenu() {
    if (this.menu.hidden) return false;
    this.#toggle(false);
    this.opener.focus();
    return true;
  }

  #toggle(open) {
    this.menu.hidden = !open;
    this.opener.setAttribute('aria-expanded', String(open));
    if (open) this.menu.firstElementChild.focus();
  }

  #button(name, act) {
    return h('button', { type: 'button', class: 'tool', 'aria-label': this.words.t(name), onclick: act }, icon(name));
  }
}

// Links to what a business says of privacy and of itself, each where it has such a page.
export function pageLinks(words, pages, names = ['privacy', 'imprint']) {
  const labels = { privacy: words.t('privacy'), imprint: words.t('imprint') };
  const known = names.filter((name) => pages?.[name]);
  return known.map((name) => h('a', { class: 'page-link', href: pages[name], target: '_blank', rel: 'noopener' }, labels[name]));
}
