// Where a frame may keep nothing. Private windows, and whoever blocks other sites' data, still allow it cookies that
// are bound to the page around it ("Partitioned"), over https and on localhost.

const MONTH_SECONDS = 30 * 24 * 3600;
const COOKIE_AT_MOST = 3900; // bytes; browsers refuse cookies of more than 4,096, attributes included

// page: document-like; lasting: over the end of the browser. -> a place like localStorage, in which a text that is too long for a cookie
// is not kept, or null where cookies are forbidden as well.
export function cookiesOf(page, lasting = true) {
  const write = (key, value, age) => {
    const pair = [key, value].map(encodeURIComponent).join('=');
    // Only addresses under /embed are ever sent them.
    if (pair.length <= COOKIE_AT_MOST) page.cookie = `${pair}; ${age}Path=/embed; Secure; SameSite=None; Partitioned`;
    else cookies.removeItem(key);
  };
  const read = () => new Map(page.cookie.split('; ').map((cookie) => cookie.split('=').map(decodeURIComponent)));
  const cookies = {
    getItem: (key) => read().get(key) ?? null,
    setItem: (key, value) => write(key, value, lasting ? `Max-Age=${MONTH_SECONDS}; ` : ''),
    removeItem: (key) => write(key, '', 'Max-Age=0; '),
  };
  try {
    cookies.setItem('zimun', '1');
    const kept = cookies.getItem('zimun') === '1';
    cookies.removeItem('zimun');
    return kept ? cookies : null;
  } catch {
    return null; // A sandboxed frame may not even ask.
  }
}
