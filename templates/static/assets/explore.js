/* Explore: finds briefs, events and statements by any combination of what is known of them, and keeps it in the address.
   It runs on its own page only and loads the few files of the index that are asked for; they are scripts, which a folder
   on disk gives as well as a server. generator/rendering/explore/files.py writes them: change both. */
(function () {
  "use strict";
  const place = document.querySelector("[data-briefs-explore]");
  if (!place) return;
  const say = window.briefsSay;
  const root = new URL("../", document.currentScript.src);
  const TABLES = {briefs: say("Briefs"), events: say("Events"), statements: say("Statements")};
  const ONE = {briefs: say("{1} brief"), events: say("{1} event"), statements: say("{1} statement")};
  const SEVERAL = {briefs: say("{1} briefs"), events: say("{1} events"), statements: say("{1} statements")};
  const SORTS = {newest: say("Newest first"), oldest: say("Oldest first"), publisher: say("By publisher"), speaker: say("By speaker")};
  const SHOWN = 10, LISTED = 6, LISTED_MORE = 40, OPTIONS = 8, MOST_LOADED = 2, YEARS = 5, MOST_MONTHS = 240;
  const FIRST_DAY = 719163; // 1 January 1970, counted from 1 January of the year 1.
  const MONTHS = [say("January"), say("February"), say("March"), say("April"), say("May"), say("June"), say("July"), say("August"),
    say("September"), say("October"), say("November"), say("December")];

  /* Files. */
  const contents = new Map();
  const pending = new Map();
  window.briefsExplore = {got: (name, content) => contents.set(name, content)};

  function load(name, version) {
    if (!pending.has(name)) {
      const loaded = new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = new URL(`explore/${name}.js${version ? `?${version}` : ""}`, root).href;
        script.onload = () => contents.has(name) ? done(contents.get(name)) : failed(new Error(name));
        script.onerror = () => failed(new Error(name));
        document.head.append(script);
      });
      loaded.catch(() => pending.delete(name));
      pending.set(name, loaded);
    }
    return pending.get(name);
  }

  /* Numbers, as generator/rendering/search.py writes them. */
  const SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  const VALUES = new Uint8Array(128);
  [...SIGNS].forEach((sign, value) => { VALUES[sign.charCodeAt(0)] = value; });

  function numbers(text) {
    const found = [];
    let value = 0, weight = 1;
    for (let at = 0; at < text.length; at++) {
      const sign = VALUES[text.charCodeAt(at)];
      value += (sign & 31) * weight;
      if (sign & 32) weight *= 32;
      else { found.push(value); value = 0; weight = 1; }
    }
    return found;
  }

  function fold(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  function element(name, properties, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties || {})) {
      if (key in made) made[key] = value; else made.setAttribute(key, value);
    }
    made.append(...children.filter((child) => child !== null && child !== undefined));
    return made;
  }

  /* A table: its rows, newest first, and its facets. */
  class Facet {
    constructor(table, told) {
      Object.assign(this, {table, name: told.name, words: told.words, joint: told.joint, count: told.count, most: told.most});
      this.values = [];
      this.byKey = new Map();
      this.put(0, told.values);
    }

    put(from, text) {
      if (!text) return;
      text.split("\n").forEach((line, at) => {
        const [words, key, count, rows] = line.split("\t");
        const value = {words, key, total: Number(count), written: rows, rank: from + at, folded: ` ${fold(words).replace(/[^\p{L}\p{N}]+/gu, " ")}`};
        this.values[from + at] = value;
        this.byKey.set(key, value);
      });
    }

    /** Load one more file of values, those of fewer rows. */
    async more(number) {
      const {head} = this.table;
      const text = await load(`${this.table.name}-${this.name}-${number + 1}`, head.version);
      if (!this.values[head.first + number * head.more]) this.put(head.first + number * head.more, text);
    }

    /** The value of a number, loaded if need be. */
    async at(rank) {
      const {first, more} = this.table.head;
      if (!this.values[rank]) await this.more(Math.floor((rank - first) / more));
      return this.values[rank];
    }

    /** The value of a key; null where the table has none. */
    async find(key) {
      if (!this.byKey.has(key) && this.most.length) {
        const lines = await this.table.directory(fold(key).replace(/[^\p{L}\p{N}]/gu, "")[0]);
        const line = lines.find(([facet, , , known]) => facet === this.name && known === key);
        if (line) await this.at(Number(line[1]));
      }
      return this.byKey.get(key) || null;
    }
  }

  function rowsOf(value) {
    if (!value.rows) {
      let row = 0;
      value.rows = Uint32Array.from(numbers(value.written), (step) => (row += step));
    }
    return value.rows;
  }

  class Table {
    constructor(name, head) {
      Object.assign(this, {name, head, size: head.rows});
      this.begins = new Float64Array(head.rows).fill(NaN);
      this.ends = new Float64Array(head.rows).fill(NaN);
      let day = 0;
      const lengths = numbers(head.lengths);
      numbers(head.days).forEach((step, row) => {
        day = row ? day - step : step;
        this.begins[row] = day;
        this.ends[row] = day + lengths[row];
      });
      const month = (day) => { const at = new Date((day - FIRST_DAY) * 86400000); return at.getUTCFullYear() * 12 + at.getUTCMonth(); };
      this.firstMonths = Float64Array.from(this.begins, month);
      this.lastMonths = Float64Array.from(this.ends, month);
      this.facets = head.facets.map((told) => new Facet(this, told));
      this.byName = new Map(this.facets.map((facet) => [facet.name, facet]));
    }

    /** The lines of values one of whose words begins with a letter. */
    async directory(letter) {
      const number = this.head.letters.indexOf(letter);
      if (number < 0) return [];
      const text = await load(`${this.name}-letter-${number}`, this.head.version);
      return text.split("\n").map((line) => line.split("\t"));
    }

    async row(number) {
      const {inFile, version} = this.head;
      return (await load(`${this.name}-rows-${Math.floor(number / inFile)}`, version))[number % inFile];
    }
  }

  const tables = new Map();

  async function open(name) {
    if (!tables.has(name)) tables.set(name, load(name).then((head) => new Table(name, head)));
    const opened = tables.get(name);
    opened.catch(() => tables.delete(name));
    return opened;
  }

  /* What is chosen, and the address that says so. */
  const state = {show: "briefs", sort: "newest", from: "", to: "", chosen: []};

  function readAddress() {
    const asked = new URLSearchParams(location.search);
    state.show = asked.get("show") in TABLES ? asked.get("show") : "briefs";
    state.sort = asked.get("sort") in SORTS ? asked.get("sort") : "newest";
    const day = (key) => /^\d{4}-\d\d-\d\d$/.test(asked.get(key) || "") ? asked.get(key) : "";
    state.from = day("from");
    state.to = day("to");
    state.chosen = [...asked].filter(([key]) => !["show", "sort", "from", "to"].includes(key));
  }

  function address() {
    const asked = new URLSearchParams(state.chosen);
    for (const key of ["from", "to"]) if (state[key]) asked.set(key, state[key]);
    if (state.show !== "briefs") asked.set("show", state.show);
    if (state.sort !== "newest") asked.set("sort", state.sort);
    const made = new URL(location.href);
    made.search = asked.toString();
    return made;
  }

  const isChosen = (facet, key) => state.chosen.some(([name, known]) => name === facet && known === key);

  function toggle(facet, key) {
    if (isChosen(facet, key)) state.chosen = state.chosen.filter(([name, known]) => name !== facet || known !== key);
    else state.chosen.push([facet, key]);
    change();
  }

  /* Which rows fit. */
  const dayOf = (text) => Math.round(Date.parse(`${text}T00:00:00Z`) / 86400000) + FIRST_DAY;

  function mask(size, rows) {
    const found = new Uint8Array(size);
    for (const row of rows) found[row] = 1;
    return found;
  }

  function meet(size, masks) {
    const found = new Uint8Array(size).fill(1);
    for (const one of masks) for (let row = 0; row < size; row++) found[row] &= one[row];
    return found;
  }

  function byDay(table) {
    if (!state.from && !state.to) return [];
    const from = state.from ? dayOf(state.from) : -Infinity, to = state.to ? dayOf(state.to) : Infinity;
    return [Uint8Array.from(table.begins, (begins, row) => begins <= to && table.ends[row] >= from ? 1 : 0)];
  }

  /** The rows that fit, and for each facet in which one of several may be met those that fit without it. */
  async function select(table) {
    const of = new Map();
    const unknown = [];
    for (const [name, key] of state.chosen) {
      const facet = table.byName.get(name);
      const value = facet ? await facet.find(key) : null;
      if (!facet) { unknown.push([name, key]); continue; }
      const own = mask(table.size, value ? rowsOf(value) : []);
      const known = of.get(name);
      if (!known) of.set(name, own);
      else for (let row = 0; row < table.size; row++) known[row] = facet.joint ? known[row] & own[row] : known[row] | own[row];
    }
    const days = byDay(table);
    const rows = meet(table.size, [...days, ...of.values()]);
    const onAnyDay = days.length ? meet(table.size, [...of.values()]) : rows;
    const without = new Map([...of.keys()].filter((name) => !table.byName.get(name).joint)
      .map((name) => [name, meet(table.size, [...days, ...[...of].filter(([other]) => other !== name).map(([, one]) => one)])]));
    return {rows, without, unknown, onAnyDay};
  }

  function countIn(value, rows) {
    let count = 0;
    for (const row of rowsOf(value)) count += rows[row];
    return count;
  }

  /** The values of a facet with most rows among some. A file of values is loaded only if one in it could be among them. */
  async function top(facet, rows, most) {
    let size = 0;
    for (const row of rows) size += row;
    const isNarrow = size < facet.table.size;
    for (let number = 0; ; number++) {
      const counted = facet.values.filter(Boolean).map((value) => ({value, count: isNarrow ? countIn(value, rows) : value.total}))
        .filter(({value, count}) => count || isChosen(facet.name, value.key));
      counted.sort((a, b) => isChosen(facet.name, b.value.key) - isChosen(facet.name, a.value.key) || b.count - a.count || a.value.rank - b.value.rank);
      const last = counted[most - 1];
      const next = number < facet.most.length ? Math.min(facet.most[number], size) : 0;
      if (next <= (last ? last.count : 0) || number >= MOST_LOADED) return {counted, isWhole: !next};
      await facet.more(number);
    }
  }

  /* The page. */
  const ui = {};

  function build() {
    const radios = Object.entries(TABLES).map(([name, words]) => element("label", {className: "briefs-choice"},
      element("input", {type: "radio", name: "show", value: name, onchange: () => { state.show = name; change(); }}), ` ${words}`));
    ui.type = element("input", {type: "text", id: "explore-add", autocomplete: "off", spellcheck: false, role: "combobox",
      "aria-expanded": "false", "aria-controls": "explore-options", "aria-autocomplete": "list"});
    ui.options = element("ul", {id: "explore-options", role: "listbox", hidden: true, "aria-label": say("Filters")});
    ui.from = element("input", {type: "date", onchange: () => { state.from = ui.from.value; change(); }});
    ui.to = element("input", {type: "date", onchange: () => { state.to = ui.to.value; change(); }});
    ui.months = element("div", {className: "briefs-facets briefs-months"});
    ui.facets = element("div", {className: "briefs-facets"});
    ui.status = element("p", {role: "status", className: "briefs-found"});
    ui.chosen = element("ul", {className: "briefs-chosen", "aria-label": say("Chosen filters")});
    ui.sort = element("select", {id: "explore-sort", onchange: () => { state.sort = ui.sort.value; change(); }});
    ui.list = element("ol", {className: "briefs-results"});
    ui.more = element("button", {type: "button", className: "briefs-button", hidden: true, onclick: () => show(true)});
    ui.panel = element("details", {className: "briefs-filters", open: matchMedia("(min-width: 60em)").matches},
      element("summary", {}, say("Filters")),
      element("div", {className: "briefs-when-range", role: "group", "aria-label": say("Days")},
        element("label", {}, `${say("From")} `, ui.from), element("label", {}, `${say("to")} `, ui.to)),
      ui.months, ui.facets);
    const form = element("form", {className: "briefs-narrow", "aria-label": say("What is looked for"), onsubmit: (event) => event.preventDefault()},
      element("fieldset", {className: "briefs-tables"}, element("legend", {}, say("Show")), ...radios),
      element("div", {className: "briefs-add"}, element("label", {htmlFor: "explore-add"}, say("Add a filter: a name, a publisher, an author, a theme, a month")), ui.type, ui.options),
      ui.panel);
    const results = element("section", {className: "briefs-found-part", "aria-label": say("Results")},
      element("div", {className: "briefs-found-head"}, ui.status,
        element("p", {className: "briefs-sort"}, element("label", {htmlFor: "explore-sort"}, `${say("Sort")} `), ui.sort)),
      ui.chosen, ui.list, ui.more);
    place.replaceChildren(form, results);
    place.classList.add("briefs-is-open");
    ui.type.addEventListener("input", suggest);
    ui.type.addEventListener("keydown", typed);
    ui.type.addEventListener("blur", () => setTimeout(close, 150));
  }

  /** A change by the reader: the address says it, and back undoes it. */
  function change() {
    history.pushState(history.state, "", address());
    return draw();
  }

  let round = 0;
  let found = null;

  async function draw() {
    const mine = ++round;
    ui.facets.setAttribute("aria-busy", "true");
    try {
      const table = await open(state.show);
      const selected = await select(table);
      if (mine !== round) return;
      found = {table, rows: [], at: 0};
      for (let row = 0; row < table.size; row++) if (selected.rows[row]) found.rows.push(row);
      const isPart = selected.unknown.length || state.chosen.length || state.from || state.to;
      const all = (table.size === 1 ? ONE : SEVERAL)[table.name].replace("{1}", table.size.toLocaleString(document.documentElement.lang || "en"));
      ui.status.textContent = isPart ? say("{shown} of {all}", {shown: found.rows.length.toLocaleString(document.documentElement.lang || "en"), all}) : all;
      await arrange(table);
      const parts = await Promise.all(table.facets.map(async (facet) =>
        facetPart(facet, await top(facet, selected.without.get(facet.name) || selected.rows, wanted(facet)))));
      const chips = await Promise.all(state.chosen.map(([name, key]) => chip(table, name, key)));
      if (mine !== round) return;
      drawControls(table);
      keepFocus(ui.months, () => ui.months.replaceChildren(...[monthPart(table, selected.onAnyDay)].filter(Boolean)));
      keepFocus(ui.facets, () => ui.facets.replaceChildren(...parts.filter(Boolean)));
      keepFocus(ui.chosen, () => ui.chosen.replaceChildren(...chips, ...dayChips(), ...clearAll()));
      ui.facets.removeAttribute("aria-busy");
      ui.list.replaceChildren();
      await show(false);
    } catch (error) {
      if (mine === round) ui.status.textContent = say("The index could not be loaded. The lists of the site have the same.");
    }
  }

  function drawControls(table) {
    place.querySelectorAll("input[name=show]").forEach((radio) => { radio.checked = radio.value === state.show; });
    ui.from.value = state.from;
    ui.to.value = state.to;
    const sorts = Object.entries(SORTS).filter(([name]) => ["newest", "oldest"].includes(name) || table.byName.has(name));
    ui.sort.replaceChildren(...sorts.map(([name, words]) => element("option", {value: name, selected: name === state.sort}, words)));
    const count = state.chosen.length + dayChips().length;
    ui.panel.querySelector("summary").textContent = count ? `${say("Filters")} (${count})` : say("Filters");
  }

  function keepFocus(part, change) {
    const held = part.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    change();
    if (held === null) return;
    const again = [...part.querySelectorAll("[data-key]")].find((one) => one.dataset.key === held);
    (again || ui.type).focus();
  }

  async function arrange(table) {
    const facet = table.byName.get(state.sort);
    if (state.sort === "oldest") {
      const dated = found.rows.filter((row) => !Number.isNaN(table.begins[row]));
      found.rows = [...dated.reverse(), ...found.rows.filter((row) => Number.isNaN(table.begins[row]))];
    } else if (facet) {
      for (let number = 0; number < facet.most.length; number++) await facet.more(number);
      const named = new Array(table.size).fill("\uffff");
      const sorted = [...facet.values].sort((a, b) => a.words.localeCompare(b.words));
      for (const value of sorted) for (const row of rowsOf(value)) if (named[row] === "\uffff") named[row] = fold(value.words);
      found.rows.sort((a, b) => named[a] < named[b] ? -1 : named[a] > named[b] ? 1 : a - b);
    }
  }

  /* Facets. */
  const unfolded = new Set();
  const wanted = (facet) => unfolded.has(facet.name) ? LISTED_MORE : LISTED;

  function facetPart(facet, {counted, isWhole}) {
    const most = Math.max(wanted(facet), counted.filter(({value}) => isChosen(facet.name, value.key)).length);
    const shown = counted.slice(0, most);
    const isOfAll = shown.length === 1 && shown[0].value.total === facet.table.size;
    if (!shown.length || (isOfAll && !isChosen(facet.name, shown[0].value.key))) return null;
    const items = shown.map(({value, count}) => element("li", {}, element("label", {className: "briefs-choice"},
      element("input", {type: "checkbox", checked: isChosen(facet.name, value.key), "data-key": `${facet.name} ${value.key}`,
        onchange: () => toggle(facet.name, value.key)}),
      element("span", {}, value.words), element("span", {className: "briefs-count"}, count.toLocaleString(document.documentElement.lang || "en")))));
    const rest = counted.length > most || !isWhole;
    const button = rest && !unfolded.has(facet.name) ? element("button", {type: "button", className: "briefs-more", "data-key": `more ${facet.name}`,
      "aria-label": `${say("More")}: ${facet.words}`, onclick: () => { unfolded.add(facet.name); draw(); }}, say("More")) : null;
    const hint = rest && unfolded.has(facet.name) ? element("p", {className: "briefs-note"}, say("Others are found by typing above.")) : null;
    return element("fieldset", {}, element("legend", {}, facet.words), element("ul", {}, ...items), button, hint);
  }

  /* Months: a press chooses one, or a year; a second one takes it back. */
  function spanOf(year, month) {
    const text = (...parts) => { const day = new Date(0); day.setUTCFullYear(...parts); return day.toISOString().slice(0, 10); };
    return month === null ? {from: text(year, 0, 1), to: text(year, 12, 0)} : {from: text(year, month, 1), to: text(year, month + 1, 0)};
  }

  const isSpan = (from, to) => state.from === from && state.to === to;

  function setDays(from, to) {
    Object.assign(state, {from, to});
    change();
  }

  /** How many of some rows fall in each month and year; months and years that a row lies in whole are offered. */
  function countMonths(table, rows) {
    const months = new Map(), years = new Map(), offered = new Set();
    const add = (counts, key) => counts.set(key, (counts.get(key) || 0) + 1);
    for (let row = 0; row < table.size; row++) {
      const first = table.firstMonths[row], last = Math.min(table.lastMonths[row], first + MOST_MONTHS);
      if (!rows[row] || Number.isNaN(first)) continue;
      for (let month = first; month <= last; month++) add(months, month);
      for (let year = Math.floor(first / 12); year <= Math.floor(last / 12); year++) add(years, year);
      if (first === last) offered.add(first);
    }
    return {months, years: [...years].sort((a, b) => b[0] - a[0]), offered};
  }

  function monthPart(table, rows) {
    const {months, years, offered} = countMonths(table, rows);
    if (offered.size < 2 && years.length < 2 && !state.from) return null;
    const button = (text, words, total, {from, to}) => element("button", {type: "button", className: "briefs-span", "data-key": `days ${from} ${to}`,
      "aria-pressed": String(isSpan(from, to)), "aria-label": `${words}: ${total.toLocaleString(document.documentElement.lang || "en")}`, title: `${words}: ${total.toLocaleString(document.documentElement.lang || "en")}`,
      onclick: () => isSpan(from, to) ? setDays("", "") : setDays(from, to)}, text);
    const monthOf = (year, month) => offered.has(year * 12 + month)
      ? button(MONTHS[month].slice(0, 3), `${MONTHS[month]} ${year}`, months.get(year * 12 + month), spanOf(year, month)) : element("span", {});
    const most = unfolded.has("months") ? LISTED_MORE : YEARS;
    const items = years.slice(0, most).map(([year, total]) => {
      const halves = [[0, 1, 2, 3, 4, 5], [6, 7, 8, 9, 10, 11]].filter((half) => half.some((month) => offered.has(year * 12 + month)));
      return element("li", {className: "briefs-year"}, button(String(year), String(year), total, spanOf(year, null)),
        element("div", {}, ...halves.flat().map((month) => monthOf(year, month))));
    });
    const more = years.length > most && !unfolded.has("months") ? element("button", {type: "button", className: "briefs-more", "data-key": "more months",
      "aria-label": `${say("More")}: ${say("Months")}`, onclick: () => { unfolded.add("months"); draw(); }}, say("More")) : null;
    const hint = years.length > most && unfolded.has("months") ? element("p", {className: "briefs-note"}, say("Others are found by typing above.")) : null;
    return element("fieldset", {}, element("legend", {}, say("Months")), element("ul", {}, ...items), more, hint);
  }

  async function chip(table, name, key) {
    const facet = table.byName.get(name);
    const value = facet ? await facet.find(key) : null;
    const words = value ? value.words : key;
    return removal(words, `${name} ${key}`, () => toggle(name, key), value ? "" : facet ? ` (${say("none")})` : ` (${say("not of {list}", {list: TABLES[state.show]})})`);
  }

  function removal(words, key, act, note) {
    return element("li", {}, element("button", {type: "button", className: "briefs-chip", "data-key": `no ${key}`, "aria-label": say("Remove {words}", {words}), onclick: act},
      `${words}${note || ""}`, element("span", {"aria-hidden": "true"}, " ×")));
  }

  function dayChips() {
    const chips = [], [year, month] = state.from.split("-").map(Number);
    for (const words of state.from && state.to ? [`${MONTHS[month - 1]} ${year}`, String(year)] : []) {
      const {from, to} = spanOf(year, words === String(year) ? null : month - 1);
      if (isSpan(from, to)) return [removal(words, "days", () => setDays("", ""))];
    }
    if (state.from) chips.push(removal(`${say("from")} ${dayWords(state.from)}`, "from", () => { state.from = ""; change(); }));
    if (state.to) chips.push(removal(`${say("to")} ${dayWords(state.to)}`, "to", () => { state.to = ""; change(); }));
    return chips;
  }

  function dayWords(text) {
    const [year, month, day] = text.split("-").map(Number);
    return `${say("{day} {month}", {day, month: MONTHS[month - 1]})} ${year}`;
  }

  function clearAll() {
    if (state.chosen.length + dayChips().length < 2) return [];
    return [element("li", {}, element("button", {type: "button", className: "briefs-more", "data-key": "clear", onclick: () => {
      Object.assign(state, {from: "", to: "", chosen: []});
      change();
    }}, say("Remove all")))];
  }

  /* Results. */
  async function show(isMore) {
    const mine = round, current = found;
    const rows = current.rows.slice(current.at, current.at + SHOWN);
    current.at += rows.length;
    const told = await Promise.all(rows.map((row) => current.table.row(row)));
    if (mine !== round) return;
    const items = told.map((row) => RESULTS[current.table.name](row, current.table));
    ui.list.append(...items);
    const left = current.rows.length - current.at;
    ui.more.hidden = left <= 0;
    ui.more.textContent = say("Show {1} more", {1: Math.min(SHOWN, left)});
    if (isMore && items.length) items[0].querySelector("a").focus();
  }

  function origin(row) {
    return element("span", {className: "briefs-origin"}, `${row.d || say("date not stated")} · ${row.p || say("publisher not stated")}`);
  }

  function sentence(line, marks) {
    return element("p", {className: "briefs-proof"}, element("a", {href: line[0]}, marked(line[1], marks)));
  }

  /** The words of a sentence, those of chosen names marked. */
  function marked(text, names) {
    const part = document.createDocumentFragment();
    const wanted = new Set(names.flatMap((name) => fold(name).split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 2));
    let at = 0;
    for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
      if (!wanted.has(fold(match[0])) || match[0] === match[0].toLowerCase()) continue;
      part.append(text.slice(at, match.index), element("mark", {}, match[0]));
      at = match.index + match[0].length;
    }
    part.append(text.slice(at));
    return part;
  }

  function chosenWords(table) {
    return state.chosen.flatMap(([name, key]) => {
      const value = table.byName.get(name) && table.byName.get(name).byKey.get(key);
      return value ? [value.words] : [];
    });
  }

  /** The lines of a brief that prove what is chosen; its lead where nothing is. */
  function proofs(row, table) {
    const found = new Set();
    for (const [name, key] of state.chosen) {
      const value = table.byName.get(name) && table.byName.get(name).byKey.get(key);
      const pairs = row.m[name];
      if (!value || !pairs) continue;
      for (let at = 0; at < pairs.length; at += 2) if (pairs[at] === value.rank) found.add(pairs[at + 1]);
    }
    return (found.size ? [...found] : [0]).slice(0, 3).map((line) => row.l[line]).filter(Boolean);
  }

  const RESULTS = {
    briefs: (row, table) => element("li", {},
      element("h2", {}, element("a", {href: row.h}, row.t)), origin(row),
      ...proofs(row, table).map((line) => sentence(line, chosenWords(table)))),
    events: (row, table) => element("li", {},
      element("h2", {}, element("a", {href: row.h}, row.t)),
      element("span", {className: "briefs-origin"}, row.w ? element("strong", {}, row.w) : element("span", {className: "briefs-missing"}, `${say("day not stated")} `), ...row.k.map((word) => element("span", {className: "briefs-tag"}, word))),
      ...row.l.map((line) => sentence(line, chosenWords(table))), origin(row)),
    statements: (row, table) => element("li", {},
      element("h2", {className: row.q ? "briefs-quotation" : ""}, element("a", {href: row.h}, row.q ? `“${row.t}”` : row.t)),
      element("span", {className: "briefs-origin"}, row.s ? element("strong", {}, row.s) : element("span", {className: "briefs-missing"}, `${say("speaker not determined")} `), ...row.k.map((word) => element("span", {className: "briefs-tag"}, word))),
      ...row.l.filter((line) => line[1] !== row.t).map((line) => sentence(line, chosenWords(table))),
      element("span", {className: "briefs-origin"}, `${row.b} · ${row.d || say("date not stated")} · ${row.p || say("publisher not stated")}`)),
  };

  /* Adding a filter by typing it. */
  let options = [];
  let active = -1;
  let asking = 0;

  async function suggest() {
    const mine = ++asking, asked = fold(ui.type.value).trim();
    if (!asked) { close(); return; }
    const table = await open(state.show);
    const words = asked.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    const fits = (folded) => words.every((word) => folded.includes(` ${word}`));
    const known = table.facets.flatMap((facet) => facet.values.filter((value) => value && fits(value.folded))
      .map((value) => ({facet, value, words: value.words, total: value.total})));
    const lines = words.length ? await table.directory(words[0][0]) : [];
    if (mine !== asking) return;
    const more = lines.filter(([name, rank, text]) => !table.byName.get(name).values[rank] && fits(` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, " ")}`))
      .slice(0, OPTIONS).map(([name, rank, text]) => ({facet: table.byName.get(name), rank: Number(rank), words: text}));
    const loaded = await Promise.all(more.map(async (one) => ({...one, value: await one.facet.at(one.rank)})));
    if (mine !== asking) return;
    options = [...months(table, words), ...[...known, ...loaded].sort((a, b) => b.value.total - a.value.total)].slice(0, OPTIONS);
    active = options.length ? 0 : -1;
    drawOptions();
  }

  /** The months and years of the table that words name. */
  function months(table, words) {
    const year = words.find((word) => /^\d{4}$/.test(word));
    const month = words.find((word) => /^\p{L}{3,}$/u.test(word));
    if (words.length > 2 || words.length !== (year ? 1 : 0) + (month ? 1 : 0)) return [];
    const counts = new Map();
    for (const day of table.begins) {
      if (Number.isNaN(day)) continue;
      const at = new Date((day - FIRST_DAY) * 86400000);
      const key = month ? at.getUTCFullYear() * 12 + at.getUTCMonth() : at.getUTCFullYear();
      counts.set(key, (counts.get(key) || 0) + 1);
    }
    const named = ([key]) => month
      ? fold(MONTHS[key % 12]).startsWith(month) && (!year || String(Math.floor(key / 12)) === year)
      : String(key) === year;
    return [...counts].filter(named).sort((a, b) => b[0] - a[0]).slice(0, OPTIONS / 2).map(([key, total]) => {
      const span = month ? spanOf(Math.floor(key / 12), key % 12) : spanOf(key, null);
      return {words: month ? `${MONTHS[key % 12]} ${Math.floor(key / 12)}` : String(key), ...span, value: {total}};
    });
  }

  function drawOptions() {
    const items = options.map((option, at) => element("li", {id: `explore-option-${at}`, role: "option", "aria-selected": String(at === active),
      onpointerdown: (event) => { event.preventDefault(); choose(at); }},
      element("span", {}, option.words), element("span", {className: "briefs-count"}, ` ${option.facet ? option.facet.words : say("Days")} · ${option.value.total.toLocaleString(document.documentElement.lang || "en")}`)));
    ui.options.replaceChildren(...(items.length ? items : [element("li", {role: "option", "aria-disabled": "true", "aria-selected": "false"}, say("Nothing of this name"))]));
    ui.options.hidden = false;
    ui.type.setAttribute("aria-expanded", "true");
    if (active >= 0) ui.type.setAttribute("aria-activedescendant", `explore-option-${active}`);
    else ui.type.removeAttribute("aria-activedescendant");
  }

  function close() {
    asking++;
    options = [];
    active = -1;
    ui.options.hidden = true;
    ui.type.setAttribute("aria-expanded", "false");
    ui.type.removeAttribute("aria-activedescendant");
  }

  function choose(at) {
    const option = options[at];
    ui.type.value = "";
    close();
    if (!option) return;
    if (option.facet && isChosen(option.facet.name, option.value.key)) return;
    if (option.facet) toggle(option.facet.name, option.value.key);
    else setDays(option.from, option.to);
  }

  function typed(event) {
    if (event.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      if (options.length) choose(active);
      else if (ui.type.value.trim()) suggest().then(() => { if (options.length === 1) choose(0); });
    } else if (event.key === "Escape" && !ui.options.hidden) {
      event.stopPropagation();
      close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && options.length) {
      event.preventDefault();
      active = (active + options.length + (event.key === "ArrowDown" ? 1 : -1)) % options.length;
      drawOptions();
    }
  }

  build();
  readAddress();
  window.addEventListener("popstate", () => { readAddress(); draw(); });
  draw();
})();
