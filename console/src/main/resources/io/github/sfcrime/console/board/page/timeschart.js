// Percentiles per window as bands, with the goal as a line; the window under the pointer is read out.

import {axisTimes, colour} from './chart.js';
import {count, millis, range, span} from './format.js';

const HEIGHT = 240;
const MINUTE = 60;

export class TimesChart {
  #element;
  #point;
  #plot = null;
  #rows = [];

  // The row under the pointer, or null, goes to `point`.
  constructor(element, point) {
    this.#element = element;
    this.#point = point;
    new ResizeObserver(() => this.#plot?.setSize({width: this.#width(), height: HEIGHT})).observe(element);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#rebuild(this.#plot?.data));
  }

  // Rows of one leg, priority and district, oldest first.
  draw(rows, priority, district) {
    this.#rows = rows;
    // Times of a percentile may be a hundred times those of another, hence a logarithmic axis, which has no zero.
    const minutes = field => rows.map(row => (row[field] === null ? null : Math.max(1, row[field]) / MINUTE));
    const data = [rows.map(row => millis(row.start) / 1000), minutes('median'), minutes('p90'), minutes('p99'), minutes('goal')];
    if (this.#plot === null) {
      this.#rebuild(data);
    } else {
      this.#plot.setData(data);
    }
    this.#element.setAttribute('aria-label', summary(rows, priority, district));
  }

  #rebuild(data) {
    this.#plot?.destroy();
    this.#plot = data === undefined ? null : new uPlot(this.#options(), data, this.#element);
  }

  #width() {
    return Math.max(1, this.#element.clientWidth);
  }

  #options() {
    const axis = {stroke: colour('--quiet'), grid: {stroke: colour('--line'), width: 1}, ticks: {show: false}, font: '12px system-ui, sans-serif'};
    const line = (stroke, width, more) => ({stroke, width, spanGaps: true, points: {show: false}, ...more});
    return {
      width: this.#width(),
      height: HEIGHT,
      tzDate: seconds => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
      legend: {show: false},
      cursor: {y: false, drag: {x: false, y: false}},
      hooks: {setCursor: [plot => this.#point(this.#rows[plot.cursor.idx ?? -1] ?? null)]},
      scales: {y: {distr: 3}},
      bands: [{series: [2, 1], fill: colour('--band')}, {series: [3, 2], fill: colour('--band')}],
      axes: [
        {...axis, grid: {show: false}, size: 40, space: 70, values: axisTimes},
        {...axis, size: 56, label: 'Minutes', labelSize: 18, labelFont: '12px system-ui, sans-serif'}
      ],
      series: [
        {},
        line(colour('--chosen'), 2, {}),
        line(colour('--bar'), 1, {}),
        line(colour('--bar'), 1, {dash: [2, 3]}),
        line(colour('--good'), 2, {dash: [8, 4]})
      ]
    };
  }
}

function summary(rows, priority, district) {
  const last = rows.at(-1);
  return `Line chart of percentiles, priority ${priority}, district ${district}, ${count(rows.length, 'window', 'windows')}; `
    + `the latest is ${range(last)}${last.median === null ? '' : `, median ${span(last.median)}`}. The table below has the numbers of the latest window.`;
}
