// Which way a text runs. A sentence in Hebrew that begins with the English name of a service is a Hebrew sentence, for which
// `dir="auto"` would take its first letter alone.
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g;
const LETTERS = /\p{L}/gu;

export function directionOf(text) {
  const letters = text.match(LETTERS) ?? [];
  const rtl = text.match(RTL)?.length ?? 0;
  if (!rtl) return letters.length ? 'ltr' : 'auto';
  const beginsRtl = RTL.test(letters[0] ?? '');
  RTL.lastIndex = 0;
  return beginsRtl || rtl * 2 > letters.length ? 'rtl' : 'ltr';
}
