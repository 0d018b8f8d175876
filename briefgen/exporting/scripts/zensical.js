// What Zensical does otherwise than Material; without its search this does nothing.
(() => {
  if (!document.querySelector(".md-search__button")) return;

  // Its search puts its styles into the page, which the policy of a page lets nobody do but whom it knows by a hash, and another
  // version has another. A style sheet that a script of the site's own hands over needs no leave.
  const adopt = (host) => {
    const root = host.shadowRoot;
    const style = root?.querySelector("style");
    if (!style || style.sheet?.cssRules.length) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style.textContent);
    root.adoptedStyleSheets = [sheet];
  };
  for (const host of document.body.children) adopt(host);
  new MutationObserver((changes) => {
    for (const change of changes) for (const node of change.addedNodes) requestAnimationFrame(() => adopt(node));
  }).observe(document.body, { childList: true });

  // On a narrow screen a label opens the search, which no key reaches.
  const label = document.querySelector('.md-header__button[for="__search"]');
  if (!label) return;
  label.setAttribute("role", "button");
  label.tabIndex = 0;
  label.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    label.click();
  });
})();
