// Lists the characters that the portal's free fonts can show (see install.sh beside the engine), as ranges, for
// src/TradeSecretPilot.Domain/Shared/glyphs.txt. Run it again when the fonts change:
//   node deploy/list-glyphs.mjs > src/TradeSecretPilot.Domain/Shared/glyphs.txt
import { execFileSync } from 'node:child_process';

const fonts = [
  '/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc',
  '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf',
  '/usr/share/fonts/truetype/ancient-scripts/Symbola_hint.ttf',
];
// What a private-use character looks like is agreed with nobody.
const isPrivate = (c) => (c >= 0xe000 && c <= 0xf8ff) || c >= 0xf0000;

const shown = new Set();
for (const font of fonts) {
  const faces = execFileSync('fc-query', ['--format', '%{family}\t%{charset}\n', font], { encoding: 'utf8' }).trim().split('\n');
  for (const [family, ranges] of faces.map((face) => face.split('\t'))) {
    if (family.includes('CJK') && !family.includes('CJK SC')) {
      continue;
    }

    for (const range of ranges.trim().split(' ')) {
      const [first, last = first] = range.split('-').map((hex) => parseInt(hex, 16));
      for (let c = first; c <= last; c++) {
        if (!isPrivate(c)) {
          shown.add(c);
        }
      }
    }
  }
}

const sorted = [...shown].sort((a, b) => a - b);
const ranges = [];
for (const c of sorted) {
  if (ranges.at(-1)?.[1] === c - 1) {
    ranges.at(-1)[1] = c;
  } else {
    ranges.push([c, c]);
  }
}

console.log(ranges.map(([first, last]) => (first === last ? first.toString(16) : `${first.toString(16)}-${last.toString(16)}`)).join('\n'));
