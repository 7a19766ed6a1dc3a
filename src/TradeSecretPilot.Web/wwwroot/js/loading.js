// Covers the moment in which an interactive page reads its data. What the server drew in advance stays in sight, inert, until
// the live page has drawn itself.
(() => {
  const held = 'held';
  const frame = ['loading', held, 'controls'];
  let drawn = document.getElementById('main');

  const isPage = (element) => !frame.some((name) => element.classList.contains(name));

  const copy = () => {
    const picture = document.createElement('div');
    picture.className = held;
    picture.inert = true;
    picture.append(...[...drawn.children].filter(isPage).map((e) => e.cloneNode(true)));
    return picture;
  };

  // Runs after each change of the page and before it is painted.
  const settle = () => {
    const main = document.getElementById('main');
    if (!main) {
      return;
    }
    const picture = main.querySelector(`:scope > .${held}`);
    const here = [...main.children].some(isPage);
    if (here) {
      picture?.remove();
      if (main !== drawn) {
        drawn = null;
      }
    } else if (drawn && main !== drawn && !picture) {
      main.append(copy());
      drawn = null;
    }
  };

  new MutationObserver(settle).observe(document.body, { childList: true, subtree: true });
})();
