// An e-mail address that misses a well-known domain by a slip of the fingers, as booking_core/customers/mail_domains.py reads it:
// the server asks once more about what is sent so, and this says it while it can be put right with one press.

// Shorter names are too near to others that exist: "live" and "love".
const SHORTEST_NAME = 5;

// known: the well-known domains. -> the address that was probably meant, or null.
export function likelyAddress(email, known) {
  const at = email.lastIndexOf('@');
  const local = email.slice(0, at);
  const domain = email.slice(at + 1).toLowerCase();
  const [name, ending] = halvesOf(domain);
  if (at < 1 || known.includes(domain) || name.length < SHORTEST_NAME - 1) return null;
  const missed = known.map((one) => [one, ...halvesOf(one)]).filter((one) => one[1].length >= SHORTEST_NAME);
  const near = missed.filter((one) => isNear(name, one[1]) && isSlip(ending, one[2]));
  const sameName = near.filter((one) => one[1] === name);
  const best = sameName.length ? sameName : near;
  return best.length === 1 ? `${local}@${best[0][0]}` : null;
}

function halvesOf(domain) {
  const dot = domain.indexOf('.');
  return dot < 0 ? [domain, ''] : [domain.slice(0, dot), domain.slice(dot + 1)];
}

// Any two letters may be a country's.
const isSlip = (ending, known) => ending === known || (known.length > 2 && ending.length > 1 && isNear(ending, known));

// Damerau and Levenshtein's distance of at most 1.
function isNear(one, other) {
  if (one === other || Math.abs(one.length - other.length) > 1) return one === other;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  if (short.length < long.length) return short.slice(start) === long.slice(start + 1);
  const swapped = one[start] === other[start + 1] && one[start + 1] === other[start] && one.slice(start + 2) === other.slice(start + 2);
  return one.slice(start + 1) === other.slice(start + 1) || swapped;
}
