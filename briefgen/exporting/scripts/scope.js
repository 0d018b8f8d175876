// What the theme's scripts keep for a reader, and under which name: the address of the site, told by this file's own.
(() => {
  const scope = new URL("../../../", document.currentScript.src);
  const name = (key, at) => `${at.pathname}.${key}`;
  window.__md_scope = scope;
  window.__md_hash = (text) => [...text].reduce((sum, sign) => (sum << 5) - sum + sign.charCodeAt(0), 0);
  window.__md_get = (key, store = localStorage, at = scope) => JSON.parse(store.getItem(name(key, at)));
  window.__md_set = (key, value, store = localStorage, at = scope) => {
    try {
      store.setItem(name(key, at), JSON.stringify(value));
    } catch {
      // A reader who lets no site keep anything goes without.
    }
  };
  document.documentElement.setAttribute("data-platform", navigator.platform);
})();
