// Scripts and styles that only some customers need, each fetched when it is first asked for.
import { h } from './elements.js';

const fetched = {};
// Beside the script that asks, which is this page's own or one that was fetched.
const beside = (name) => import.meta.url.replace(/\w+\.js(?=\?|$)/, name);
let failures = 0;

// A script beside this page's own, as a module. Rejects where there is no way to it; asked again, it is fetched again under another
// address, because browsers keep a module that has failed.
export function fetchLazy(name) {
  const address = beside(name) + (failures ? `&again=${failures}` : '');
  fetched[name] ??= import(address).catch((problem) => {
    failures += 1;
    delete fetched[name];
    throw problem;
  });
  return fetched[name];
}

// A style beside this page's own. It is there when this resolves, or never: what is drawn without it is still to be read.
export function fetchStyle(name) {
  fetched[name] ??= new Promise((resolve) => {
    const link = h('link', { rel: 'stylesheet', href: beside(name), onload: resolve, onerror: resolve });
    document.head.append(link);
  });
  return fetched[name];
}
