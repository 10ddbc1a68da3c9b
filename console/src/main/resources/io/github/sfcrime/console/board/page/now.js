// The view "now": calls per window, and the types of one window with their dispositions.

import {Chart} from './chart.js';
import {$, element, option, setOptions} from './dom.js';
import {amount, count, millis, range} from './format.js';
import {emptyText} from './status.js';
import {types} from './store.js';
import {FIRST, show} from './table.js';
import {UnusualNow} from './unusual.js';

export class Now {
  #selection;
  #chart;
  #chosen = null;
  #all = false;
  #unusual;

  constructor(selection, changed) {
    this.#selection = selection;
    this.#unusual = new UnusualNow(changed);
    this.#chart = new Chart($('chart'), {choose: start => selection.set({window: start}), point: window => this.#readOut(window)});
    $('window').addEventListener('change', event => selection.set({window: event.target.value}));
    $('filter').addEventListener('input', event => selection.set({type: event.target.value.trim()}));
    $('all').addEventListener('click', () => {
      this.#all = true;
      selection.set({});
    });
  }

  render(board) {
    this.#unusual.render(board, this.#selection.link({view: 'unusual'}));
    const {store, state} = board;
    const filter = this.#selection.get('type');
    const windows = store.windows(filter);
    this.#chosen = windows.find(window => window.start === this.#selection.get('window')) ?? windows.at(-1) ?? null;
    if (document.activeElement !== $('filter')) {
      $('filter').value = filter;
    }
    $('key-filter').hidden = filter === '';
    $('chart').dataset.windows = windows.length;
    $('axis').hidden = windows.length === 0;
    $('controls').hidden = windows.length === 0;
    this.#chart.draw(windows, this.#chosen);
    this.#showWindows(windows);
    this.#readOut(null);
    this.#showTable(windows, state, filter);
  }

  #showTable(windows, state, filter) {
    const chosen = this.#chosen;
    const list = chosen === null ? [] : types(chosen, filter);
    show($('rows'), list, this.#all, type => this.#selection.link({view: 'type', type}));
    $('calls').hidden = list.length === 0;
    $('empty').hidden = list.length > 0;
    $('empty').textContent = chosen === null ? emptyText(state) : `No type of call in this window contains “${filter}”.`;
    $('all').hidden = this.#all || list.length <= FIRST;
    $('all').textContent = `Show all ${amount(list.length)} types`;
    $('total').textContent = chosen === null ? '' : `${count(chosen.matching, 'call', 'calls')} of ${count(list.length, 'type', 'types')}`;
    // Results of one's own choice are worth saying aloud, windows that come by themselves would drown everything else.
    $('total').ariaLive = filter === '' && this.#selection.get('window') === '' ? 'off' : 'polite';
    $('caption').textContent = chosen === null ? '' : this.#caption(windows, list.length);
    $('csv').hidden = list.length === 0;
    if (chosen !== null) {
      $('csv').href = `/counts.csv?${new URLSearchParams({window: chosen.start, type: filter})}`;
    }
  }

  #caption(windows, number) {
    const shown = this.#all || number <= FIRST ? 'The most frequent first' : `The ${FIRST} most frequent of ${amount(number)}`;
    return `${range(this.#chosen)}${this.#soFar(windows)}. ${shown}; what is in italics is not among the radio codes.`;
  }

  // A cumulating window is shorter than the others until its last step.
  #soFar(windows) {
    const length = window => millis(window.end) - millis(window.start);
    return windows.some(window => length(window) > length(this.#chosen)) ? ', so far' : '';
  }

  #showWindows(windows) {
    const start = this.#selection.get('window');
    const options = [...windows].reverse().map(window => option(window.start, `${range(window)}: ${count(window.matching, 'call', 'calls')}`));
    setOptions($('window'), [option('', 'Latest, updated live'), ...options], windows.some(window => window.start === start) ? start : '');
    const index = windows.indexOf(this.#chosen);
    $('earlier').disabled = index <= 0;
    $('later').disabled = index < 0 || index === windows.length - 1;
    $('earlier').onclick = () => this.#selection.set({window: windows[index - 1].start});
    $('later').onclick = () => this.#selection.set({window: windows[index + 1].start});
  }

  #readOut(pointed) {
    const window = pointed ?? this.#chosen;
    $('readout').replaceChildren();
    if (window !== null) {
      const calls = this.#selection.get('type') === ''
        ? count(window.calls, 'call', 'calls')
        : `${amount(window.matching)} of ${count(window.calls, 'call', 'calls')}`;
      $('readout').append(element('strong', '', calls), ` ${range(window)}`);
    }
  }
}
