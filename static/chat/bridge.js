// The frame's end of the talk with its host page (static/embed/panel.js is the other). Messages are
// {zimun: 1, type, …}. To the host: ready, close, event {name, detail}. From it: open {focus, page}, close,
// send {text}, reset, theme {theme}, locale {lang}, viewport {height}.
// Only the parent window, only at the origin it named when it made the frame, is heard or told anything.

export class Bridge {
  constructor({ host, hear, parent = window.parent, self = window }) {
    Object.assign(this, { host, parent });
    self.addEventListener('message', ({ origin, source, data }) => {
      if (source !== parent || origin !== host || data?.zimun !== 1 || typeof data.type !== 'string') return;
      hear(data);
    });
  }

  tell(type, more) {
    this.parent.postMessage({ zimun: 1, type, ...more }, this.host);
  }

  event(name, detail = {}) {
    this.tell('event', { name, detail });
  }
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
