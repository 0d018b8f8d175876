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

  // On a narrow screen a label opens the search, which no key reaches: a button does it. The label stays, unseen.
  const label = document.querySelector('.md-header__button[for="__search"]');
  if (!label) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = `${label.className} b-opens b-opens-search`;
  button.append(...Array.from(label.children, (part) => part.cloneNode(true)));
  button.addEventListener("click", () => label.click());
  label.hidden = true;
  label.after(button);
})();
