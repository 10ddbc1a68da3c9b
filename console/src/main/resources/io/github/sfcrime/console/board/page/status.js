// Says whether the page is up to date.

const SHORT = {
  connecting: 'Connecting',
  lost: 'Board not reached',
  reading: 'Reading the topic',
  live: 'Live',
  missing: 'Waiting for the topic',
  away: 'Kafka is away'
};

const LONG = {
  lost: () => 'The board does not answer: it has ended, or this machine sleeps. This page continues by itself when the board is back.',
  missing: source => `Kafka at ${source.brokers} has no topic ${source.topic} yet. The job creates it when it starts.`,
  away: source => `Kafka does not answer at ${source.brokers}. What was counted until then stays here; the page goes on by itself when Kafka is back.`
};

const EMPTY = {
  connecting: 'Connecting…',
  lost: 'The board does not answer.',
  reading: 'Reading the topic…',
  live: 'No window has closed yet. A window closes when calls of a later time arrive: this takes as long as a window, or a few seconds in a replay.',
  missing: 'The topic does not exist yet.',
  away: 'There is nothing to show until Kafka answers.'
};

export function showStatus(status, notice, state, source) {
  setText(status, SHORT[state]);
  status.dataset.state = state === 'lost' ? 'away' : state;
  notice.hidden = !(state in LONG);
  setText(notice, state in LONG ? LONG[state](source) : '');
}

export const emptyText = state => EMPTY[state];

// Setting the text again would make a screen reader repeat it.
function setText(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}
