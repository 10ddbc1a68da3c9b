// What is selected. It is kept in the address, so that a link, a reload and "back" show the same again.

const DEFAULTS = {view: 'now', window: '', type: '', colours: 'calls', leg: 'onscene', priority: '', district: '', kind: '', place: ''};

export class Selection {
  #values;
  #changed;

  constructor(changed) {
    this.#changed = changed;
    this.#read();
    addEventListener('hashchange', () => {
      this.#read();
      changed();
    });
  }

  get(name) {
    return this.#values[name];
  }

  // Typing into a filter leaves one step for "back", not one for each letter.
  set(values) {
    this.#values = {...this.#values, ...values};
    history.replaceState(null, '', this.link({}));
    this.#changed();
  }

  // The address of this selection with some of it changed.
  link(values) {
    const chosen = Object.entries({...this.#values, ...values}).filter(([name, value]) => value !== DEFAULTS[name]);
    return `#${new URLSearchParams(chosen)}`;
  }

  #read() {
    const address = new URLSearchParams(location.hash.slice(1));
    this.#values = Object.fromEntries(Object.entries(DEFAULTS).map(([name, value]) => [name, address.get(name) ?? value]));
  }
}
