// The page that finds: Pagefind's own functions, what they give shown as text nodes and marks alone.
(function () {
  "use strict";

  const form = document.getElementById("b-find");
  if (!form) return;
  const words = form.dataset;
  const found = document.getElementById("b-found");
  const list = found.querySelector("ol");
  const more = found.querySelector("button");
  const count = document.getElementById("b-find-count");
  const reset = form.querySelector(".b-reset");
  const details = form.querySelector("details");
  const wordless = form.querySelector(".b-wordless");
  const FACETS = ["topic", "actor", "kind", "status", "year"];
  const STATUSES = ["draft", "reviewed", "published"];
  const KINDS = ["reported", "claim", "assessment", "forecast"];
  const AT_ONCE = 10;
  const NAMES_MOST = 40;
  const QUIET = 250;
  const numbers = new Intl.NumberFormat(words.bLocale);
  const plurals = new Intl.PluralRules(words.bLocale);
  const days = new Intl.DateTimeFormat(words.bLocale, { dateStyle: "long", timeZone: "UTC" });

  // As the pages print it: French has "1er" for the first of a month, which no browser does.
  function printed(day) {
    const text = days.format(day);
    return words.bLocale.startsWith("fr") ? text.replace(/^1 /, "1er ") : text;
  }
  const parser = new DOMParser();
  const names = new Map(Array.from(form.querySelectorAll("option"), function (one) { return [one.value, one.textContent]; }));

  let starting = null;
  let all = {};
  // From the name of each result to what it is narrowed by.
  let facetsOf = new Map();
  let results = [];
  let shown = 0;
  let turn = 0;
  let waiting = 0;
  // The actors of the result, the most frequent first, and in how many briefings of it each is.
  let actorNames = [];
  let actorCounts = {};

  function start() {
    starting = starting || import(new URL(words.bBundle, document.baseURI).href)
      .then(function (pagefind) {
        const root = new URL(words.bRoot, document.baseURI).pathname;
        const told = fetch(new URL("facets.json", new URL(words.bBundle, document.baseURI)));
        return Promise.all([pagefind.options({ baseUrl: root, excerptLength: 28 }), told])
          .then(function (both) { return both[1].json(); })
          .then(function (read) {
            facetsOf = new Map(Object.entries(read.briefings).map(function (pair) {
              const one = pair[1];
              return [pair[0], {
                year: one[0] ? [one[0]] : [],
                status: [STATUSES[one[1]]],
                kind: KINDS.filter(function (_, place) { return one[2] & (1 << place); }),
                topic: one[3].map(function (number) { return read.topics[number]; }),
                actor: one[4].map(function (number) { return read.actors[number]; }),
              }];
            }));
            all = counted(Array.from(facetsOf.values()));
            offer(all);
            return pagefind;
          });
      })
      .catch(function () {
        starting = null;
        return fetch(words.bBundle, { method: "HEAD" }).then(
          function (answer) { count.textContent = answer.ok ? words.bFailed : words.bMissing; },
          function () { count.textContent = words.bFailed; }
        ).then(function () { return null; });
      });
    return starting;
  }

  // From a facet to its values, each with in how many briefings it stands.
  function counted(briefings) {
    const found = {};
    FACETS.forEach(function (name) {
      found[name] = Object.create(null);
      briefings.forEach(function (one) {
        one[name].forEach(function (value) { found[name][value] = (found[name][value] || 0) + 1; });
      });
    });
    return found;
  }

  // What is asked for

  function text() {
    return form.elements.words.value.trim();
  }

  // An actor counts once the name is whole.
  function facets() {
    const asked = {};
    FACETS.forEach(function (name) {
      const value = form.elements[name].value.trim();
      if (value && (name !== "actor" || !all.actor || value in all.actor)) asked[name] = value;
    });
    return asked;
  }

  function written() {
    const address = new URLSearchParams();
    if (text()) address.set("words", text());
    const asked = facets();
    Object.keys(asked).forEach(function (name) { address.set(name, asked[name]); });
    const query = address.toString();
    return query ? "?" + query : location.pathname;
  }

  function readAddress() {
    const address = new URLSearchParams(location.search);
    form.elements.words.value = address.get("words") || "";
    FACETS.forEach(function (name) {
      const field = form.elements[name];
      const value = address.get(name) || "";
      if (field.tagName === "SELECT" && value && !Array.from(field.options).some(function (one) { return one.value === value; })) {
        field.append(new Option(value, value));
      }
      field.value = value;
    });
    if (Object.keys(facets()).length) details.open = true;
    return Boolean(text() || Object.keys(facets()).length);
  }

  // The search

  function update(how) {
    if (how) history[how](null, "", written());
    const asked = facets();
    const chosen = Object.keys(asked).length > 0;
    reset.hidden = !text() && !chosen;
    // Every briefing without a word: the filter of their list does that.
    wordless.hidden = Boolean(text()) || !chosen;
    turn += 1;
    const mine = turn;
    if (!text()) {
      count.textContent = "";
      found.hidden = true;
      list.replaceChildren();
      if (Object.keys(all).length) offer(all);
      return;
    }
    count.textContent = words.bSearching;
    start().then(function (pagefind) {
      if (!pagefind || mine !== turn) return undefined;
      return pagefind.search(text()).then(function (answer) {
        if (mine !== turn) return undefined;
        const wanted = Object.entries(facets());
        results = answer.results.filter(function (one) {
          const known = facetsOf.get(one.id);
          return known && wanted.every(function (pair) { return known[pair[0]].includes(pair[1]); });
        });
        shown = 0;
        offer(counted(results.map(function (one) { return facetsOf.get(one.id); })));
        const number = results.length;
        const pattern = plurals.select(number) === "one" ? words.bOne : words.bOther;
        const said = pattern.replace(/[\d.,\s\u00a0\u202f]*\d/, function () { return numbers.format(number); });
        count.textContent = number ? said : chosen ? words.bNothingOf : words.bNothing;
        found.hidden = !number;
        list.replaceChildren();
        return draw(mine);
      });
    }).catch(function () {
      if (mine === turn) count.textContent = words.bFailed;
    });
  }

  // What is drawn

  function element(name, className, content) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (content !== undefined) made.textContent = content;
    return made;
  }

  // Pagefind gives HTML: its text and its marks are taken over, nothing else.
  function marked(html, into) {
    const read = parser.parseFromString(html, "text/html").body;
    read.childNodes.forEach(function (node) {
      into.append(node.nodeName === "MARK" ? element("mark", "", node.textContent) : node.textContent);
    });
    return into;
  }

  function card(data) {
    const made = element("li", "b-card");
    const facts = element("p", "b-facts");
    if (data.meta.date) {
      const time = element("time", "", printed(new Date(data.meta.date + "T00:00:00Z")));
      time.dateTime = data.meta.date;
      facts.append(time);
    } else facts.append(element("span", "", words.bUndated));
    if (data.meta.status === "draft") {
      facts.append(" ", element("span", "b-state b-state-draft", words.bDraft));
    }
    const heading = element("h2", "b-card-title");
    const link = element("a");
    link.href = data.url;
    link.append(element("bdi", "", data.meta.title || data.url));
    heading.append(link);
    made.append(facts, heading, marked(data.excerpt, element("p", "b-card-text")));
    const parts = (data.sub_results || []).filter(function (one) { return one.url.includes("#") && !one.url.endsWith("#b-top"); });
    if (parts.length) {
      const sections = element("p", "b-find-parts", words.bSections + " ");
      parts.slice(0, 4).forEach(function (one) {
        const part = element("a", "", one.title);
        part.href = one.url;
        sections.append(part, " ");
      });
      made.append(sections);
    }
    return made;
  }

  function draw(mine) {
    const next = results.slice(shown, shown + AT_ONCE);
    return Promise.all(next.map(function (one) { return one.data(); })).then(function (read) {
      if (mine !== turn) return null;
      const cards = read.map(card);
      list.append.apply(list, cards);
      shown += cards.length;
      more.hidden = shown >= results.length;
      return cards[0];
    });
  }

  function labelled(name, number) {
    return words.bOption.replace("{name}", function () { return name; }).replace("{number}", numbers.format(number));
  }

  function offer(filters) {
    ["topic", "year"].forEach(function (name) {
      const field = form.elements[name];
      const kept = field.value;
      const values = Object.keys(all[name] || {}).sort(function (a, b) { return name === "year" ? b - a : a.localeCompare(b, words.bLocale); });
      const options = values.map(function (value) {
        return new Option(labelled(value, (filters[name] || {})[value] || 0), value);
      });
      field.replaceChildren.apply(field, [field.options[0]].concat(options));
      field.value = kept in (all[name] || {}) ? kept : "";
    });
    ["kind", "status"].forEach(function (name) {
      Array.from(form.elements[name].options).slice(1).forEach(function (option) {
        const number = (filters[name] || {})[option.value] || 0;
        option.textContent = labelled(names.get(option.value), number);
        option.hidden = !((all[name] || {})[option.value]);
      });
    });
    const actors = filters.actor || {};
    const options = Object.keys(actors)
      .filter(function (name) { return actors[name]; })
      .sort(function (a, b) { return actors[b] - actors[a] || a.localeCompare(b, words.bLocale); });
    form.bActors = options;
    actorCounts = actors;
    offerActors();
  }

  function fold(name) {
    return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function offerActors() {
    const typed = fold(form.elements.actor.value.trim());
    const options = (actorNames)
      .filter(function (name) { return (" " + fold(name)).includes(" " + typed); })
      .slice(0, NAMES_MOST)
      .map(function (name) {
        const option = element("option");
        option.value = name;
        option.label = labelled(name, actorCounts[name]);
        return option;
      });
    const box = document.getElementById("b-find-actors");
    box.replaceChildren.apply(box, options);
  }

  function soon() {
    clearTimeout(waiting);
    waiting = setTimeout(function () { update("replaceState"); }, QUIET);
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(waiting);
    update("replaceState");
  });
  form.addEventListener("focusin", function () { start(); });
  form.elements.words.addEventListener("input", soon);
  form.elements.actor.addEventListener("input", offerActors);
  form.addEventListener("change", function (event) {
    if (event.target !== form.elements.words) update("pushState");
  });
  form.addEventListener("reset", function (event) {
    event.preventDefault();
    ["words"].concat(FACETS).forEach(function (name) { form.elements[name].value = ""; });
    update("pushState");
    form.elements.words.focus();
  });
  more.addEventListener("click", function () {
    draw(turn).then(function (first) {
      if (first) first.querySelector("a").focus();
    });
  });
  window.addEventListener("popstate", function () {
    readAddress();
    update();
  });

  // On a phone what is found comes first.
  details.open = matchMedia("(min-width: 45em)").matches;
  form.hidden = false;
  if (readAddress()) start().then(function () {
    readAddress();
    update();
  });
})();
