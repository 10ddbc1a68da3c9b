// How the job does: its doors, how far it is behind, how fast it goes.

import {amount, moment, perSecond} from './format.js';

// The last three are doors of jobs that were asked to have them.
const DOORS = [
  ['callsCounted', 'Counted', 'in a window'],
  ['callsLate', 'Late', 'after their window had closed'],
  ['callsDeadLetter', 'Dead letters', 'could not be read'],
  ['callsDuplicate', 'Duplicates', 'seen before'],
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
  const doors = DOORS.filter(([name], index) => name in job.doors && (index < 3 || job.doors[name] > 0));
  return [
    figure('Calls taken in', amount(job.doors.callsIn ?? job.numInputRows), doors.map(([, label]) => label.toLowerCase()).join(' + ')),
    ...doors.map(([name, label, meaning]) => figure(label, amount(job.doors[name]), meaning)),
    figure('Arriving in Kafka', perSecond(job.inputRowsPerSecond), 'calls a second'),
    figure('Taken in by the job', perSecond(job.processedRowsPerSecond), 'calls a second'),
    figure('Lag', amount(lag), 'calls that wait in Kafka'),
    figure('Watermark', job.eventTime.watermark === null ? '—' : moment(job.eventTime.watermark), 'windows until then are closed')
  ];
}

function figure(label, value, meaning) {
  const element = document.createElement('div');
  for (const [tag, kind, text] of [['dt', '', label], ['dd', '', value], ['dd', 'meaning', meaning]]) {
    const part = document.createElement(tag);
    part.className = kind;
    part.textContent = text;
    element.append(part);
  }
  return element;
}
