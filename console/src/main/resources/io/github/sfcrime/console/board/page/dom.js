// Elements from text. Whatever comes from records is put in as text, never as markup.

export const $ = id => document.getElementById(id);

export function element(tag, kind, ...content) {
  const made = document.createElement(tag);
  if (kind !== '') {
    made.className = kind;
  }
  made.append(...content);
  return made;
}

export function option(value, text) {
  const made = element('option', '', text);
  made.value = value;
  return made;
}

// On narrow screens rows are laid out anew, which costs table elements their roles.
export function cell(tag, kind, ...content) {
  const made = element(tag, kind, ...content);
  made.setAttribute('role', tag === 'th' ? 'rowheader' : 'cell');
  if (tag === 'th') {
    made.scope = 'row';
  }
  return made;
}

export function row(...cells) {
  const made = element('tr', '', ...cells);
  made.setAttribute('role', 'row');
  return made;
}

// Setting a text again would make a screen reader repeat it.
export function setText(target, text) {
  if (target.textContent !== text) {
    target.textContent = text;
  }
}

// The choices of a select, which stay as they are while somebody chooses.
export function setOptions(select, options, value) {
  const now = options.map(each => `${each.value}\n${each.textContent}`).join('\n');
  if (document.activeElement !== select && select.dataset.options !== now) {
    select.dataset.options = now;
    select.replaceChildren(...options);
  }
  select.value = value;
}
