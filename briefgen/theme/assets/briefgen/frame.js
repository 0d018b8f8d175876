// Buttons that open the drawer and the search. Material has labels of hidden checkboxes for both, which no key reaches: on a
// narrow screen, or a wide one at 400 % zoom, a keyboard had no way to the navigation. The words are those that the page has.
(() => {
  const words = {
    drawer: document.querySelector(".md-nav--primary")?.getAttribute("aria-label"),
    search: document.querySelector(".md-search__input")?.getAttribute("aria-label"),
  };
  // The label stays, unseen: Material listens to it.
  for (const [name, word] of Object.entries(words)) {
    const box = document.getElementById(`__${name}`);
    const label = document.querySelector(`.md-header__button[for="__${name}"]`);
    if (!box || !label || !word) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = `${label.className} b-opens b-opens-${name}`;
    button.setAttribute("aria-label", word);
    button.append(...Array.from(label.children, (icon) => icon.cloneNode(true)));
    const tell = () => button.setAttribute("aria-expanded", String(box.checked));
    tell();
    box.addEventListener("change", tell);
    button.addEventListener("click", () => label.click());
    label.hidden = true;
    label.after(button);
  }
  if (words.search) document.querySelector(".md-search")?.setAttribute("aria-label", words.search);

  const drawer = document.getElementById("__drawer");
  const opens = document.querySelector(".b-opens-drawer");
  if (!drawer || !opens) return;
  opens.addEventListener("click", (event) => {
    // By a key, not by a pointer: the first place of the drawer has the focus once it is shown.
    if (event.detail || !drawer.checked) return;
    requestAnimationFrame(() => document.querySelector(".md-nav--primary .md-nav__list a.md-nav__link")?.focus());
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.checked) return;
    drawer.click();
    opens.focus();
  });
})();
