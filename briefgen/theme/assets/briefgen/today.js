// What depends on the reader's today, and evidence on paper. Every page reads well without it.
(function () {
  "use strict";

  var now = new Date();
  var today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map(function (part) { return String(part).padStart(2, "0"); })
    .join("-");

  function isPast(item) {
    return item.dataset.bDue < today;
  }

  document.querySelectorAll("[data-b-due]").forEach(function (item) {
    var line = item.querySelector(".b-when");
    if (!line || !isPast(item)) return;
    var note = document.createElement("span");
    note.className = "b-status b-status-due";
    note.textContent = "Date has passed: outcome not recorded yet";
    line.append(" ", note);
  });

  document.querySelectorAll("[data-b-upcoming]").forEach(function (list) {
    var items = Array.from(list.children);
    var ahead = items.filter(function (item) { return !item.dataset.bDue || !isPast(item); });
    var past = items.length - ahead.length;
    ahead = ahead.slice(0, Number(list.dataset.bUpcoming));
    items.forEach(function (item) { item.hidden = !ahead.includes(item); });
    if (ahead.length) return;
    var note = document.createElement("p");
    note.className = "b-empty";
    note.textContent = "No dated event lies ahead. " +
      (past === 1 ? "One past event asks" : past + " past events ask") + " for an outcome.";
    list.hidden = true;
    list.before(note);
  });

  // Closed <details> would print closed: on paper nobody can open them.
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.from(document.querySelectorAll("details.b-evidence:not([open])"));
    opened.forEach(function (details) { details.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (details) { details.open = false; });
    opened = [];
  });
})();
