// The state of the job: what became of its records, its lag and its rates.

import {amount, moment, perSecond} from './format.js';
import {element} from './dom.js';

// The last four are shown where the job's settings lead to any.
const OUTCOMES = [
  ['callsCounted', 'Counted', 'in a window'],
  ['callsLate', 'Late', 'after their window had closed'],
  ['callsDeadLetter', 'Dead letters', 'could not be read'],
  ['callsDuplicate', 'Duplicates', 'seen before'],
  ['callsSuperseded', 'Superseded', 'told again by a later record'],
  ['callsFromFuture', 'From the future', 'too far ahead of the clock'],
  ['callsFiltered', 'Filtered', 'not of the types or dates asked for']
];

export function showJob(section, figures, dashboard, changes) {
  section.hidden = changes.dashboard === null;
  if (changes.dashboard !== null) {
    dashboard.href = changes.dashboard;
  }
  figures.replaceChildren(...(changes.job === null ? [figure('Job', 'none', 'no job runs there, or several do: name one with --job')] : of(changes.job)));
}

function of(job) {
  const lag = job.sources.reduce((sum, source) => sum + source.lag, 0);
  const outcomes = OUTCOMES.filter(([name], index) => name in job.outcomes && (index < 3 || job.outcomes[name] > 0));
  return [
    figure('Records read', amount(job.outcomes.callsIn ?? job.numInputRows), outcomes.map(([, label]) => label.toLowerCase()).join(' + ')),
    ...outcomes.map(([name, label, meaning]) => figure(label, amount(job.outcomes[name]), meaning)),
    figure('Arriving in Kafka', perSecond(job.inputRowsPerSecond), 'calls a second'),
    figure('Read by the job', perSecond(job.processedRowsPerSecond), 'calls a second'),
    figure('Lag', amount(lag), 'calls that wait in Kafka'),
    figure('Watermark', job.eventTime.watermark === null ? '—' : moment(job.eventTime.watermark), 'windows until then are closed')
  ];
}

function figure(label, value, meaning) {
  return element('div', '', element('dt', '', label), element('dd', '', value), element('dd', 'meaning', meaning));
}
