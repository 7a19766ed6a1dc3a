// Lists the State Council's holidays and the weekend days worked for them, for
// src/TradeSecretPilot.Domain/Shared/holidays.txt. Run it again when the notice for another year is out and the package has it:
//   npm install --no-save --prefix /tmp/holidays chinese-days@1.5.7
//   NODE_PATH=/tmp/holidays/node_modules node deploy/list-holidays.mjs 2022 2026 > src/TradeSecretPilot.Domain/Shared/holidays.txt
// Add the notices of the year to WorkingDaysTests by hand: the tests check the list against them.
import { createRequire } from 'node:module';

const { holidays, workdays } = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json');
const [first, last] = process.argv.slice(2).map(Number);
// As the notices call them.
const names = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' };
const daysOf = (table) => Object.keys(table).filter((day) => day >= `${first}` && day < `${last + 1}`).sort()
  .map((day) => {
    const [en, zh] = table[day].split(',');
    return { day, zh: names[zh] ?? zh, en };
  });
const next = (day) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

// Days that follow one another are one holiday, also where two meet: 国庆节、中秋节.
const spans = [];
for (const { day, zh, en } of daysOf(holidays)) {
  const span = spans.at(-1);
  if (span !== undefined && next(span.to) === day) {
    span.to = day;
    span.zh.add(zh);
    span.en.add(en);
  } else {
    spans.push({ from: day, to: day, zh: new Set([zh]), en: new Set([en]) });
  }
}

const lines = [
  ...spans.map((s) => [s.from, s.to, 'off', [...s.zh].join('、'), [...s.en].join(' and ')]),
  ...daysOf(workdays).map((w) => [w.day, w.day, 'on', w.zh, w.en]),
];
process.stdout.write(`${lines.map((l) => l.join('|')).sort().join('\n')}\n`);
