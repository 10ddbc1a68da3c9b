// How the job does: its doors, how far it is behind, how fast it goes.

import {amount, moment, perSecond} from './format.js';

const DOORS = [
  ['callsIn', 'Calls taken in', 'the next add up to this'],
  ['callsCounted', 'Counted', 'in at least one window'],
  ['callsLate', 'Late', 'their windows had closed'],
  ['callsDeadLetter', 'Dead letters', 'could not be read'],
  ['callsDuplicate', 'Duplicates', 'dropped'],
  ['callsFromFuture', 'From the future', 'set aside'],
  ['callsFiltered', 'Filtered', 'by type or date']
];

export function showJob(section, figures, dashboard, changes) {
  section.hidden = changes.dashboard === null;
  if (changes.dashboard !== null) {
    dashboard.href = changes.dashboard;
  }
  figures.replaceChildren(...(changes.job === null ? [figure('No job', '—', 'none runs, or several do')] : of(changes.job)));
}

function of(job) {
  const lag = job.sources.reduce((sum, source) => sum + source.lag, 0);
  const doors = DOORS.filter(([name]) => name in job.doors);
  return [
    ...doors.map(([name, label, meaning]) => figure(label, amount(job.doors[name]), meaning)),
    figure('Arriving', perSecond(job.inputRowsPerSecond), 'calls into Kafka'),
    figure('Taken in', perSecond(job.processedRowsPerSecond), 'calls by the job'),
    figure('Lag', amount(lag), 'calls waiting in Kafka'),
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
