// Rows that are asked for where a view shows them, and again when the board says that they have changed.

export class Rows {
  #changed;
  #have = '';
  #want = '';
  #asking = false;
  rows = null;

  constructor(changed) {
    this.#changed = changed;
  }

  // At most one request is under way; the last one that was wanted meanwhile follows.
  async want(url, version) {
    this.#want = `${version} ${url}`;
    if (this.#asking || this.#want === this.#have) {
      return;
    }
    const asked = this.#want;
    this.#asking = true;
    try {
      const answer = await fetch(url);
      if (answer.ok) {
        this.rows = await answer.json();
        this.#have = asked;
      }
    } catch {
      // The board is away, which the status says; its next message asks again.
    } finally {
      this.#asking = false;
    }
    if (this.#have === asked) {
      this.#changed();
    }
  }
}
