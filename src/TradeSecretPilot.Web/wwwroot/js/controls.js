// Brings MudBlazor's script and sheets into the page when the first of its controls is needed, once.
let loaded;

const once = (element) =>
  new Promise((resolve, reject) => {
    element.onload = () => resolve();
    element.onerror = () => reject(new Error(`Not loaded: ${element.src ?? element.href ?? element.textContent}`));
    document.head.append(element);
  });

export function load(sheet, look, script) {
  loaded ??= Promise.all([
    // In a layer of its own: whatever our sheets say wins over it.
    once(Object.assign(document.createElement('style'), { textContent: `@import url("${sheet}") layer(mud);` })),
    once(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: look })),
    once(Object.assign(document.createElement('script'), { src: script })),
  ]).catch((error) => {
    loaded = undefined; // tried again with the next control
    throw error;
  });
  return loaded.then(() => true);
}
