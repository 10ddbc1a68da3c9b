// The windows of the page, and queries on them.

export class Store {
  #windows = new Map();
  #fresh = true;

  // What comes first on a new connection is all there is.
  reconnected() {
    this.#fresh = true;
  }

  apply(changes) {
    if (this.#fresh) {
      this.#windows.clear();
      this.#fresh = false;
    }
    for (const window of changes.windows) {
      this.#windows.set(window.start, window);
    }
    const kept = new Set(changes.kept);
    for (const start of this.#windows.keys()) {
      if (!kept.has(start)) {
        this.#windows.delete(start);
      }
    }
  }

  // Oldest first, each with all its calls and those of the types that contain the filter.
  windows(filter) {
    return [...this.#windows.values()]
      .sort((a, b) => (a.start < b.start ? -1 : 1))
      .map(window => ({
        ...window,
        calls: sum(window.rows),
        matching: sum(window.rows.filter(row => matches(row, filter)))
      }));
  }
}

// The types of a window, the most frequent first, each with its dispositions.
export function types(window, filter) {
  const byType = new Map();
  for (const row of window.rows.filter(each => matches(each, filter))) {
    const type = byType.get(row.type) ?? {name: row.type, calls: 0, rows: []};
    type.calls += row.count;
    type.rows.push(row);
    byType.set(row.type, type);
  }
  return [...byType.values()]
    .map(({name, calls, rows}) => ({name, calls, dispositions: dispositionsOf(rows)}))
    .sort(mostFirst);
}

// How the calls of rows ended, the most frequent first.
export function dispositionsOf(rows) {
  const byName = new Map();
  for (const row of rows) {
    addDisposition(byName, row);
  }
  return [...byName.values()].sort(mostFirst);
}

// Radio codes with the same meaning are one disposition; a code without a meaning is one of its own.
function addDisposition(dispositions, row) {
  const name = row.description ?? row.disposition ?? 'none given';
  const key = `${row.description === null} ${name}`;
  const disposition = dispositions.get(key) ?? {name, described: row.description !== null, calls: 0};
  disposition.calls += row.count;
  dispositions.set(key, disposition);
}

function mostFirst(a, b) {
  return b.calls - a.calls || (a.name < b.name ? -1 : 1);
}

function matches(row, filter) {
  return row.type.toLowerCase().includes(filter.toLowerCase());
}

function sum(rows) {
  return rows.reduce((calls, row) => calls + row.count, 0);
}
