// Every word of the interface in the customer's language, and dates, prices and durations by Intl.

export class Words {
  #zone;

  // catalogue: a file of languages/, chosen by the server; locale: a BCP 47 tag; zone: the customer's own, where it is not the browser's.
  constructor({ catalogue, locale, dir, zone }) {
    Object.assign(this, { catalogue, locale, dir });
    this.#zone = zone;
  }

  // Asked for when a time is first told: the first use of Intl takes a slow phone longer than everything else the page does at its start.
  get zone() {
    this.#zone ??= Intl.DateTimeFormat().resolvedOptions().timeZone;
    return this.#zone;
  }

  t(key, values = {}) {
    return (this.catalogue[key] ?? '').replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
  }

  // instant: RFC 3339 text or milliseconds.
  time(instant, timeZone = this.zone) {
    return this.#date(instant, { timeZone, hour: 'numeric', minute: '2-digit' });
  }

  weekdayTime(instant, timeZone = this.zone) {
    return this.#date(instant, { timeZone, weekday: 'short', hour: 'numeric', minute: '2-digit' });
  }

  // date: YYYY-MM-DD, as the location counts days.
  day(date) {
    return this.#date(`${date}T12:00:00Z`, { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' });
  }

  // "Today", "Yesterday", "Friday, November 27": of an instant, on this customer's clock.
  dayAgo(instant) {
    const days = Math.round((new Date().setHours(12, 0, 0, 0) - new Date(instant).setHours(12, 0, 0, 0)) / 86_400_000);
    if (days > 1) return this.#date(instant, { timeZone: this.zone, weekday: 'long', day: 'numeric', month: 'long' });
    return this.#dayWord(-days);
  }

  // When it opens again, in a sentence; further away than a week with the date.
  opensAt(instant, timeZone) {
    const [days, time] = [this.#daysTo(instant, timeZone), this.time(instant, timeZone)];
    if (days === 0) return this.t('opens_today', { time });
    if (days === 1) return this.t('opens_tomorrow', { time });
    const date = days > 6 ? { day: 'numeric', month: 'long' } : {};
    return this.t('opens_on', { day: this.#date(instant, { timeZone, weekday: 'long', ...date }), time });
  }

  #daysTo(instant, timeZone) {
    return (Date.parse(this.dateIn(instant, timeZone)) - Date.parse(this.today(timeZone))) / 86_400_000;
  }

  // "Today" and "Tomorrow" by name, any other day by its weekday; of an instant, on the clock of a zone.
  soonDay(instant, timeZone) {
    const days = this.#daysTo(instant, timeZone);
    if (days !== 0 && days !== 1) return this.#date(instant, { timeZone, weekday: 'short' });
    return this.#dayWord(days);
  }

  #dayWord(days) {
    const told = new Intl.RelativeTimeFormat(this.locale, { numeric: 'auto' }).format(days, 'day');
    return told[0].toLocaleUpperCase(this.locale) + told.slice(1);
  }

  weekday(date, weekday = 'short') {
    return this.#date(`${date}T12:00:00Z`, { timeZone: 'UTC', weekday });
  }

  dayNumber(date) {
    return this.#date(`${date}T12:00:00Z`, { timeZone: 'UTC', day: 'numeric' }).replace(/\P{N}+$/u, '');
  }

  month(date) {
    return this.#date(`${date}T12:00:00Z`, { timeZone: 'UTC', month: 'long', year: 'numeric' });
  }

  // "Tue, 1 Dec, 10:00"
  dayTime(instant, timeZone) {
    return this.#date(instant, { timeZone, weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' });
  }

  // The date it is on the clock of a zone.
  today(timeZone) {
    return this.dateIn(Date.now(), timeZone);
  }

  // YYYY-MM-DD of an instant.
  dateIn(instant, timeZone) {
    return new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(instant));
  }

  // The day a week begins with: 0 is Sunday.
  get firstDay() {
    const locale = new Intl.Locale(this.locale);
    return ((locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1) % 7;
  }

  fullDay(instant, timeZone) {
    return this.#date(instant, { timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  }

  timeSpan(start, end, timeZone) {
    return new Intl.DateTimeFormat(this.locale, { timeZone, hour: 'numeric', minute: '2-digit' })
      .formatRange(new Date(start), new Date(end));
  }

  // "Central European Time", or the zone's name where the browser has no better.
  zoneName(timeZone) {
    try {
      const parts = new Intl.DateTimeFormat(this.locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts();
      return parts.find(({ type }) => type === 'timeZoneName').value;
    } catch {
      return timeZone;
    }
  }

  // Whether this customer's clock shows another time at that instant.
  elsewhere(instant, timeZone) {
    return this.weekdayTime(instant, timeZone) !== this.weekdayTime(instant);
  }

  // `from` says that it is the least, by what the business says or what is not chosen yet; `each` is a price for every one who comes.
  price({ amount, currency, from, each, total }) {
    if (Number(amount) === 0 && !from) return this.t('price_free');
    const told = this.#from(amount, currency, from);
    const one = each ? this.t('price_each', { price: told }) : told;
    return total ? `${one} · ${this.t('price_total', { price: this.#from(total, currency, from) })}` : one;
  }

  // What is paid in all, as far as it is known.
  total({ amount, currency, from, total }) {
    return Number(amount) === 0 && !from ? this.t('price_free') : this.#from(total ?? amount, currency, from);
  }

  #from(amount, currency, from) {
    const price = this.#money(amount, currency);
    return from ? this.t('price_from', { price }) : price;
  }

  #money(amount, currency) {
    const whole = Number.isInteger(Number(amount)) ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {};
    return new Intl.NumberFormat(this.locale, { style: 'currency', currency, ...whole }).format(amount);
  }

  number(count) {
    return new Intl.NumberFormat(this.locale).format(count);
  }

  minutes(count) {
    const part = (value, unit) => (value
      ? [new Intl.NumberFormat(this.locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value)] : []);
    return count < 90 ? part(count, 'minute')[0] : [...part(Math.floor(count / 60), 'hour'), ...part(count % 60, 'minute')].join(' ');
  }

  // "45 min · Long hair · €35".
  lengthAndPrice(count, price, name) {
    return [this.minutes(count), name, price && this.price(price)].filter(Boolean).join(' · ');
  }

  // "10 minutes", and for the last one "45 seconds": begun ones count.
  left(milliseconds) {
    const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
    const [value, unit] = seconds > 60 ? [Math.ceil(seconds / 60), 'minute'] : [seconds, 'second'];
    return new Intl.NumberFormat(this.locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  }

  #date(instant, options) {
    return new Intl.DateTimeFormat(this.locale, options).format(new Date(instant));
  }
}
