// What depends on the reader's today, and evidence on paper. Every page reads well without it.
//
// The words it shows stand in the page, in its language:
//   data-b-due="2026-11-30"     on an item that is pending: the last of its days, or the first where no last is known. Where it
//                               has passed, the item's .b-when says data-b-overdue, which the item or whatever it stands in
//                               carries.
//   data-b-upcoming="6"         on a list: of its items that many stay that are not over. Where none is, data-b-none-ahead is
//                               said instead.
//   data-b-asked="2026-11-01"   on what asks something: its .b-from-briefing says data-b-asked-words, which whatever it stands
//                               in carries, with “3 weeks ago” for {ago}.
//   data-b-month="2026-11"      on a calendar: its day that is today is marked, and said to be data-b-today.
//                               On a month with its list: it goes once it is over and its list is empty.
//   data-b-past                 on a list: what is over moves there from the lists of months, and data-b-past-intro is shown
//                               in the place of data-b-past-empty; data-b-over where nothing is left in the months.
(function () {
  "use strict";

  var DAY = 864e5;
  var now = new Date();
  var today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map(function (part) { return String(part).padStart(2, "0"); })
    .join("-");
  var language = document.documentElement.lang || "en";

  function all(selector, within) {
    return Array.from((within || document).querySelectorAll(selector));
  }

  function one(selector) {
    return document.querySelector(selector);
  }

  function isPast(item) {
    return item.dataset.bDue < today;
  }

  function words(item, name) {
    var owner = item.closest("[" + name + "]");
    return owner ? owner.getAttribute(name) : "";
  }

  function add(line, className, text) {
    var note = document.createElement("span");
    note.className = className;
    note.textContent = text;
    line.append(" ", note);
  }

  function ago(day) {
    var days = Math.round((Date.parse(today) - Date.parse(day)) / DAY);
    var unit = days < 14 ? ["day", 1] : days < 61 ? ["week", 7] : days < 730 ? ["month", 30.44] : ["year", 365.25];
    if (days < 1) return "";
    return new Intl.RelativeTimeFormat(language).format(-Math.floor(days / unit[1]), unit[0]);
  }

  // Dates that have passed: they ask for their outcome, and leave the months for the list of those that do.
  var past = one("[data-b-past]");
  var moved = [];
  all("[data-b-due]").filter(isPast).forEach(function (item) {
    if (past && past.contains(item)) return;
    if (past && item.closest("[data-b-month]")) {
      moved.unshift(item);
      return;
    }
    var line = item.querySelector(".b-when");
    var text = words(item, "data-b-overdue");
    if (line && text) add(line, "b-status b-status-due", text);
  });
  if (moved.length) {
    moved.sort(function (a, b) { return a.dataset.bDue < b.dataset.bDue ? 1 : a.dataset.bDue > b.dataset.bDue ? -1 : 0; });
    past.prepend.apply(past, moved);
    past.hidden = false;
    all("[data-b-past-intro]").forEach(function (intro) { intro.hidden = false; });
    all("[data-b-past-empty]").forEach(function (empty) { empty.hidden = true; });
  }

  // Months that are over go where nothing is left in them, unless the reader came for one of them.
  if (past) {
    var months = all("div[data-b-month]");
    var target = document.getElementById(location.hash.slice(1));
    var left = months.filter(function (month) {
      if (month.dataset.bMonth >= today.slice(0, 7) || month.querySelector("li")) return true;
      month.hidden = !month.contains(target);
      return false;
    });
    all("[data-b-over]").forEach(function (over) {
      over.hidden = left.some(function (month) { return month.querySelector("li"); });
    });
  }

  all("table[data-b-month]").forEach(function (table) {
    if (table.dataset.bMonth !== today.slice(0, 7)) return;
    var days = all("td", table).filter(function (cell) { return cell.textContent; });
    var cell = days[now.getDate() - 1];
    cell.setAttribute("aria-current", "date");
    add(cell.querySelector("a") || cell, "b-unseen", table.dataset.bToday);
  });

  all("[data-b-asked]").forEach(function (item) {
    var line = item.querySelector(".b-from-briefing");
    var since = ago(item.dataset.bAsked);
    var text = words(item, "data-b-asked-words");
    if (line && since && text) add(line, "b-ago", text.replace("{ago}", since));
  });

  all("[data-b-upcoming]").forEach(function (list) {
    var items = Array.from(list.children);
    var ahead = items.filter(function (item) { return !item.dataset.bDue || !isPast(item); });
    ahead = ahead.slice(0, Number(list.dataset.bUpcoming));
    items.forEach(function (item) { item.hidden = !ahead.includes(item); });
    if (ahead.length) return;
    list.hidden = true;
    var text = words(list, "data-b-none-ahead");
    if (!text) return;
    var note = document.createElement("p");
    note.className = "b-empty";
    note.textContent = text;
    list.before(note);
  });

  // Closed <details> would print closed: on paper nobody can open them.
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = all("details.b-evidence:not([open])");
    opened.forEach(function (details) { details.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (details) { details.open = false; });
    opened = [];
  });
})();
