// A month to choose any day from: a grid as the ARIA practices have it for dates. Days without a free time can be seen and not chosen.

const KEYS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

// made: {h, icon, movedDate} of the page; found: {last, time_zone} of the strip; days({date, days}) -> how much is free on other days.
export function monthOf({ h, icon, movedDate }, { words, found, chosen, choose, close, days }) {
  const month = new Month({ h, icon, movedDate, words, today: words.today(found.time_zone), last: found.last, choose, days });
  month.element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
  });
  month.show(chosen, true);
  return month.element;
}

class Month {
  constructor(given) {
    Object.assign(this, given);
    const { h, icon } = this;
    this.title = h('h3', { 'aria-live': 'polite', id: `month-${Math.random().toString(36).slice(2)}` });
    this.grid = h('table', { role: 'grid', 'aria-labelledby': this.title.id, onkeydown: (event) => this.#key(event) });
    const turn = (name, shape, by) => h('button', { type: 'button', class: 'tool', 'aria-label': this.words.t(name), onclick: () => this.#turn(by) }, icon(shape));
    this.before = turn('month_before', 'back', -1);
    this.after = turn('month_after', 'chevron', 1);
    this.element = h('div', { class: 'month' }, h('header', { class: 'bar' }, this.before, this.title, this.after), this.grid);
  }

  // The month of a date, in which that date is the one that keys start from.
  async show(date, focus) {
    this.at = date;
    const first = `${date.slice(0, 7)}-01`;
    const length = new Date(Date.UTC(date.slice(0, 4), date.slice(5, 7), 0)).getUTCDate();
    this.#draw(first, length, {});
    if (focus) this.#focus();
    const from = first < this.today ? this.today : first;
    const found = await this.days({ date: from, days: length - Number(from.slice(8)) + 1 }).catch(() => ({ days: [] }));
    if (this.at.slice(0, 7) !== date.slice(0, 7)) return;
    const held = this.grid.contains(document.activeElement);
    this.#draw(first, length, Object.fromEntries(found.days.map((day) => [day.date, day.free])));
    if (held || (focus && this.element.isConnected)) this.#focus();
  }

  #draw(first, length, free) {
    const { h, words, movedDate } = this;
    this.title.textContent = words.month(first);
    this.before.disabled = first <= this.today;
    this.after.disabled = movedDate(first, length) > this.last;
    const blank = (dayOfWeek(first) - words.firstDay + 7) % 7;
    const cells = [...Array(blank).fill(null), ...Array.from({ length }, (_, day) => movedDate(first, day))];
    const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => Array.from({ length: 7 }, (__, day) => cells[week * 7 + day]));
    this.grid.replaceChildren(
      h('thead', {}, h('tr', {}, weekdays(words).map(([short, long]) => h('th', { scope: 'col', abbr: long }, short)))),
      h('tbody', {}, weeks.map((week) => h('tr', {}, week.map((date) => h('td', {}, date && this.#day(date, free[date])))))));
  }

  #day(date, free) {
    const { h } = this;
    const out = date < this.today || date > this.last;
    const state = free ? this.words.t('free', { count: this.words.number(free) }) : this.words.t('full');
    const told = [this.words.day(date), !out && free !== undefined && state].filter(Boolean).join(', ');
    return h('button', { type: 'button', class: free ? '' : 'none', 'data-date': date, tabindex: date === this.at ? '0' : '-1', 'aria-disabled': String(out || free === 0),
      'aria-label': told, onclick: () => out || free === 0 || this.choose(date) }, this.words.dayNumber(date));
  }

  #key(event) {
    if (event.key === 'PageUp' || event.key === 'PageDown') {
      event.preventDefault();
      return this.#turn(event.key === 'PageUp' ? -1 : 1, true);
    }
    let step = KEYS[event.key];
    if (!step) return undefined;
    event.preventDefault();
    if (this.words.dir === 'rtl' && Math.abs(step) === 1) step = -step;
    const date = this.movedDate(this.at, step);
    if (date < this.today || date > this.last) return undefined;
    if (date.slice(0, 7) !== this.at.slice(0, 7)) return this.show(date, true);
    this.at = date;
    for (const button of this.grid.querySelectorAll('button')) button.tabIndex = button.dataset.date === date ? 0 : -1;
    return this.#focus();
  }

  #turn(by, focus) {
    const first = new Date(Date.UTC(this.at.slice(0, 4), Number(this.at.slice(5, 7)) - 1 + by, 1)).toISOString().slice(0, 10);
    const date = first < this.today ? this.today : first;
    if (date.slice(0, 7) !== this.at.slice(0, 7) && date <= this.last) this.show(date, focus);
  }

  #focus() {
    this.grid.querySelector(`[data-date="${this.at}"]`)?.focus();
  }
}

const dayOfWeek = (date) => new Date(`${date}T12:00:00Z`).getUTCDay();

// 4 January 1970 was a Sunday.
const weekdays = (words) => Array.from({ length: 7 }, (_, day) => `1970-01-${String(4 + ((day + words.firstDay) % 7)).padStart(2, '0')}`)
  .map((date) => [words.weekday(date), words.weekday(date, 'long')]);
