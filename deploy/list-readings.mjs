// Lists how Chinese characters are read and what their simplified forms are, for the search of
// src/TradeSecretPilot.UseCases/Platform/Search. Run it again when the packages or divisions.csv change:
//   npm install --no-save --prefix /tmp/readings pinyin-pro@3.29.4 opencc-js@1.4.2
//   NODE_PATH=/tmp/readings/node_modules node deploy/list-readings.mjs
// Corrections by hand stand in names.txt beside the lists, and win.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { pinyin } = require('pinyin-pro');
const OpenCC = require('opencc-js');

const root = 'src/TradeSecretPilot.UseCases/';
const folder = `${root}Platform/Search/`;
const ranges = [[0x3400, 0x4dbf], [0x4e00, 0x9fff]];
const characters = ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)));
const plain = (syllable) => syllable.replaceAll('ü', 'v');
// Readings without a vowel are interjections, such as 嗯.
const isSyllable = (text) => /^[a-z]*[aeiouv][a-z]*[0-5]$/.test(text);
const readings = (text) => pinyin(text, { toneType: 'num', type: 'array' }).map(plain);

const first = new Map();
const bySyllable = new Map();
for (const character of characters) {
  const [reading] = readings(character);
  if (!isSyllable(reading)) {
    continue;
  }

  first.set(character, reading);
  bySyllable.set(reading, (bySyllable.get(reading) ?? '') + character);
}

const kinds = /(?<=..)(特别行政区|自治区|自治州|自治县|自治旗|地区|林区|新区|省|市|县|区|州|盟|旗)$/u;
// Long names are made of shorter ones, which names.txt has.
const longest = 4;
const phrases = new Set();
for (const row of readFileSync(`${root}Divisions/divisions.csv`, 'utf8').trim().split('\n').slice(1)) {
  const name = row.split(',')[1];
  const short = name.replace(kinds, '');
  const read = readings(name).slice(0, short.length);
  if (short.length <= longest && read.some((r, i) => first.get(short[i]) !== undefined && r !== first.get(short[i]) && isSyllable(r))) {
    phrases.add(`${short} ${read.join(' ')}`);
  }
}

const ordered = (lines) => [...lines].sort().join('\n');
writeFileSync(`${folder}readings.txt`, ordered([...bySyllable].map(([reading, all]) => `${reading} ${all}`)) + '\n');
writeFileSync(`${folder}places.txt`, ordered(phrases) + '\n');

const converters = ['t', 'tw', 'hk'].map((from) => OpenCC.Converter({ from, to: 'cn' }));
const simplified = characters.flatMap((character) => {
  const other = converters.map((convert) => convert(character)).find((c) => c !== character);
  return other?.length === 1 ? [character + other] : [];
});
writeFileSync(`${folder}simplified.txt`, ordered(simplified) + '\n');
