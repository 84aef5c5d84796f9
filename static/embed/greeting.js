// What greets above the button, where the site asks for it: pressed, it opens the chat; its cross takes it away.
// Fetched by chat.js as a module, like panel.js.

import { schemeOf } from './scheme.js';

const WORDS = {
  de: ['Hallo! Termin gesucht?', 'Schließen'],
  fr: ['Bonjour ! Un rendez-vous ?', 'Fermer'],
  es: ['¡Hola! ¿Una cita?', 'Cerrar'],
  it: ['Ciao! Un appuntamento?', 'Chiudi'],
  he: ['שלום! לקבוע תור?', 'סגירה'],
  ar: ['مرحبًا! موعد؟', 'إغلاق'],
};

// Returns the element, which is shown at once.
export default function greet({ root, aside, button, side, theme, lang, greeting, make, open }) {
  const [greets, dismisses] = WORDS[lang.slice(0, 2)] || ['Hello! Shall I book you in?', 'Close'];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`.greeting{position:fixed;bottom:calc(88px + env(safe-area-inset-bottom));${side}:20px;display:flex;max-width:290px;border-radius:28px;box-shadow:0 8px 28px #0005;background:Canvas;color-scheme:${/light|dark/.exec(theme) || schemeOf(root.host)}}
.greeting button{padding:14px 20px;border:0;border-radius:28px;background:0;color:CanvasText;font:15px/1.4 system-ui,Arial,sans-serif;text-align:start;cursor:pointer}`);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const element = make('div', { className: 'greeting' },
    make('button', { dir: 'auto', onclick: () => open() }, greeting || greets),
    make('button', { ariaLabel: dismisses, onclick: () => { element.remove(); button.focus(); } }, '×'));
  aside.prepend(element);
  return element;
}
