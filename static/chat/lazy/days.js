// Every free time of a service: the next one as a large button, a strip of days, and under it all times of the chosen day. Days are
// tabs as the ARIA practices have them; any further day is in the month (month.js). Fetched with these files by whoever asks for days.
import { dayTimes } from './day_times.js';
import { monthOf } from './month.js';

const STRIP = 14;
const STEPS = { ArrowLeft: -1, ArrowRight: 1, Home: -STRIP, End: STRIP };

// made: {h, icon, movedDate, retryNote, slotButton, zoneNote} of the page's script; card: {title, facts, choices, body} to fill; wanted and context as in
// blocks/day_picker.js.
export function fillDays(made, card, wanted, block, context) {
  return new DayPicker({ ...made, ...card, block, context, words: context.words }, wanted).load(wanted.date);
}

class DayPicker {
  constructor(given, { date, ...wanted }) {
    Object.assign(this, given, { wanted });
  }

  // The strip that begins on a date (today where there is none), and the day of it that is asked for or has the first free time.
  async load(date, chosen = date) {
    const asked = { ...this.wanted, date, days: STRIP };
    this.asked = asked;
    try {
      const found = await this.context.actions.times('days', asked);
      // Where the next free time is further away than the strip is long, the strip begins with it.
      const next = !date && !found.days.some(({ free }) => free) && found.later?.start.slice(0, 10);
      if (this.asked === asked) await (next ? this.load(next) : this.#draw(found, chosen));
    } catch (problem) {
      if (this.asked === asked) this.#failed(this.found ? this.panel : this.body, problem, () => this.load(date, chosen));
    }
  }

  #draw(found, chosen) {
    this.found = found;
    const { service_id, location_id, staff_id, duration_min, party_size } = found;
    this.wanted = { service_id, location_id, staff_id, duration_min, party_size };
    const { h, words } = this;
    this.title.textContent = found.service;
    this.facts.textContent = [words.minutes(found.duration_min), found.price && words.price(found.price)].filter(Boolean).join(' · ');
    this.choices.replaceChildren(...[
      this.#chips('length', found.lengths.map(({ duration_min: id, price, name }) => ({ id, name: words.lengthAndPrice(id, price, name) })), 'duration_min', found.duration_min),
      this.#chips('person', found.people.length > 1 ? [{ id: '', name: words.t('anyone') }, ...found.people] : [], 'staff_id', this.wanted.staff_id ?? ''),
      this.#chips('place', found.places, 'location_id', found.location_id),
    ].filter(Boolean));
    this.panel = h('div', { role: 'tabpanel', id: `${this.block.id}-day`, tabindex: '0' });
    this.body.replaceChildren(...[this.#next(), this.#strip(), this.panel].filter(Boolean));
    return this.choose(chosen ?? found.days.find(({ free }) => free)?.date ?? found.days[0].date);
  }

  // What else may be chosen, as a group of radio buttons; nothing where there is no choice.
  #chips(name, options, field, current) {
    if (options.length < 2) return null;
    const { h } = this;
    const group = `${this.block.id}-${field}`;
    return h('fieldset', { class: 'chips' }, h('legend', { class: 'unseen' }, this.words.t(name)), options.map((option) => h('label', { dir: 'auto' },
      h('input', { type: 'radio', name: group, checked: option.id === current, onchange: () => this.#change(field, option.id) }), option.name)));
  }

  async #change(field, value) {
    this.wanted = { ...this.wanted, [field]: value || undefined };
    await this.load(this.found.days[0].date, this.chosen);
    this.choices.querySelector(`[name="${this.block.id}-${field}"]:checked`)?.focus();
  }

  #next() {
    const { soonest: [first], later, time_zone: zone } = this.found;
    const next = first ?? later;
    if (!next) return null;
    const big = this.words.t('next_free', { time: this.words.dayTime(next.start, zone) });
    return this.slotButton(this.block, this.context, next, { zone, big, party: this.wanted.party_size });
  }

  #strip() {
    const { h, icon, movedDate } = this;
    const { days, last } = this.found;
    this.tabs = h('div', { class: 'strip', role: 'tablist', 'aria-label': this.words.t('pick_date'), onkeydown: (event) => this.#key(event) }, days.map((day) => this.#tab(day)));
    const today = this.words.today(this.found.time_zone);
    const turn = (name, shape, by, dead) => h('button', { type: 'button', class: 'tool', 'aria-label': this.words.t(name), disabled: dead, onclick: () => this.load(movedDate(days[0].date, by)) }, icon(shape));
    return h('div', { class: 'turning' },
      turn('earlier', 'back', -STRIP, days[0].date <= today), this.tabs, turn('later', 'chevron', STRIP, days.at(-1).date >= last),
      h('button', { type: 'button', class: 'tool', 'aria-label': this.words.t('month'), 'aria-expanded': 'false', onclick: (event) => this.#openMonth(event.currentTarget) }, icon('calendar')));
  }

  #tab({ date, free, open }) {
    const { h, words } = this;
    const state = free ? words.t('free', { count: words.number(free) }) : words.t(open ? 'full' : 'shut');
    return h('button', { type: 'button', role: 'tab', id: `${this.block.id}-${date}`, 'aria-controls': `${this.block.id}-day`, 'aria-selected': 'false', tabindex: '-1',
      'aria-label': `${words.day(date)}, ${state}`, class: free ? '' : 'none', 'data-date': date, onclick: () => this.choose(date) },
    h('small', {}, words.weekday(date)), h('strong', {}, words.dayNumber(date)), h('i'));
  }

  // A day of the strip, with all its times.
  async choose(date) {
    this.chosen = date;
    for (const tab of this.tabs.children) {
      const is = tab.dataset.date === date;
      tab.setAttribute('aria-selected', String(is));
      tab.tabIndex = is ? 0 : -1;
      if (is) tab.scrollIntoView?.({ block: 'nearest', inline: 'center' });
    }
    this.panel.setAttribute('aria-labelledby', `${this.block.id}-${date}`);
    const { panel } = this;
    try {
      const day = await this.context.actions.times('day', { ...this.wanted, date });
      if (this.chosen === date && this.panel === panel) panel.replaceChildren(...dayTimes(this, this.block, this.context, day, { ...this.found, party: this.wanted.party_size }));
    } catch (problem) {
      if (this.chosen === date && this.panel === panel) this.#failed(panel, problem, () => this.load(this.found.days[0].date, date));
    }
  }

  #key(event) {
    let step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    if (this.words.dir === 'rtl' && event.key.startsWith('Arrow')) step = -step;
    const tabs = [...this.tabs.children];
    const at = tabs.findIndex(({ dataset }) => dataset.date === this.chosen) + step;
    const tab = tabs[Math.max(0, Math.min(tabs.length - 1, at))];
    this.choose(tab.dataset.date);
    tab.focus();
  }

  #openMonth(button) {
    const close = () => {
      this.month.remove();
      this.month = null;
      button.setAttribute('aria-expanded', 'false');
      button.focus();
    };
    if (this.month) return close();
    const choose = (date) => {
      close();
      this.load(date, date);
    };
    this.month = monthOf(this, { words: this.words, found: this.found, chosen: this.chosen, choose, close, days: (asked) => this.context.actions.times('days', { ...this.wanted, ...asked }) });
    button.setAttribute('aria-expanded', 'true');
    return this.body.querySelector('.turning').after(this.month);
  }

  // The strip stays where it is: another day may have been looked at before.
  #failed(place, problem, again) {
    place.replaceChildren(this.retryNote(problem, this.words, again));
  }
}
