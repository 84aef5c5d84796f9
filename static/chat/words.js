// Every word of the interface in the customer's language, and dates, prices and durations by Intl.

const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'he', 'ar'];
const RTL = ['he', 'ar'];

// locale: a BCP 47 tag. An unknown language gets English.
export async function wordsFor(locale, zone = Intl.DateTimeFormat().resolvedOptions().timeZone) {
  const asked = String(locale ?? '').slice(0, 2).toLowerCase();
  const lang = LANGUAGES.includes(asked) ? asked : 'en';
  const { default: catalogue } = await import(`./languages/${lang}.js`);
  return new Words(catalogue, lang, lang === asked ? locale : lang, zone);
}

export class Words {
  constructor(catalogue, lang, locale, zone) {
    Object.assign(this, { catalogue, lang, zone, dir: RTL.includes(lang) ? 'rtl' : 'ltr' });
    this.locale = Intl.getCanonicalLocales(locale)[0];
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

  price({ amount, currency }) {
    const whole = Number.isInteger(Number(amount)) ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {};
    return new Intl.NumberFormat(this.locale, { style: 'currency', currency, ...whole }).format(amount);
  }

  minutes(count) {
    const part = (value, unit) => (value
      ? [new Intl.NumberFormat(this.locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value)] : []);
    return count < 90 ? part(count, 'minute')[0] : [...part(Math.floor(count / 60), 'hour'), ...part(count % 60, 'minute')].join(' ');
  }

  // 605000 ms -> "10:05"
  countdown(milliseconds) {
    const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }

  #date(instant, options) {
    return new Intl.DateTimeFormat(this.locale, options).format(new Date(instant));
  }
}
