// What is drawn of files on their way: the browser's own, for the page need not be there.
export const rootOf = (place) => document.querySelector(`[data-upload="${CSS.escape(place.name)}"]`);
export const fill = (text, ...values) => values.reduce((t, v, i) => t.replace(`{${i}}`, () => v), text);

export const say = (place, text) => {
  const said = rootOf(place)?.querySelector('.upload-said');
  if (said) {
    said.textContent = text;
  }
};

export function draw(file, loaded = 0) {
  const { place } = file;
  const list = rootOf(place)?.querySelector('.upload-list');
  if (!list || !place.files.has(file)) {
    return;
  }
  file.row ??= rowOf(file);
  if (file.row.parentElement !== list) {
    list.append(file.row);
  }
  const { texts } = place.options;
  // While the server's word is awaited, its last one is shown.
  file.shown = file.offset ?? file.shown ?? 0;
  const percent = file.end === 'Sent' ? 100 : Math.floor((100 * (file.shown + loaded)) / Math.max(file.size, 1));
  file.row.querySelector('progress').value = percent;
  file.row.querySelector('.num').textContent = `${percent}%`;
  file.row.querySelector('.state').textContent = texts[file.state] ?? '';
  file.row.querySelector('.retry').hidden = !file.wake;
  file.row.querySelector('.cancel').hidden = file.state === 'taking';
  const quarter = Math.floor(percent / 25);
  if (quarter > file.quarter && percent < 100) {
    file.quarter = quarter;
    say(place, fill(texts.reached, file.name, String(percent)));
  }
}

function rowOf(file) {
  const { texts } = file.place.options;
  const make = (tag, set, ...children) => {
    const element = Object.assign(document.createElement(tag), set);
    element.append(...children);
    return element;
  };
  const bar = make('progress', { max: 100, value: 0 });
  bar.setAttribute('aria-label', fill(texts.progress, file.name));
  const button = (className, text, act) => {
    const made = make('button', { type: 'button', className: `btn btn-quiet btn-sm ${className}`, onclick: act }, text);
    made.setAttribute('aria-label', `${text} ${file.name}`);
    return made;
  };
  return make('li', { className: 'upload-now' },
    make('span', { className: 'name', textContent: file.name }),
    bar,
    make('span', { className: 'num small' }),
    make('span', { className: 'state small' }),
    button('retry', texts.retry, () => file.wake?.()),
    button('cancel', texts.cancel, () => file.cancel()));
}
