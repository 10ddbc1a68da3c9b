// Percentiles per window as bands, with the goal as a line.

import {axisTimes, colour} from './chart.js';
import {count, millis, range, span} from './format.js';

const HEIGHT = 240;
const MINUTE = 60;

export class TimesChart {
  #element;
  #plot = null;
  #goal = false;

  constructor(element) {
    this.#element = element;
    new ResizeObserver(() => this.#plot?.setSize({width: this.#width(), height: HEIGHT})).observe(element);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#rebuild(this.#plot?.data));
  }

  // Rows of one leg, priority and district, oldest first.
  draw(rows, priority, district) {
    const minutes = field => rows.map(row => (row[field] === null ? null : row[field] / MINUTE));
    const data = [rows.map(row => millis(row.start) / 1000), minutes('median'), minutes('p90'), minutes('p99'), minutes('goal')];
    const goal = rows.some(row => row.goal !== null);
    if (this.#plot === null || goal !== this.#goal) {
      this.#goal = goal;
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
    const line = (label, stroke, more) => ({label, stroke, width: 2, spanGaps: true, points: {size: 5}, value: (plot, value) => (value === null ? '—' : span(value * MINUTE)), ...more});
    return {
      width: this.#width(),
      height: HEIGHT,
      tzDate: seconds => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
      cursor: {y: false, drag: {x: false, y: false}},
      scales: {y: {range: (plot, least, most) => [0, Math.max(1, (most ?? 0) * 1.08)]}},
      bands: [{series: [2, 1], fill: colour('--band')}, {series: [3, 2], fill: colour('--band')}],
      axes: [
        {...axis, grid: {show: false}, size: 40, space: 70, values: axisTimes},
        {...axis, size: 56, label: 'Minutes', labelSize: 18, labelFont: '12px system-ui, sans-serif'}
      ],
      series: [
        {label: 'Window', value: (plot, seconds) => (seconds === null ? '—' : new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' '))},
        line('Median', colour('--chosen'), {}),
        line('90th percentile', colour('--bar'), {width: 1}),
        line('99th percentile', colour('--bar'), {width: 1, dash: [2, 3]}),
        line('Goal', colour('--good'), {show: this.#goal, dash: [8, 4], points: {show: false}})
      ]
    };
  }
}

function summary(rows, priority, district) {
  const last = rows.at(-1);
  return `Line chart of percentiles, priority ${priority}, district ${district}, ${count(rows.length, 'window', 'windows')}; `
    + `the latest is ${range(last)}${last.median === null ? '' : `, median ${span(last.median)}`}. The table below has the numbers of the latest window.`;
}
