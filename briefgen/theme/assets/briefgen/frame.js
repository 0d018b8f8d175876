// Opens the drawer and the search by keyboard. Material has labels of hidden checkboxes for both, which no key reaches: on a
// narrow screen, or a wide one at 400 % zoom, a keyboard had no way to the navigation. The words are those that the page has.
(() => {
  const named = {
    __drawer: document.querySelector(".md-nav--primary")?.getAttribute("aria-label"),
    __search: document.querySelector(".md-search__input")?.getAttribute("aria-label"),
  };
  const button = (id) => document.querySelector(`.md-header__button[for="${id}"]`);

  for (const [id, name] of Object.entries(named)) {
    const box = document.getElementById(id);
    const label = button(id);
    if (!box || !label || !name) continue;
    label.tabIndex = 0;
    label.setAttribute("role", "button");
    label.setAttribute("aria-label", name);
    const tell = () => label.setAttribute("aria-expanded", String(box.checked));
    tell();
    box.addEventListener("change", tell);
    // Material itself clicks a label that has the focus when Enter is pressed.
    label.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      label.click();
    });
  }

  const drawer = document.getElementById("__drawer");
  drawer?.addEventListener("change", () => {
    if (!drawer.checked || document.activeElement !== button("__drawer")) return;
    // It can be focused once it is shown.
    requestAnimationFrame(() => document.querySelector(".md-nav--primary .md-nav__list a.md-nav__link")?.focus());
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer?.checked) return;
    drawer.click();
    button("__drawer")?.focus();
  });
})();
