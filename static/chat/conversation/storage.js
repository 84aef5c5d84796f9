// What outlives a reload: the browser's storage where it is allowed, else what is given instead, else memory.
import { cookiesOf } from './cookies.js';

export function keeperOf(pick, instead = memory) {
  try {
    const storage = pick();
    storage.setItem('zimun', '1');
    storage.removeItem('zimun');
    return storage;
  } catch {
    return instead();
  }
}

// For the conversation's token.
export const lastingKeeper = () => keeperOf(() => localStorage, () => cookiesOf(document) ?? memory());

// For what is not sent yet.
export const passingKeeper = () => keeperOf(() => sessionStorage, () => cookiesOf(document, false) ?? memory());

// For what is written and not sent yet. A full storage loses the draft, never the conversation.
export const draftIn = (storage, slot) => ({
  read: () => storage.getItem(slot) ?? '',
  write: (text) => {
    try {
      text ? storage.setItem(slot, text) : storage.removeItem(slot);
    } catch {
      storage.removeItem(slot);
    }
  },
});

function memory() {
  const kept = new Map();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  };
}

// Messages that are not sent yet, in one slot of a Storage.
export const shelfIn = (storage, slot) => ({
  read: () => JSON.parse(storage.getItem(slot) ?? '[]'),
  write: (messages) => (messages.length ? storage.setItem(slot, JSON.stringify(messages)) : storage.removeItem(slot)),
});
