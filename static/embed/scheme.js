// Whether a page is light or dark: by what it stands on where that can be seen, else by what it says of itself.

const system = matchMedia('(prefers-color-scheme: dark)');

// ours: our own element on the page, which says nothing of it. -> 'light' or 'dark'.
export function schemeOf(ours) {
  const covering = document.elementsFromPoint(innerWidth / 2, innerHeight - 1).reverse();
  const grounds = [document.documentElement, document.body, ...covering.filter((one) => one !== ours)].filter(Boolean);
  const tone = grounds.map((one) => toneOf(getComputedStyle(one).backgroundColor)).find((one) => one !== undefined);
  if (tone !== undefined) return tone < 0.5 ? 'dark' : 'light';
  const { colorScheme } = getComputedStyle(document.documentElement);
  const dark = colorScheme.includes('dark') && (system.matches || !colorScheme.includes('light'));
  return dark ? 'dark' : 'light';
}

// How light a computed colour is, from 0 to 1; undefined for one that can be seen through.
function toneOf(colour) {
  const parts = colour.split(/[\s,()/]+/).filter((part) => part && !Number.isNaN(Number(part)));
  const [first, second, third, alpha = 1] = parts.map(Number);
  if (third === undefined || alpha < 0.5) return undefined;
  if (colour.startsWith('ok')) return first;
  if (colour.startsWith('l')) return first / 100;
  return (0.299 * first + 0.587 * second + 0.114 * third) / (colour.startsWith('rgb') ? 255 : 1);
}

// Calls back whenever the page may look different.
export function watchScheme(look, signal) {
  const observer = new MutationObserver(look);
  const page = document.documentElement;
  for (const one of [page, document.body]) observer.observe(one, { attributes: true });
  observer.observe(document.head, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
  system.addEventListener('change', look, { signal });
  page.addEventListener('transitionend', ({ target }) => [page, document.body].includes(target) && look(), { signal });
}
