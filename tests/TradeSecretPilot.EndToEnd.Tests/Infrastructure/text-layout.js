// Finds what a reader cannot read: words broken over two lines, texts that lie on each other, texts that are cut off or run out of
// their box. Answers a line for each fault, and the Chinese texts of an English page.
() => {
  const word = /[\p{Script=Latin}\d]+(?:[.,'’%][\p{Script=Latin}\d]+)*/gu;
  // Numbers and addresses made for machines are read letter by letter; they may break anywhere.
  const letterByLetter = 'code, .print, .secret, [data-breaks]';
  const boxes = '.btn, .chip, .tag, .panel, td, th';
  const notText = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TITLE', 'TEXTAREA', 'OPTION']);
  const faults = [];
  const say = (what, text, element) => {
    const path = [];
    for (let at = element; at && path.length < 4; at = at.parentElement) {
      path.unshift(at.localName + (at.getAttribute('class') ? `.${at.getAttribute('class').trim().split(/\s+/).join('.')}` : ''));
    }
    faults.push(`${what}: «${text.trim().replace(/\s+/g, ' ').slice(0, 60)}» in ${path.join(' > ')}`);
  };

  const known = new Map();
  // What surrounds an element: whether it is seen, what cuts it, what scrolls, and the layer that moves over the others.
  const around = (element) => {
    if (!element) {
      return { seen: true, cuts: [], scrolls: [], layer: null };
    }
    let found = known.get(element);
    if (!found) {
      const above = around(element.parentElement);
      found = { ...above };
      const style = getComputedStyle(element);
      if (style.display === 'none' || style.visibility !== 'visible' || style.opacity === '0' || style.clipPath !== 'none'
        || element.inert) {
        found.seen = false;
      }
      if (style.position === 'fixed' || style.position === 'sticky') {
        found.layer = element;
      }
      if (style.position === 'fixed') {
        found.cuts = [];
        found.scrolls = [];
      }
      if (element !== document.body && element !== document.documentElement && style.display !== 'inline') {
        const ways = { x: style.overflowX, y: style.overflowY };
        const which = (...values) => ({ x: values.includes(ways.x), y: values.includes(ways.y) });
        const cut = { element, ellipsis: style.textOverflow === 'ellipsis', ...which('hidden', 'clip') };
        const scroll = { element, ...which('auto', 'scroll') };
        found.cuts = cut.x || cut.y ? [...found.cuts, cut] : found.cuts;
        found.scrolls = scroll.x || scroll.y ? [...found.scrolls, scroll] : found.scrolls;
      }
      known.set(element, found);
    }
    return found;
  };

  const isBroken = (text, rects) => {
    const lines = [...rects].filter((r) => r.width > 0);
    return lines.some((r) => r.top > lines[0].top + r.height / 2) && !/[-­]$/.test(text);
  };
  const brokenWords = (node, element) => {
    if (element.closest(letterByLetter)) {
      return;
    }
    const range = document.createRange();
    for (const match of node.data.matchAll(word)) {
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      if (match[0].length > 1 && isBroken(match[0], range.getClientRects())) {
        say('broken inside', match[0], element);
      }
    }
  };
  const hasHan = (text) => /\p{Script=Han}/u.test(text);
  const isEnglish = document.documentElement.lang.startsWith('en');
  const chinese = new Set();

  const pieces = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || notText.has(element.tagName) || !element.checkVisibility()) {
      continue;
    }
    const place = around(element);
    if (!place.seen) {
      continue;
    }
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter((r) => r.width > 1 && r.height > 1);
    if (rects.length === 0) {
      continue;
    }
    if (rects.length > 1) {
      brokenWords(node, element);
    }
    if (isEnglish && hasHan(node.data) && !element.closest('[lang|=zh]')) {
      chinese.add(node.data.trim());
    }
    const size = parseFloat(getComputedStyle(element).fontSize) * (element.getScreenCTM?.()?.d ?? 1);
    const box = element.closest(boxes)?.getBoundingClientRect();
    let isCut = false;
    let runsOut = false;
    for (const rect of rects) {
      // The letters themselves, without the room that a font leaves above and below.
      const middle = (rect.top + rect.bottom) / 2;
      const piece = {
        node, element, layer: place.layer,
        left: rect.left + 1, right: rect.right - 1, top: middle - size * 0.4, bottom: middle + size * 0.4,
      };
      const isOutOf = ({ element: edge, x, y }) => {
        const b = edge.getBoundingClientRect();
        return (x && (piece.right > b.right + 2 || piece.left < b.left - 2))
          || (y && (piece.bottom > b.bottom + 2 || piece.top < b.top - 2));
      };
      const cut = place.cuts.find(isOutOf);
      isCut ||= cut !== undefined && !(cut.ellipsis && element.closest('[title]'));
      const isScrolledAway = place.scrolls.some(isOutOf);
      runsOut ||= box !== undefined && !cut && !isScrolledAway && (piece.right > box.right + 1 || piece.left < box.left - 1);
      if (!cut && !isScrolledAway) {
        pieces.push(piece);
      }
    }
    if (isCut) {
      say('cut off', node.data, element);
    }
    if (runsOut) {
      say('runs out of its box', node.data, element);
    }
  }

  // Labels that a card writes before its values stand in no node: a stand-in of the same width takes their place.
  // The rows of a table repeat them: each is tried once, for every trial lays the page out anew.
  const tried = new Set();
  for (const cell of document.querySelectorAll('[data-l]')) {
    const style = getComputedStyle(cell, '::before');
    if (style.content === 'none' || !cell.checkVisibility() || !around(cell).seen) {
      continue;
    }
    const label = [cell.dataset.l, style.width, style.font].join('|');
    if (!tried.has(label)) {
      tried.add(label);
      const standIn = document.createElement('span');
      standIn.textContent = cell.dataset.l;
      Object.assign(standIn.style, {
        position: 'absolute', visibility: 'hidden', display: 'block', width: style.width, font: style.font,
        whiteSpace: style.whiteSpace, overflowWrap: style.overflowWrap, wordBreak: style.wordBreak,
      });
      cell.append(standIn);
      brokenWords(standIn.firstChild, standIn);
      standIn.remove();
    }
  }

  pieces.sort((a, b) => a.top - b.top);
  const told = new Set();
  pieces.forEach((one, index) => {
    for (let next = index + 1; next < pieces.length && pieces[next].top < one.bottom - 1.5; next += 1) {
      const other = pieces[next];
      if (one.node !== other.node && one.layer === other.layer
        && Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1.5
        && Math.min(one.bottom, other.bottom) - other.top > 1.5) {
        const key = `${one.node.data.trim()} / ${other.node.data.trim()}`;
        if (!told.has(key)) {
          told.add(key);
          say('lies on another', key, one.element);
        }
      }
    }
  });
  return [[...new Set(faults)], [...chinese]];
}
