/* The search box of every page: its keys, its results, the words lit on the page that a result opens. Of the index and
   of what asks it (search-index.js) nothing is loaded before the first letter is typed. No other host is asked. */
(function () {
  "use strict";
  const say = window.briefsSay;
  const box = document.querySelector("[data-briefs-search]");
  const config = document.getElementById("__config");
  if (!box || !config) return;
  const base = new URL(JSON.parse(config.textContent).base.replace(/\/?$/, "/"), location.href);
  const input = box.querySelector("input");
  const toggle = document.getElementById("__search");
  const meta = box.querySelector(".md-search-result__meta");
  const list = box.querySelector(".md-search-result__list");
  const pane = box.querySelector(".md-search__scrollwrap");
  const suggestion = box.querySelector(".md-search__suggest");
  const HINT = meta.textContent;
  const STEP = 6;
  const PAUSE = 120;

  /* Words, as generator/rendering/search.py has them. */
  const UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff";
  const LETTER = "[\\p{L}\\p{N}\\p{M}]";
  const WORDS = new RegExp(
    `(?:\\p{L}\\.){2,40}|['’]s(?!${LETTER})|[${UNSPACED}]|(?:(?![${UNSPACED}])${LETTER})+`, "gu");
  const PIECES = new RegExp(`[${UNSPACED}]|(?:(?![${UNSPACED}])${LETTER})+`, "gu");
  const SPELLED = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"};

  function fold(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
  }

  /** The words of a text: each folded, with its place, where it begins and ends, and whether it is in capitals. */
  function words(text) {
    const found = [];
    for (const match of text.matchAll(WORDS)) {
      if (/^['’]/.test(match[0])) continue;
      for (const piece of fold(match[0].replace(/\./g, "")).match(PIECES) || []) {
        const written = piece.slice(0, 40);
        const upper = written.length > 1 && written === written.toUpperCase() && written !== written.toLowerCase();
        const word = written.toLowerCase().replace(/[ßæœøłđðþı]/g, (sign) => SPELLED[sign]);
        found.push({word, upper, place: found.length, start: match.index, end: match.index + match[0].length});
      }
    }
    return found;
  }

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.append(text);
    return made;
  }

  /** A text with some of its words marked; a long one only around the first of them. */
  function marked(text, isMarked, limit) {
    const hits = words(text).filter((word) => isMarked(word.word));
    let from = 0;
    let to = text.length;
    if (limit && to > limit) {
      const first = hits.length ? hits[0].start : 0;
      from = first < limit / 2 ? 0 : text.indexOf(" ", first - limit / 3) + 1;
      const end = text.lastIndexOf(" ", from + limit);
      to = from + limit >= to ? to : end > from ? end : from + limit;
    }
    const part = document.createDocumentFragment();
    if (from) part.append("… ");
    let at = from;
    for (const hit of hits) {
      if (hit.start < at || hit.end > to) continue;
      part.append(text.slice(at, hit.start), element("mark", "", text.slice(hit.start, hit.end)));
      at = hit.end;
    }
    part.append(text.slice(at, to), to < text.length ? " …" : "");
    return part;
  }

  /* The page that a result opens: the words of its address are lit. */
  function light() {
    const asked = new URLSearchParams(location.search).get("h");
    const content = document.querySelector(".md-content");
    if (!asked || !content) return;
    const wanted = new Set(words(asked).map((word) => word.word));
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!parent.closest("svg, script, style")) nodes.push(walker.currentNode);
    }
    for (const node of nodes) {
      if (!words(node.data).some((word) => wanted.has(word.word))) continue;
      const part = marked(node.data, (word) => wanted.has(word));
      part.querySelectorAll("mark").forEach((mark) => mark.setAttribute("data-md-highlight", ""));
      node.replaceWith(part);
    }
  }

  /* What is loaded when somebody types. */
  let engine = null;

  function load(path) {
    return new Promise((done, failed) => {
      const script = element("script");
      script.src = new URL(path, base).href;
      script.onload = done;
      script.onerror = () => { script.remove(); failed(new Error(path)); };
      document.head.append(script);
    });
  }

  function start() {
    engine = engine || load("assets/search-index.js").then(() => window.briefsSearch.open(load, words));
    engine.catch(() => { engine = null; });
    return engine;
  }

  /* Results. */
  let asked = 0;
  let wanted = "";
  let shown = null;
  let next = null;
  let enter = false;
  let waiting = 0;

  function link(result, anchor) {
    const target = /#/.test(anchor) ? new URL(anchor, base) : new URL(result.href + (anchor ? `#${anchor}` : ""), base);
    if ("highlight" in box.dataset && result.lit.length) target.searchParams.set("h", result.lit.join(" "));
    const made = element("a", "md-search-result__link");
    made.href = target.href;
    made.tabIndex = -1;
    return made;
  }

  function row(result) {
    const isMarked = (word) => result.words.has(word);
    const item = element("li", "md-search-result__item");
    const [first, ...more] = result.lines.length ? result.lines : [["", ""]];
    const head = link(result, first[0]);
    const article = element("article", "md-search-result__article md-typeset");
    const title = element("h1");
    title.append(marked(result.title, isMarked));
    article.append(element("div", "md-search-result__icon md-icon"), title);
    article.append(element("p", "briefs-hit", [result.kind, result.note].filter(Boolean).join(" · ")));
    if (first[1]) article.append(paragraph(first[1], isMarked));
    if (result.missing.length) {
      const missing = element("p", "md-search-result__terms", say("Missing:") + " ");
      missing.append(...result.missing.flatMap((word, at) => [at ? " " : "", element("del", "", word)]));
      article.append(missing);
    }
    head.append(article);
    item.append(head);
    for (const line of more) {
      const further = link(result, line[0]);
      const words = element("article", "md-search-result__article md-typeset");
      words.append(paragraph(line[1], isMarked));
      further.append(words);
      item.append(further);
    }
    return item;
  }

  function paragraph(text, isMarked) {
    const made = element("p");
    made.append(marked(text, isMarked, 320));
    return made;
  }

  function tell(found) {
    const total = found.total;
    const count = total === 0 ? say("Nothing found") : total === 1 ? say("{1} result", {1: 1}) : say("{1} results", {1: total.toLocaleString(document.documentElement.lang || "en")});
    const changed = found.corrected.map(([typed, word]) => say("“{word}” for “{typed}”", {word, typed})).join(", ");
    meta.textContent = changed ? say("{count}, searched {words}", {count, words: changed}) : count;
  }

  function clear() {
    shown = next = null;
    list.replaceChildren();
    meta.textContent = HINT;
    if (suggestion) suggestion.textContent = "";
  }

  /** Search when no letter has come for a moment. */
  function soon() {
    clearTimeout(waiting);
    waiting = setTimeout(search, input.value.trim() ? PAUSE : 0);
  }

  async function search() {
    clearTimeout(waiting);
    const query = input.value;
    if (query === wanted) return;
    wanted = query;
    const mine = ++asked;
    enter = false;
    if (!query.trim()) { clear(); return; }
    try {
      const found = await (await start()).find(query);
      const results = await found.take(STEP);
      if (mine !== asked) return;
      shown = found;
      next = null;
      list.replaceChildren(...results.map(row));
      pane.scrollTop = 0;
      tell(found);
      if (suggestion) suggestion.textContent = found.completed || "";
      if (enter) follow();
    } catch (error) {
      if (mine !== asked) return;
      clear();
      wanted = "";
      meta.textContent = say("The search index could not be loaded.");
    }
  }

  /** Show the next results; the first of their links once they are there. */
  function more() {
    if (!shown || next) return next || Promise.resolve(null);
    const found = shown;
    next = found.take(STEP).then((results) => {
      if (found !== shown) return null;
      next = null;
      const rows = results.map(row);
      list.append(...rows);
      return rows.length ? rows[0].querySelector("a") : null;
    });
    return next;
  }

  function follow() {
    const first = list.querySelector("a");
    if (first) first.click();
  }

  /* Opening, closing, keys: those of Material. */
  function set(open) {
    if (toggle.checked !== open) toggle.click();
    list.setAttribute("role", open ? "list" : "presentation");
    list.hidden = !open;
  }

  function close() {
    set(false);
    if (box.contains(document.activeElement)) document.activeElement.blur();
  }

  async function step(by) {
    const links = [input, ...list.querySelectorAll("a")];
    const at = Math.max(0, links.indexOf(document.activeElement));
    if (by > 0 && at === links.length - 1 && at > 0) {
      const further = await more();
      if (further) { further.focus(); return; }
    }
    links[(at + links.length + by) % links.length].focus();
  }

  function inside(event) {
    if (event.key === "Escape" || event.key === "Tab") {
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && document.activeElement === input) {
      event.preventDefault();
      if (shown && input.value === wanted) follow();
      else { search(); enter = true; }
    } else if (event.key === "ArrowRight" && suggestion && suggestion.textContent) {
      if (document.activeElement !== input || input.selectionStart !== input.value.length) return;
      input.value = suggestion.textContent;
      search();
    } else if (event.key.length === 1 && document.activeElement !== input) {
      input.focus();
    }
  }

  function outside(event) {
    const active = document.activeElement;
    if (active && (active.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(active.tagName))) return;
    if (event.key !== "/" && event.key !== "s" && event.key !== "f") return;
    event.preventDefault();
    input.focus();
    input.select();
  }

  document.addEventListener("keydown", (event) => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing) return;
    if (toggle.checked) inside(event);
    else outside(event);
  });
  toggle.addEventListener("change", () => {
    list.hidden = !toggle.checked;
    if (toggle.checked) input.focus();
    else if (box.contains(document.activeElement)) document.activeElement.blur();
  });
  input.addEventListener("focus", () => set(true));
  input.addEventListener("input", soon);
  input.form.addEventListener("submit", (event) => event.preventDefault());
  input.form.addEventListener("reset", () => { setTimeout(() => { search(); input.focus(); }); });
  pane.addEventListener("scroll", () => {
    if (pane.scrollTop + pane.clientHeight > pane.scrollHeight - 200) more();
  });

  list.hidden = true;
  light();
  const given = new URLSearchParams(location.search).get("q");
  if (given) { input.value = given; input.focus(); search(); }
})();
