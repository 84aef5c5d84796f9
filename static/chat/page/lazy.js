// Scripts that only some customers need, each fetched when it is first asked for.

const fetched = {};
let failures = 0;

// A script beside this page's own, as a module. Rejects where there is no way to it; asked again, it is fetched again under another
// address, because browsers keep a module that has failed.
export function fetchLazy(name) {
  const address = import.meta.url.replace('chat.js', name) + (failures ? `&again=${failures}` : '');
  fetched[name] ??= import(address).catch((problem) => {
    failures += 1;
    delete fetched[name];
    throw problem;
  });
  return fetched[name];
}
