// The view "week": calls hour by weekday, beside what was usual at that hour of the weeks before.

import {$, cell, element, row} from './dom.js';
import {amount, count, DAY, dayName, HOUR, millis, tenths} from './format.js';
import {Rows} from './rows.js';
import {emptyText} from './status.js';

const WEEK = 7 * DAY;
// From here on a difference is more than the usual scatter of counts.
const MARKED = 2;
const DARKEST = 4;

export class Week {
  #selection;
  #history;

  constructor(selection, changed) {
    this.#selection = selection;
    this.#history = new Rows(changed);
    $('heat-hours').append(...Array.from({length: 24}, (_, hour) => heading(hour)));
    $('week-filter').addEventListener('input', event => selection.set({type: event.target.value.trim()}));
    $('colours').addEventListener('change', event => selection.set({colours: event.target.value}));
  }

  render({state, versions}) {
    const filter = this.#selection.get('type');
    if (state === 'live') {
      this.#history.want(`/history?${new URLSearchParams({type: filter})}`, versions.counts);
    }
    if (document.activeElement !== $('week-filter')) {
      $('week-filter').value = filter;
    }
    $('colours').value = this.#selection.get('colours');
    const windows = this.#history.rows ?? [];
    const days = windows.some(window => millis(window.end) - millis(window.start) >= DAY);
    $('heat').hidden = windows.length === 0 || days;
    $('week-controls').hidden = windows.length === 0;
    $('week-empty').hidden = windows.length > 0 && !days;
    $('week-empty').textContent = days ? 'Windows of a day or more have no hours: this view needs shorter ones.' : emptyText(state);
    $('week-readout').textContent = '';
    if (windows.length > 0 && !days) {
      this.#draw(windows, filter);
    }
  }

  #draw(windows, filter) {
    const hours = new Hours(windows);
    const cells = hours.latestWeek();
    const compared = this.#selection.get('colours') === 'usual';
    const most = Math.max(1, ...cells.flat().map(each => each?.calls ?? 0));
    $('heat-rows').replaceChildren(...cells.map((day, index) => row(
      cell('th', '', dayName(hours.firstDay + index * DAY)),
      ...day.map((each, hour) => heat(each, hour, compared, most)))));
    const total = cells.flat().reduce((sum, each) => sum + (each?.calls ?? 0), 0);
    $('week-readout').replaceChildren(element('strong', '', count(total, 'call', 'calls')), ' in these seven days'
      + (filter === '' ? '' : `, of types that contain “${filter}”`));
    $('heat-caption').textContent = compared
      ? `Calls, and ▲ or ▼ where they are far above or below the median of the same hour of ${count(hours.weeksBefore, 'week', 'weeks')} before. An hour is compared where there is a week before it.`
      : 'Calls in each hour, by the start of their window. An empty hour has no window yet.';
  }
}

// Calls by the hour, and for each hour what the same hour of the weeks before had.
class Hours {
  #byHour = new Map();
  #first = Infinity;
  #last = -Infinity;

  constructor(windows) {
    for (const window of windows) {
      const hour = Math.floor(millis(window.start) / HOUR) * HOUR;
      this.#byHour.set(hour, (this.#byHour.get(hour) ?? 0) + window.calls);
      this.#first = Math.min(this.#first, hour);
      this.#last = Math.max(this.#last, hour);
    }
    this.firstDay = Math.floor(this.#last / DAY) * DAY - 6 * DAY;
    this.weeksBefore = Math.max(0, Math.ceil((this.firstDay - this.#first) / WEEK));
  }

  latestWeek() {
    return Array.from({length: 7}, (_, day) => Array.from({length: 24}, (__, hour) => this.#hour(this.firstDay + day * DAY + hour * HOUR)));
  }

  #hour(at) {
    return this.#isThere(at) ? {calls: this.#byHour.get(at) ?? 0, usual: this.#usual(at)} : null;
  }

  // An hour without calls has no window, but is among others that have.
  #isThere(at) {
    return at >= this.#first && at <= this.#last;
  }

  #usual(at) {
    const before = [];
    for (let week = at - WEEK; this.#isThere(week); week -= WEEK) {
      before.push(this.#byHour.get(week) ?? 0);
    }
    before.sort((a, b) => a - b);
    const middle = before.length / 2;
    return before.length === 0 ? null : (before[Math.ceil(middle) - 1] + before[Math.floor(middle)]) / 2;
  }
}

const hourName = hour => String(hour).padStart(2, '0');

function heading(hour) {
  const made = element('th', '', hourName(hour));
  made.scope = 'col';
  made.setAttribute('role', 'columnheader');
  return made;
}

function heat(each, hour, compared, most) {
  if (each === null) {
    return cell('td', 'number', element('span', 'unseen', 'none yet'));
  }
  const made = cell('td', 'number', amount(each.calls));
  const usual = each.usual === null ? 'no week before' : `usually ${tenths(each.usual)}`;
  made.title = `${hourName(hour)}:00: ${count(each.calls, 'call', 'calls')}, ${usual}`;
  if (!compared) {
    colour(made, 'many', each.calls / most);
  } else if (each.usual !== null) {
    // Counts scatter by the root of what is usual.
    const off = (each.calls - each.usual) / Math.sqrt(Math.max(1, each.usual));
    colour(made, off > 0 ? 'above' : 'below', Math.abs(off) / DARKEST);
    if (Math.abs(off) >= MARKED) {
      made.prepend(element('span', 'mark', off > 0 ? '▲' : '▼'));
    }
  }
  return made;
}

function colour(made, kind, part) {
  made.classList.add(kind);
  made.style.setProperty('--part', `${Math.round(42 * Math.min(1, part))}%`);
}
