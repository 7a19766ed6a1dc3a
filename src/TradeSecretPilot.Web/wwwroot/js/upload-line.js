// One file on its line: the offset is asked and the next piece sent, until all of it is there, somebody cancels, or it is refused.
import { note } from './idle.js';
import { draw, fill, say } from './upload-rows.js';

const address = '/uploads';
const silence = 30_000;
const longest = 20_000;
const tokenField = 'input[name="__RequestVerificationToken"]';
let token;

class Answer extends Error {
  constructor(status, after, body) {
    super(`answered ${status}`);
    Object.assign(this, { status, after, body });
  }
}

// Rejects when the line is lost, when nothing moves for half a minute, and by what the server refuses.
function ask(file, method, url, headers = {}, body = null, moved = null) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let watch;
    const alive = () => {
      clearTimeout(watch);
      watch = setTimeout(() => request.abort(), silence);
    };
    request.open(method, url);
    token = document.querySelector(tokenField)?.value ?? token;
    for (const [name, value] of Object.entries({
      'Tus-Resumable': '1.0.0', RequestVerificationToken: token ?? '', ...headers,
    })) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = (event) => {
      alive();
      // A file that moves is work: its session does not end under it. One that is stuck does not hold a session open.
      note();
      moved?.(event.loaded);
    };
    request.onprogress = alive;
    request.onload = () =>
      request.status < 300
        ? resolve(request)
        : reject(new Answer(request.status, request.getResponseHeader('Retry-After'), request.responseText));
    request.onerror = request.onabort = () => reject(new Answer(0));
    request.onloadend = () => clearTimeout(watch);
    file.request = request;
    alive();
    request.send(body);
  });
}

const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

async function begin(file) {
  const answer = await ask(file, 'POST', address, {
    'Upload-Length': String(file.size),
    'Upload-Metadata': `filename ${base64(file.name)},confirmed ${base64('1')}`,
  });
  file.id = answer.getResponseHeader('Location').split('/').pop();
  file.offset = 0;
  file.changed();
}

async function find(file) {
  const answer = await ask(file, 'HEAD', `${address}/${file.id}`);
  file.offset = Number(answer.getResponseHeader('Upload-Offset'));
  draw(file);
}

async function sendPiece(file) {
  const end = Math.min(file.offset + file.piece, file.size);
  const answer = await ask(
    file, 'PATCH', `${address}/${file.id}`,
    { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(file.offset) },
    file.content.slice(file.offset, end),
    (loaded) => draw(file, loaded));
  file.offset = Number(answer.getResponseHeader('Upload-Offset'));
  file.piece = Math.min(file.piece * 2, file.place.options.maxPiece);
  file.failures = 0;
  draw(file);
}

function wordsOf(body) {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

// One that was moved or changed on its disk cannot be sent on.
const isReadable = (file) => file.content.slice(0, 1).arrayBuffer().then(() => true, () => false);

// What a failed request means for its file.
function learn(file, { status, body }) {
  if (status === 404 || status === 410) {
    file.id = file.offset = undefined;
  } else if (status === 422) {
    file.end = 'Refused';
    file.words = wordsOf(body);
  } else if (status >= 400 && status < 500 && ![408, 409, 413, 425, 429].includes(status)) {
    file.end = 'Lost';
  } else {
    file.offset = undefined;
  }
  file.piece = Math.max(file.piece / 2, file.place.options.minPiece);
  file.failures += 1;
}

export async function send(file) {
  file.state = '';
  say(file.place, fill(file.place.options.texts.begun, file.name));
  while (!file.cancelled && !file.end) {
    try {
      if (!file.id) {
        await begin(file);
      } else if (file.offset === undefined) {
        await find(file);
      } else if (file.offset < file.size) {
        await sendPiece(file);
      } else {
        file.end = 'Sent';
      }
      file.state = '';
    } catch (error) {
      if (!(error instanceof Answer) || (error.status === 0 && !(await isReadable(file)))) {
        file.end = 'Lost';
      } else if (!file.cancelled) {
        learn(file, error);
        if (!file.end) {
          await rest(file, 'broken', error.after);
        }
      }
    }
  }
}

// Waits longer with each failure, and never all files at the same moment; until the line is back or somebody is impatient.
export function rest(file, state, after) {
  const wait = Math.min(500 * 2 ** (file.failures - 1), longest) * (0.5 + Math.random() / 2);
  return new Promise((done) => {
    const end = () => {
      clearTimeout(timer);
      file.wake = undefined;
      done();
    };
    const timer = setTimeout(end, Math.max(wait, 1000 * (Number(after) || 0)));
    file.wake = end;
    file.state = state;
    draw(file);
  });
}

// It is of no use any more; if this does not arrive, it expires.
export const drop = (id) => ask({}, 'DELETE', `${address}/${id}`).catch(() => {});
