// Tabs within a page's text: those that a reader chose before, and the one that an address names.
(() => {
  const chosen = __md_get("__tabs");
  for (const set of Array.isArray(chosen) ? document.querySelectorAll(".tabbed-set") : []) {
    const labels = Array.from(set.querySelectorAll(".tabbed-labels > label"));
    const label = chosen.map((tab) => labels.find((one) => one.innerText.trim() === tab)).find(Boolean);
    const box = label && document.getElementById(label.htmlFor);
    if (box) box.checked = true;
  }
  const target = document.getElementById(location.hash.slice(1));
  if (target?.name) target.checked = target.name.startsWith("__tabbed_");
})();
