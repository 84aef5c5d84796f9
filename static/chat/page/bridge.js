// The frame's end of the talk with its host page (static/embed/panel.js is the other). Messages are
// {zimun: 1, type, …}. To the host: ready, close, event {name, detail}. From it: what is listed below.
// Only the parent window, only at the origin it named when it made the frame, is heard or told anything.

const HEARD = {
  open: { focus: 'boolean', full: 'boolean', page: 'string' },
  close: {},
  send: { text: 'string' },
  identify: { token: 'string' },
  theme: { theme: 'string' },
  locale: { lang: 'string' },
  reset: {},
};
const SAID_AT_MOST = 4000; // characters of anything a host says

export class Bridge {
  constructor({ host, hear, parent = window.parent, self = window }) {
    Object.assign(this, { host, parent });
    self.addEventListener('message', ({ origin, source, data }) => {
      if (source === parent && origin === host && isHeard(data)) hear(data);
    });
  }

  tell(type, more) {
    this.parent.postMessage({ zimun: 1, type, ...more }, this.host);
  }

  event(name, detail = {}) {
    this.tell('event', { name, detail });
  }
}

function isHeard(data) {
  if (data?.zimun !== 1 || typeof data.type !== 'string' || !Object.hasOwn(HEARD, data.type)) return false;
  const right = ([name, type]) => typeof data[name] === type && (type !== 'string' || data[name].length <= SAID_AT_MOST);
  return Object.entries(HEARD[data.type]).every(right);
}

// An origin a frame may talk to: http or https, spelled as browsers spell it; null for anything else.
export function hostOrigin(given) {
  try {
    const url = new URL(given);
    return ['http:', 'https:'].includes(url.protocol) && url.origin === given ? given : null;
  } catch {
    return null;
  }
}
