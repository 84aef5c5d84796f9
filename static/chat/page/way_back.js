// The way back of a phone. Each step into the chat, such as opening it or looking at all days, is an entry of this page's own history:
// going back takes back the last step instead of leaving the page. The history of the site around us is not touched.

export class WayBack {
  // What takes back each step, by its depth; null where it was left by other means. Entries of such steps are used again, and whoever
  // goes back over one goes on to the one before it.
  #steps;

  constructor({ history = window.history, self = window } = {}) {
    this.history = history;
    this.#steps = Array(history.state?.zimun ?? 0).fill(null);
    self.addEventListener('popstate', ({ state }) => this.#arrive(state?.zimun ?? 0));
  }

  // -> what says that the step was taken back by other means.
  enter(undo) {
    const depth = this.#steps.findLastIndex(Boolean) + 1;
    if (depth === this.#steps.length) this.history.pushState({ zimun: depth + 1 }, '');
    this.#steps[depth] = undo;
    return () => {
      const at = this.#steps.indexOf(undo);
      if (at >= 0) this.#steps.fill(null, at);
    };
  }

  #arrive(depth) {
    if (depth >= this.#steps.length) {
      this.#steps.push(...Array(depth - this.#steps.length).fill(null));
      return;
    }
    const taken = this.#steps.splice(depth).filter(Boolean).reverse();
    if (!taken.length) this.history.back();
    for (const undo of taken) undo();
  }
}
