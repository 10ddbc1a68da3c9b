// Calls per window as bars; a click chooses a window, and the window under the pointer is read out.

import {amount, count, millis, range} from './format.js';

const HEIGHT = 200;

export class Chart {
  #element;
  #plot = null;
  #windows = [];
  #colours = null;

  constructor(element, {choose, point}) {
    this.#element = element;
    this.choose = choose;
    this.point = point;
    new ResizeObserver(() => this.#resize()).observe(element);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#rebuild());
    element.addEventListener('click', () => this.#choosePointed());
  }

  draw(windows, chosen) {
    this.#windows = windows;
    const data = [
      windows.map(window => millis(window.start) / 1000),
      windows.map(window => window.calls),
      windows.map(window => window.matching),
      windows.map(window => (window === chosen ? window.matching : null))
    ];
    if (windows.length === 0) {
      this.#plot?.destroy();
      this.#plot = null;
    } else if (this.#plot === null) {
      this.#plot = new uPlot(this.#options(), data, this.#element);
    } else {
      this.#plot.setData(data);
    }
    this.#element.setAttribute('aria-label', this.#summary());
  }

  #summary() {
    const windows = this.#windows;
    if (windows.length === 0) {
      return 'Bar chart of calls per window, without data yet';
    }
    const most = windows.reduce((a, b) => (b.matching > a.matching ? b : a));
    return `Bar chart of calls per window, ${count(windows.length, 'window', 'windows')} from ${range(windows[0])}`
      + ` to ${range(windows.at(-1))}; the most are ${amount(most.matching)}, ${range(most)}.`
      + ' The list of windows below has the same numbers.';
  }

  #options() {
    const bars = uPlot.paths.bars({size: [0.82, 64]});
    const axis = {
      stroke: colour('--quiet'),
      grid: {stroke: colour('--line'), width: 1},
      ticks: {show: false},
      font: '12px system-ui, sans-serif'
    };
    const series = (label, fill) => ({label, fill, width: 0, paths: bars, points: {show: false}});
    return {
      width: Math.max(1, this.#element.clientWidth),
      height: HEIGHT,
      tzDate: seconds => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
      legend: {show: false},
      cursor: {y: false, drag: {x: false, y: false}, points: {show: false}},
      scales: {x: {range: (plot, from, to) => this.#room(from, to)}, y: {range: (plot, least, most) => [0, Math.max(5, most * 1.05)]}},
      axes: [
        {...axis, grid: {show: false}, size: 40, space: 70, values: axisTimes},
        {...axis, size: 48, label: 'Calls', labelSize: 18, labelFont: '12px system-ui, sans-serif',
          incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 2e5, 5e5, 1e6, 1e7],
          values: (plot, splits) => splits.map(amount)}
      ],
      series: [
        {},
        series('all', colour('--line')),
        series('matching', colour('--bar')),
        series('chosen', colour('--chosen'))
      ],
      hooks: {setCursor: [plot => this.point(this.#windows[plot.cursor.idx] ?? null)]}
    };
  }

  // Half a window on either side, so that the first and the last bar are whole.
  #room(from, to) {
    const one = this.#windows[0];
    const half = one === undefined ? 1 : (millis(one.end) - millis(one.start)) / 2000;
    return [from - half, to + half];
  }

  #choosePointed() {
    const window = this.#windows[this.#plot?.cursor.idx ?? -1];
    if (window !== undefined) {
      this.choose(window.start);
    }
  }

  #resize() {
    this.#plot?.setSize({width: Math.max(1, this.#element.clientWidth), height: HEIGHT});
  }

  #rebuild() {
    const data = this.#plot?.data;
    this.#plot?.destroy();
    this.#plot = data === undefined ? null : new uPlot(this.#options(), data, this.#element);
  }
}

const clock = new Intl.DateTimeFormat('en-US', {timeZone: 'UTC', hourCycle: 'h23', hour: '2-digit', minute: '2-digit'});
const date = new Intl.DateTimeFormat('en-US', {timeZone: 'UTC', month: 'short', day: 'numeric'});

// A colour of the page as it is now, light or dark.
export const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

// The day stands under the first time of each day, and alone where ticks are days apart.
export function axisTimes(plot, splits) {
  const daysApart = splits.length > 1 && splits[1] - splits[0] >= 86_400;
  let last = null;
  return splits.map(seconds => {
    const today = date.format(seconds * 1000);
    const first = today !== last;
    last = today;
    const time = clock.format(seconds * 1000);
    return daysApart ? today : first ? `${time}\n${today}` : time;
  });
}
