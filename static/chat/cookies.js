// Where a frame may keep nothing. Private windows, and whoever blocks other sites' data, still allow it cookies that
// are bound to the page around it ("Partitioned"), over https and on localhost.

const MONTH_SECONDS = 30 * 24 * 3600;

// page: document-like. -> a place like localStorage, or null where cookies are forbidden as well.
export function cookiesOf(page) {
  const write = (key, value, seconds) => {
    const pair = [key, value].map(encodeURIComponent).join('=');
    // Only addresses under /embed are ever sent them.
    page.cookie = `${pair}; Max-Age=${seconds}; Path=/embed; Secure; SameSite=None; Partitioned`;
  };
  const read = () => new Map(page.cookie.split('; ').map((cookie) => cookie.split('=').map(decodeURIComponent)));
  const cookies = {
    getItem: (key) => read().get(key) ?? null,
    setItem: (key, value) => write(key, value, MONTH_SECONDS),
    removeItem: (key) => write(key, '', 0),
  };
  cookies.setItem('zimun', '1');
  const kept = cookies.getItem('zimun') === '1';
  cookies.removeItem('zimun');
  return kept ? cookies : null;
}
