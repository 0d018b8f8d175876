// The filter of the list of briefings. Its data is loaded when it is first used; what it shows is made of text nodes alone.
(function () {
  "use strict";

  const form = document.getElementById("b-filter");
  if (!form) return;
  const words = form.dataset;
  const found = document.getElementById("b-filtered");
  const list = found.querySelector("ul");
  const more = found.querySelector("button");
  const everything = document.getElementById("b-unfiltered");
  const count = document.getElementById("b-filter-count");
  const reset = form.querySelector(".b-reset");
  const chosen = form.querySelector(".b-chosen");
  const details = form.querySelector("details");
  const pickers = Array.from(form.querySelectorAll("[data-b-pick]"));
  const STATUSES = ["draft", "reviewed", "published"];
  const KINDS = ["reported", "claim", "assessment", "forecast"];
  const AT_ONCE = 30;
  const NAMES_MOST = 40;
  const numbers = new Intl.NumberFormat(words.bLocale);
  const days = new Intl.DateTimeFormat(words.bLocale, { dateStyle: "long", timeZone: "UTC" });

  // As the pages print it: French has "1er" for the first of a month, which no browser does.
  function printed(day) {
    const text = days.format(day);
    return words.bLocale.startsWith("fr") ? text.replace(/^1 /, "1er ") : text;
  }

  let data = null;
  let loading = null;
  let matches = [];
  let shown = 0;
  // Actors and topics by their slugs, in the order they were chosen.
  const picked = { actor: [], topic: [] };

  function fold(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function load() {
    loading = loading || fetch(words.bData)
      .then(function (answer) {
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.json();
      })
      .then(function (read) {
        const page = new URL(words.bData, document.baseURI);
        data = {
          names: { actor: read.actors, topic: read.topics },
          // From a slug to the number that the briefings name it by.
          numbers: {
            actor: new Map(read.actors.map(function (one, number) { return [one[1], number]; })),
            topic: new Map(read.topics.map(function (one, number) { return [one[1], number]; })),
          },
          briefings: read.briefings.map(function (one) {
            return {
              href: new URL(read.page.replace("--", function () { return encodeURIComponent(one[0]); }), page).href,
              title: one[1], summary: one[2], date: one[3], status: STATUSES[one[4]], kinds: one[5],
              topic: one[6], actor: one[7], publisher: one[8], corrected: one[9], folded: fold(one[1] + " " + one[2]),
            };
          }),
        };
      })
      .catch(function () { loading = null; });
    return loading;
  }

  // What is asked for

  function value(name) {
    const field = form.elements[name];
    return field && field.value ? field.value.trim() : "";
  }

  function checked(name) {
    return Array.from(form.querySelectorAll("input[name=" + name + "]:checked"), function (box) { return box.value; });
  }

  function asked() {
    return {
      words: value("words"), actor: picked.actor.slice(), topic: picked.topic.slice(), kind: checked("kind"),
      status: checked("status"), from: value("from"), until: value("until"),
    };
  }

  function isEmpty(wanted) {
    return Object.values(wanted).every(function (one) { return !one.length; });
  }

  function written(wanted) {
    const address = new URLSearchParams();
    Object.keys(wanted).forEach(function (name) {
      [].concat(wanted[name]).forEach(function (one) { if (one) address.append(name, one); });
    });
    const query = address.toString();
    return query ? "?" + query : location.pathname;
  }

  function readAddress() {
    const address = new URLSearchParams(location.search);
    ["words", "from", "until"].forEach(function (name) { form.elements[name].value = address.get(name) || ""; });
    ["kind", "status"].forEach(function (name) {
      form.querySelectorAll("input[name=" + name + "]").forEach(function (box) {
        box.checked = address.getAll(name).includes(box.value);
      });
    });
    ["actor", "topic"].forEach(function (name) { picked[name] = Array.from(new Set(address.getAll(name))); });
    const wanted = asked();
    if (!isEmpty(Object.assign({}, wanted, { words: "" }))) details.open = true;
    return !isEmpty(wanted);
  }

  // What matches

  function test(wanted) {
    const terms = fold(wanted.words).split(/\s+/).filter(Boolean);
    const kinds = wanted.kind.reduce(function (sum, kind) { return sum | (1 << KINDS.indexOf(kind)); }, 0);
    const names = ["actor", "topic"].map(function (name) {
      // One that no briefing has, from an old link, matches none.
      return [name, wanted[name].map(function (slug) { return data.numbers[name].has(slug) ? data.numbers[name].get(slug) : -1; })];
    });
    return function (one) {
      return (one.kinds & kinds) === kinds
        && (!wanted.status.length || wanted.status.includes(one.status))
        && (!wanted.from || (one.date && one.date >= wanted.from))
        && (!wanted.until || (one.date && one.date <= wanted.until))
        && names.every(function (pair) { return pair[1].every(function (number) { return one[pair[0]].includes(number); }); })
        && terms.every(function (term) { return one.folded.includes(term); });
    };
  }

  function update(how) {
    const wanted = asked();
    const none = isEmpty(wanted);
    if (how) history[how](null, "", written(wanted));
    drawChosen();
    reset.hidden = none;
    if (!data) {
      everything.hidden = false;
      found.hidden = true;
      count.textContent = none ? "" : words.bLoading;
      if (!none) load().then(function () {
        if (data) update();
        else count.textContent = words.bFailed;
      });
      return;
    }
    matches = data.briefings.filter(test(wanted));
    everything.hidden = !none;
    found.hidden = none || !matches.length;
    list.replaceChildren();
    shown = 0;
    if (none) count.textContent = "";
    else if (!matches.length) count.textContent = words.bNothing;
    else {
      count.textContent = words.bShown
        .replace("{number}", numbers.format(matches.length)).replace("{all}", numbers.format(data.briefings.length));
      draw();
    }
    drawCounts(wanted);
    pickers.forEach(offer);
  }

  // What is drawn

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function day(iso) {
    const made = element("time", "", printed(new Date(iso + "T00:00:00Z")));
    made.dateTime = iso;
    return made;
  }

  function isolated(text) {
    return element("bdi", "", text);
  }

  function card(one) {
    const made = element("li", "b-card");
    const facts = element("p", "b-facts");
    const dot = function () { return element("span", "b-dot", " · "); };
    facts.append(one.date ? day(one.date) : element("span", "", words.bUndated));
    if (one.publisher) facts.append(dot(), isolated(one.publisher));
    if (one.status === "draft") facts.append(" ", element("span", "b-state b-state-draft", words.bDraft));
    if (one.corrected) {
      const parts = words.bCorrected.split("{day}");
      const note = element("span", "b-corrected");
      note.append(parts[0], day(one.corrected), parts[1] || "");
      facts.append(dot(), note);
    }
    const heading = element("h3", "b-card-title");
    const link = element("a");
    link.href = one.href;
    link.append(isolated(one.title));
    heading.append(link);
    made.append(facts, heading);
    made.append(one.summary ? element("p", "b-card-text", one.summary) : element("p", "b-empty", words.bNoBottomLine));
    return made;
  }

  function draw() {
    const next = matches.slice(shown, shown + AT_ONCE).map(card);
    list.append.apply(list, next);
    shown += next.length;
    more.hidden = shown >= matches.length;
    return next[0];
  }

  function nameOf(kind, slug) {
    const number = data ? data.numbers[kind].get(slug) : undefined;
    return number === undefined ? slug : data.names[kind][number][0];
  }

  function drawChosen() {
    chosen.replaceChildren();
    pickers.forEach(function (picker) {
      const kind = picker.dataset.bPick;
      picked[kind].forEach(function (slug) {
        const name = nameOf(kind, slug);
        const button = element("button", "b-chip");
        button.type = "button";
        button.setAttribute("aria-label", words.bRemove.replace("{name}", function () { return name; }));
        const cross = element("span", "b-cross", "×");
        cross.setAttribute("aria-hidden", "true");
        button.append(isolated(name), cross);
        button.addEventListener("click", function () {
          picked[kind] = picked[kind].filter(function (one) { return one !== slug; });
          update("pushState");
          (chosen.querySelector("button") || form.elements.words).focus();
        });
        const item = element("li");
        item.append(button);
        chosen.append(item);
      });
    });
    chosen.hidden = !chosen.firstChild;
  }

  function drawCounts(wanted) {
    const ofStatuses = data.briefings.filter(test(Object.assign({}, wanted, { status: [] })));
    form.querySelectorAll("input[type=checkbox]").forEach(function (box) {
      const bit = 1 << KINDS.indexOf(box.value);
      const number = box.name === "kind"
        ? matches.filter(function (one) { return one.kinds & bit; }).length
        : ofStatuses.filter(function (one) { return one.status === box.value; }).length;
      box.closest("label").querySelector(".b-number").textContent = numbers.format(number);
    });
  }

  // Names are offered as they are typed: of thousands those that fit, the most frequent first.
  function offer(picker) {
    const kind = picker.dataset.bPick;
    const typed = fold(picker.querySelector("input").value.trim());
    const times = new Map();
    matches.forEach(function (one) {
      one[kind].forEach(function (number) { times.set(number, (times.get(number) || 0) + 1); });
    });
    const options = Array.from(times.keys())
      .filter(function (number) {
        const name = data.names[kind][number];
        return !picked[kind].includes(name[1]) && (" " + fold(name[0])).includes(" " + typed);
      })
      .sort(function (a, b) { return times.get(b) - times.get(a) || a - b; })
      .slice(0, NAMES_MOST)
      .map(function (number) {
        const option = element("option");
        option.value = data.names[kind][number][0];
        option.label = option.value + " · " + words.bOption.replace("{number}", numbers.format(times.get(number)));
        return option;
      });
    picker.querySelector("datalist").replaceChildren.apply(picker.querySelector("datalist"), options);
  }

  // Takes the name that was typed in full or chosen, or the only one that is offered.
  function take(picker, onlyOne) {
    const field = picker.querySelector("input");
    const kind = picker.dataset.bPick;
    const typed = fold(field.value.trim());
    if (!typed || !data) return;
    const options = picker.querySelectorAll("option");
    const fits = data.names[kind].find(function (one) { return fold(one[0]) === typed; });
    const name = fits || (onlyOne && options.length === 1
      ? data.names[kind].find(function (one) { return one[0] === options[0].value; }) : undefined);
    if (!name) {
      field.setCustomValidity(words.bUnknown);
      if (onlyOne) field.reportValidity();
      return;
    }
    field.value = "";
    field.setCustomValidity("");
    if (!picked[kind].includes(name[1])) picked[kind].push(name[1]);
    update("pushState");
  }

  pickers.forEach(function (picker) {
    const field = picker.querySelector("input");
    field.addEventListener("input", function (event) {
      field.setCustomValidity("");
      if (!data) return;
      // What a list of options puts in is no typing: it is meant.
      if (!event.inputType || event.inputType === "insertReplacementText") take(picker, false);
      else offer(picker);
    });
    field.addEventListener("change", function () { if (data) take(picker, false); });
    field.addEventListener("keydown", function (event) {
      if (event.key !== "Enter") return;
      event.preventDefault();
      load().then(function () { if (data) take(picker, true); });
    });
  });

  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("focusin", function () {
    if (!data) load().then(function () { if (data) { update(); } });
  });
  form.elements.words.addEventListener("input", function () { update("replaceState"); });
  form.addEventListener("change", function (event) {
    if (event.target.name && event.target !== form.elements.words) update("pushState");
  });
  form.addEventListener("reset", function (event) {
    event.preventDefault();
    form.querySelectorAll("input").forEach(function (field) {
      if (field.type === "checkbox") field.checked = false;
      else field.value = "";
    });
    picked.actor = [];
    picked.topic = [];
    update("pushState");
    form.elements.words.focus();
  });
  more.addEventListener("click", function () {
    const first = draw();
    if (first) first.querySelector("a").focus();
  });
  window.addEventListener("popstate", function () {
    readAddress();
    update();
  });

  form.hidden = false;
  if (readAddress()) update();
})();
