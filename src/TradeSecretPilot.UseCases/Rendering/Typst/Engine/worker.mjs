// Typesets one document after the other for DocumentRenderer.
//
// A frame is a 4-byte big-endian length and that many bytes. The first frame in is the configuration (JSON), answered by
// what this machine has. Every later one is a request (JSON), answered by a header (JSON) and, when it went well, the
// document itself in a second frame. The end of standard input is the end of the worker.
import fs from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';

const { NodeCompiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler');

const Megabyte = 1024 * 1024;
const MessageMaxLength = 2000;

/** Reads frames off standard input; ends the process where the input ends. */
async function* frames() {
  let rest = Buffer.alloc(0);
  for await (const chunk of process.stdin) {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 4 && rest.length >= 4 + rest.readUInt32BE(0)) {
      const end = 4 + rest.readUInt32BE(0);
      yield rest.subarray(4, end);
      rest = rest.subarray(end);
    }
  }
}

function send(body) {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  process.stdout.write(length);
  process.stdout.write(body);
}

const sendJson = (value) => send(Buffer.from(JSON.stringify(value)));

/** Of the families that are asked for, those that the compiler finds: it warns of every other one. */
function available(compiler, families) {
  const probe = families.map((family) => `#text(font: ${JSON.stringify(family)})[x]`).join('\n');
  const result = compiler.compile({ mainFileContent: probe });
  const warnings = result.takeWarnings();
  const unknown = new Set(
    (warnings ? compiler.fetchDiagnostics(warnings) : [])
      .map((d) => /^unknown font family: (.*)$/.exec(d.message)?.[1])
      .filter(Boolean),
  );
  return families.filter((family) => !unknown.has(family.toLowerCase()));
}

class Refused extends Error {
  constructor(kind, message, glyphs = []) {
    super(message.slice(0, MessageMaxLength));
    Object.assign(this, { kind, glyphs });
  }
}

/** The characters that no font could show, out of what the export says of them. */
function glyphsIn(message) {
  const texts = message.matchAll(/(?:the text|the codepoint) `\\?"(.*?)\\?"`/g);
  return [...new Set([...texts].map(([, text]) => text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, hex) => String.fromCodePoint(parseInt(hex, 16)))))];
}

/**
 * All pages in one picture, on white, with a line between them. The compiler lays the white of every page over the first one;
 * its own white is therefore taken out.
 */
function picture(svg, pages) {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg);
  const lines = Array.from({ length: pages - 1 }, (_, i) => `M0 ${((i + 1) * height) / pages}h${width}`);
  return svg
    .replace(/<path class="typst-shape" fill="#ffffff" fill-rule="nonzero" d="M 0 0v [\d.]+ h [\d.]+ v -[\d.]+ Z "\/>/g, '')
    .replace('>', `><path fill="#fff" d="M0 0h${width}v${height}H0z"/><path stroke="#b9c1cf" stroke-width="2" d="${lines.join('')}"/>`);
}

function typeset(compiler, setup, request) {
  if (!/^[a-z0-9-]+\.typ$/.test(request.template)) {
    throw new Refused('template', `No such template: ${request.template}`);
  }

  const result = compiler.compile({
    mainFilePath: path.join(setup.folder, request.template),
    inputs: { data: JSON.stringify(request.data), fonts: setup.fonts },
    resetRead: true,
  });
  const complaint = result.takeError() ?? result.takeWarnings();
  if (complaint) {
    const messages = compiler.fetchDiagnostics(complaint).map((d) => `${d.message} (${path.basename(d.path)} ${JSON.stringify(d.range)})`);
    throw new Refused('template', messages.join('\n'));
  }

  const pages = result.result.numOfPages;
  if (request.format === 'svg') {
    return { pages, body: Buffer.from(picture(compiler.plainSvg(result.result), pages)) };
  }

  try {
    return { pages, body: compiler.pdf(result.result, { pdfStandard: 'a-2a' }) };
  } catch (error) {
    const message = String(error);
    const glyphs = glyphsIn(message);
    throw new Refused(glyphs.length > 0 ? 'glyph' : 'template', message, glyphs);
  }
}

const input = frames();
const configuration = JSON.parse((await input.next()).value);
// The folder with templates is all that a template can read. Packages are never fetched: a closed door stands in for the proxy.
const compiler = NodeCompiler.create({
  workspace: configuration.folder,
  fontArgs: [{ fontPaths: configuration.fontFolders.filter((folder) => fs.existsSync(folder)) }],
});
const found = Object.fromEntries(
  Object.entries(configuration.fonts).map(([role, families]) => [role, available(compiler, families)]),
);
const setup = { folder: configuration.folder, fonts: JSON.stringify(found) };
sendJson({ ready: true, fonts: found });

for await (const frame of input) {
  const request = JSON.parse(frame);
  const header = { id: request.id };
  let body = null;
  try {
    const done = typeset(compiler, setup, request);
    body = done.body;
    Object.assign(header, { pages: done.pages, length: body.length, sha256: createHash('sha256').update(body).digest('hex') });
  } catch (error) {
    header.error = { kind: error.kind ?? 'failed', message: String(error.message ?? error).slice(0, MessageMaxLength), glyphs: error.glyphs ?? [] };
  }

  // Without both a worker grows with every document.
  compiler.evictCache(0);
  globalThis.gc?.();
  header.megabytes = Math.round(process.memoryUsage.rss() / Megabyte);
  sendJson(header);
  if (body) {
    send(body);
  }

  await new Promise((next) => setImmediate(next));
}

process.exit(0);
