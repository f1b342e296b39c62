/* Asks the index that generator/rendering/search.py writes. Loaded by search.js when the first letter is typed; of the index
   it loads the few files that hold what is typed. They are scripts, which a folder on disk gives as well as a server. */
window.briefsSearch = (function () {
  "use strict";
  const SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  const VALUES = new Uint8Array(128);
  [...SIGNS].forEach((sign, value) => { VALUES[sign.charCodeAt(0)] = value; });
  const NAMES = 5;
  const EXACT = 2;
  const LINES = 3;
  const LEAST_PREFIX = 3;
  const MOST_WORDS = 80;
  const MOST_SPELLED = 100000;
  const MOST_TOKENS = 9;
  const CHECKED = 20;
  const ANSWERED = 12;
  const ASKS = ["when", "where", "how old", "how many", "who"];
  const SIGNS_ASKED = {"when": "d", "where": "p", "how old": "n", "how many": "n", "who": "r"};
  const SAYS = new Set(["say", "says", "said", "tell", "told", "think", "announce", "claim", "deny", "demand", "warn", "promise"]);
  const QUOTED = /["“”„«»]/;
  const MOST_SHARDS = 3;
  const contents = new Map();
  const pending = new Map();
  let fetchScript;
  let split;
  let head;
  let stops;
  let firsts;

  /** What a file of the index hands over. */
  function got(name, content) {
    contents.set(name, content);
  }

  function load(name) {
    if (!pending.has(name)) {
      const version = head ? `?${head.version}` : "";
      const loaded = fetchScript(`search/${name}.js${version}`).then(() => contents.get(name));
      pending.set(name, loaded);
      loaded.catch(() => pending.delete(name));
    }
    return pending.get(name);
  }

  async function open(loader, words) {
    fetchScript = loader;
    split = words;
    head = await load("index");
    stops = new Set(head.stops.split(" "));
    firsts = head.words ? head.words.split(" ") : [];
    return {find};
  }

  /* Numbers and words of the index. */

  function numbers(text) {
    const found = [];
    let value = 0;
    let weight = 1;
    for (let at = 0; at < text.length; at++) {
      const sign = VALUES[text.charCodeAt(at)];
      value += (sign & 31) * weight;
      if (sign & 32) { weight *= 32; } else { found.push(value); value = 0; weight = 1; }
    }
    return found;
  }

  const decoded = new WeakMap();

  /** For each record that holds the word of a row, where: line and place, in turn. Column 1 is of names, 2 of texts. */
  function postings(row, column) {
    if (!decoded.has(row)) decoded.set(row, []);
    const known = decoded.get(row);
    if (!known[column]) known[column] = decode(row[column]);
    return known[column];
  }

  function decode(text) {
    const found = new Map();
    const read = numbers(text);
    let record = 0;
    for (let at = 0; at < read.length;) {
      record += read[at++];
      const places = [];
      let line = 0;
      for (let left = read[at++]; left > 0; left--) {
        line += read[at++];
        places.push(line, read[at++]);
      }
      found.set(record, places);
    }
    return found;
  }

  /** The last place in a sorted list that is not behind a word. */
  function lastBy(list, word, of) {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (of(list[middle]) <= word) low = middle + 1; else high = middle;
    }
    return low - 1;
  }

  const rowsOf = new Map();

  async function rows(shard) {
    const text = await load(`w${shard}`);
    if (!rowsOf.has(shard)) rowsOf.set(shard, text.split("\n").map((row) => row.split(" ")));
    return rowsOf.get(shard);
  }

  /** The rows of all words that begin with some letters; of the shards around one of them only, where they are many. */
  async function rowsFrom(beginning, word) {
    const shard = (end) => Math.max(0, lastBy(firsts, end, (first) => first));
    let from = shard(beginning);
    let to = shard(`${beginning}\uffff`);
    if (to - from >= MOST_SHARDS) {
      from = Math.max(from, shard(word));
      to = Math.min(to, from + 1);
    }
    const found = [];
    const all = Array.from({length: firsts.length ? to - from + 1 : 0}, (_, at) => rows(from + at));
    for (const shardRows of await Promise.all(all)) {
      let at = Math.max(0, lastBy(shardRows, beginning, (row) => row[0]));
      if (shardRows[at][0] < beginning) at += 1;
      for (; at < shardRows.length && shardRows[at][0].startsWith(beginning); at++) found.push(shardRows[at]);
    }
    return found;
  }

  /** What is left of a word without the endings that grammar gives it in English: one for "demands" and "demanded". */
  function stem(word) {
    if (word.length < 4 || word === "news" || /[^a-z]/.test(word)) return word;
    const cut = word.replace(/(?:y|ies|ied)$/, "i").replace(/(?:ing|ed|es|e|([^su])s)$/, "$1");
    const root = cut === word ? cut : cut.replace(/([bgmnprt])\1$/, "$1");
    return root.length >= 3 && /[aeiouy]/.test(root) ? root : word;
  }

  /** The words of the index that a typed word stands for, each with how surely, and the row of each. */
  async function meanings(word, isOpen) {
    const root = stem(word);
    const begins = isOpen && word.length >= 2 && !stops.has(word);
    const found = [];
    for (const row of await rowsFrom(root.replace(/i$/, ""), word)) {
      if (row[0] === word) found.push({row, sure: 1});
      else if (stem(row[0]) === root && !stops.has(word)) found.push({row, sure: 0.8});
      else if (begins && row[0].startsWith(word)) {
        found.push({row: word.length < LEAST_PREFIX ? [row[0], row[1], ""] : row, sure: 0.4});
      }
    }
    /* A short word that somebody wrote is not the beginning of another: "EU" is not "Europe". */
    const isKnown = word.length <= LEAST_PREFIX && found.some(({sure}) => sure === 1);
    return found.filter(({sure}) => sure > 0.4 || !isKnown)
      .sort((a, b) => b.sure - a.sure || a.row[0].length - b.row[0].length).slice(0, MOST_WORDS);
  }

  /* Misspellings. */

  /** Whether two words are at most `most` letters apart: one wrong, missing, too many, or two that changed places. */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [];
    let last = Array.from({length: b.length + 1}, (_, at) => at);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      let least = i;
      for (let j = 1; j <= b.length; j++) {
        let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        row.push(cost);
        least = Math.min(least, cost);
      }
      if (least > most) return most + 1;
      before = last;
      last = row;
    }
    return last[b.length];
  }

  /** The words of names that a word which nobody wrote is likely meant for. */
  async function nearest(word) {
    const most = word.length >= 9 ? 2 : word.length >= 5 ? 1 : 0;
    if (!most || !/^\p{L}+$/u.test(word)) return [];
    const initials = [...head.initials];
    const first = initials.flatMap((initial, at) => initial === word[0] ? [at] : []);
    let room = MOST_SPELLED;
    const rest = initials.flatMap((initial, at) => initial === word[0] ? [] : [at])
      .sort((a, b) => (initials[b] === word[1]) - (initials[a] === word[1]) || head.spelled[a] - head.spelled[b])
      .filter((at) => { room -= head.spelled[at]; return room >= 0; });
    for (const files of [first, rest]) {
      const lists = await Promise.all(files.map((at) => load(`f${at}`)));
      let best = [];
      let least = most;
      for (const known of lists.flatMap((text) => text.split(" "))) {
        const apart = distance(word, known, least);
        if (apart < least) best = [];
        if (apart <= least) { least = apart; best.push(known); }
      }
      if (best.length) return best.slice(0, 5);
    }
    return [];
  }

  /* What is typed. */

  /** The words that are looked up: no function words, and of a whole sentence the longest, which are rare. */
  function read(query, asked) {
    const tokens = [];
    query.split(QUOTED).forEach((part, at) => {
      for (const word of split(part)) tokens.push({...word, part: at, isQuoted: at % 2 === 1});
    });
    if (tokens.length) tokens[tokens.length - 1].isLast = true;
    const idle = new Set(asked ? head.asks.fillers : []);
    const isIdle = (token) => !token.upper && !token.isQuoted && idle.has(token.word);
    const content = tokens.filter((token) => (!stops.has(token.word) || token.upper) && !isIdle(token));
    if (!content.length) return tokens.filter((token) => !token.isQuoted);
    const longest = [...content].sort((a, b) => b.word.length - a.word.length).slice(0, MOST_TOKENS);
    return content.filter((token) => longest.includes(token));
  }

  /** The records that hold a token, with how surely and where. */
  function gather(token, column) {
    const found = new Map();
    for (const {row, sure} of token.meanings) {
      for (const [record, places] of postings(row, column)) {
        const known = found.get(record);
        if (!known) found.set(record, {sure, places});
        else known.places = known.places.concat(places);
      }
    }
    return found;
  }

  async function understand(query, asked) {
    const tokens = read(query, asked);
    const isOpen = !/[\s"“”„«».,;:!?]$/.test(query);
    const corrected = [];
    await Promise.all(tokens.map(async (token) => {
      token.meanings = await meanings(token.word, isOpen && token.isLast && !token.isQuoted);
      if (token.meanings.length || token.isQuoted) return;
      const near = await nearest(token.word);
      const all = await Promise.all(near.map((word) => meanings(word, false)));
      token.meanings = all.flat().filter(({sure}) => sure === 1).map(({row}) => ({row, sure: 0.6}));
      if (token.meanings.length) corrected.push([token.word, token.meanings.map(({row}) => row[0]).join(", ")]);
    }));
    return {tokens, corrected};
  }

  /** What a question asks for, by its first words; null where it is no question. "say" makes it one for what is said. */
  function readQuestion(query) {
    const words = split(query).map(({word}) => word);
    const start = ` ${words.slice(0, 4).join(" ")} `;
    const begins = (heading) => head.asks[heading].some((entry) => start.includes(` ${entry} `));
    const isQuestion = words.length > 2 && (head.asks.what.includes(words[0]) || ASKS.some(begins));
    if (!isQuestion) return null;
    const asked = ASKS.find(begins) || "what";
    return words.some((word) => SAYS.has(word)) && (asked === "what" || asked === "who") ? "said" : asked;
  }

  /** What a line is worth as an answer, by what the index says is in it: signs, and who says something. Of what one who
      is asked for says only the other words count: a sentence need not name him to be his. */
  function suit(asked, tokens, found, line, hint) {
    const [signs, speakers] = `${hint || ""}|`.split("|");
    const plain = found.worths.get(line);
    if (asked !== "said") {
      const sign = SIGNS_ASKED[asked];
      return plain + (sign ? (signs.includes(sign) ? 2 : -0.5) : 0) * found.unit;
    }
    const names = new Set(split(speakers).map(({word}) => word));
    const isName = tokens.map((token) => token.meanings.some(({row}) => names.has(row[0])));
    if (!isName.includes(true)) return plain - (speakers ? 0 : 0.5) * found.unit;
    return found.rare.reduce((sum, rare, at) => sum + (isName[at] || found.held.get(line).has(at) ? rare : 0), 4 * found.unit);
  }

  /** The best texts of a question, with the lines first that hold what it asks for. */
  async function answered(asked, tokens, texts) {
    const best = texts.slice(0, ANSWERED);
    const loaded = await Promise.all(best.map(({record}) => load(`t${record}`)));
    best.forEach((found, at) => {
      const worth = (line) => {
        const told = line ? loaded[at].l[line - 1] : ["", ""];
        return told[0] ? suit(asked, tokens, found, line, told[2]) : found.worths.get(line) - found.unit;
      };
      const ranked = found.lines.map((line) => [line, worth(line)]).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      found.lines = ranked.map(([line]) => line);
      found.answer = ranked[0][1] + found.score / 10;
    });
    best.sort((a, b) => b.answer - a.answer || a.record - b.record);
    return [...best, ...texts.slice(ANSWERED)];
  }

  /* Names. */

  /** How well a name is what is typed: 0 exactly, 1 with all its words, 2 by the beginning or another form of a word. */
  function fit(tokens, record) {
    const held = tokens.map((token) => {
      const own = token.meanings.filter(({row, sure}) => sure !== 0.8 && sure !== 0.4 && postings(row, 1).has(record));
      return own.flatMap(({row}) => postings(row, 1).get(record));
    });
    if (held.some((places) => !places.length)) return 2;
    const last = tokens.length - 1;
    const isWhole = (line) => held.every((places, at) =>
      isAt(places, line, tokens[at].place - tokens[0].place, at === last));
    return held[0].some((line, at) => at % 2 === 0 && isWhole(line)) ? 0 : 1;
  }

  /** Whether a word stands at a place of a spelling; the place of its last word is odd. */
  function isAt(places, line, place, isLast) {
    for (let at = 0; at < places.length; at += 2) {
      const code = places[at + 1];
      if (places[at] === line && code >> 1 === place && (!isLast || code % 2 === 1)) return true;
    }
    return false;
  }

  function findNames(tokens) {
    const columns = tokens.map((token) => gather(token, 1)).sort((a, b) => a.size - b.size);
    if (!columns.length) return [];
    const isCommon = tokens.every((token) => stops.has(token.word));
    return [...columns[0].keys()].filter((record) => columns.every((column) => column.has(record)))
      .map((record) => ({record, tier: fit(tokens, record)}))
      .filter(({tier}) => tier === 0 || !isCommon)
      .sort((a, b) => a.tier - b.tier || a.record - b.record)
      .slice(0, NAMES);
  }

  /** The texts that have another spelling of the name that is typed, as a phrase; none of those that are `known`. */
  async function otherwise(query, names, known) {
    const exact = QUOTED.test(query) ? [] : names.filter(({tier}) => tier === 0).slice(0, EXACT);
    const rows = await Promise.all(exact.map(({record}) => named(record)));
    const typed = plain(query);
    const forms = new Set(rows.flatMap(([name, , , , ...others]) => [name, ...others]).filter((form) => plain(form) !== typed));
    const seen = new Set(known.map(({record}) => record));
    const found = [];
    for (const form of forms) {
      const phrase = `"${form.replace(/["“”„«»]/g, " ")}"`;
      const {tokens} = await understand(phrase, null);
      for (const text of await checked(phrase, tokens, findTexts(tokens))) {
        if (seen.has(text.record)) continue;
        seen.add(text.record);
        const words = tokens.map(({word}) => word);
        found.push({...text, query: phrase, words: new Set(words), lit: words.slice(0, 12)});
      }
    }
    return found;
  }

  const plain = (text) => split(text).map(({word}) => word).join(" ");

  /* Texts. */

  function findTexts(tokens) {
    const columns = tokens.map((token) => gather(token, 2));
    const rare = columns.map((column) => Math.log(1 + (head.texts || 1) / Math.max(1, column.size)));
    const counts = new Map();
    columns.forEach((column) => { for (const record of column.keys()) counts.set(record, (counts.get(record) || 0) + 1); });
    const most = Math.max(0, ...counts.values());
    if (most < tokens.length && tokens.some((token) => token.isQuoted)) return [];
    const found = [];
    for (const [record, count] of counts) {
      if (count < most) continue;
      const weighed = weigh(tokens, columns, rare, record);
      if (weighed) found.push(weighed);
    }
    return found.sort((a, b) => b.score - a.score || a.record - b.record);
  }

  /** The score of a record, and its lines with the best first; null where a phrase is asked that it does not hold. */
  function weigh(tokens, columns, rare, record) {
    const lines = new Map();
    let score = 0;
    tokens.forEach((token, at) => {
      const held = columns[at].get(record);
      if (!held) return;
      score += rare[at] * held.sure * (1 + Math.log(held.places.length / 2) / 4);
      for (let n = 0; n < held.places.length; n += 2) {
        const line = lines.get(held.places[n]) || new Map();
        lines.set(held.places[n], line);
        line.set(at, (line.get(at) || []).concat(held.places[n + 1]));
      }
    });
    const scored = [];
    for (const [line, places] of lines) {
      if (!holdsPhrases(tokens, places)) continue;
      let worth = 0;
      for (const at of places.keys()) worth += rare[at] * columns[at].get(record).sure;
      for (let at = 1; at < tokens.length; at++) if (follows(tokens, places, at)) worth += rare[at - 1] + rare[at];
      scored.push({line, worth: line === 0 ? worth * 1.2 : worth});
    }
    if (!scored.length) return null;
    scored.sort((a, b) => b.worth - a.worth || a.line - b.line);
    const missing = tokens.filter((_, at) => !columns[at].has(record)).map((token) => token.word);
    const worths = new Map(scored.map(({line, worth}) => [line, worth]));
    const unit = Math.max(...rare);
    const found = {record, score: score + 1.5 * scored[0].worth, lines: scored.map(({line}) => line), missing};
    return {...found, worths, unit, rare, held: lines};
  }

  /** Whether a token stands behind the one before it as it was typed. */
  function follows(tokens, places, at) {
    if (tokens[at].part !== tokens[at - 1].part || !places.has(at) || !places.has(at - 1)) return false;
    const gap = tokens[at].place - tokens[at - 1].place;
    return places.get(at - 1).some((place) => places.get(at).includes(place + gap));
  }

  function holdsPhrases(tokens, places) {
    const parts = new Map();
    tokens.forEach((token, at) => {
      if (token.isQuoted) parts.set(token.part, (parts.get(token.part) || []).concat(at));
    });
    return [...parts.values()].every((all) => (places.get(all[0]) || []).some((start) => all.every((at) =>
      (places.get(at) || []).includes(start + tokens[at].place - tokens[all[0]].place))));
  }

  /* Results. */

  /** Whether a line holds every quoted run of words, function words too, which the index does not know. */
  function saysExactly(query, line) {
    const said = ` ${split(line).map(({word}) => word).join(" ")} `;
    return query.split(QUOTED).filter((_, at) => at % 2 === 1)
      .every((part) => said.includes(` ${split(part).map(({word}) => word).join(" ")} `));
  }

  /** Of the texts for a phrase of which not all words are looked up, those that say it: of the best only, which are
      loaded for that. */
  async function checked(query, tokens, texts) {
    const phrases = query.split(QUOTED).filter((_, at) => at % 2 === 1);
    const known = new Set(tokens.map(({word}) => word));
    if (phrases.every((phrase) => split(phrase).every(({word}) => known.has(word)))) return texts;
    const best = texts.slice(0, CHECKED);
    const shown = await Promise.all(best.map((found) => showText(found, query)));
    return best.filter((_, at) => shown[at]);
  }

  async function named(record) {
    return (await load(`n${Math.floor(record / head.group)}`))[record % head.group];
  }

  async function showName(record, words, lit) {
    const [title, kind, note, href] = await named(record);
    return {title, kind, note, href, lines: [], missing: [], words, lit: href.includes("#") ? lit : []};
  }

  /** Lines of which none says again what another says: a sentence before the line that announces it. */
  function distinct(lines) {
    const kept = [];
    for (const line of lines) {
      const same = kept.findIndex((other) => other[1].includes(line[1]) || line[1].includes(other[1]));
      if (same < 0) kept.push(line);
      else if (line[0][0] === "s" && kept[same][0][0] !== "s") kept[same] = line;
    }
    return kept;
  }

  async function showText(found, query, words, lit) {
    const text = await load(`t${found.record}`);
    const all = found.lines.map((line) => line ? text.l[line - 1] : ["", text.t]);
    const held = QUOTED.test(query) ? all.filter((line) => saysExactly(query, line[1])) : all;
    if (!held.length) return null;
    const told = held.filter((line) => text.l.includes(line));
    const lines = told.length ? distinct(told) : [["", (text.l[1] || text.l[0] || ["", ""])[1]]];
    return {
      title: text.t, kind: text.k, note: text.n, href: text.u,
      lines: lines.slice(0, LINES), missing: found.missing, words, lit,
    };
  }

  function complete(query, tokens) {
    const last = tokens[tokens.length - 1];
    if (!last || !query.toLowerCase().endsWith(last.word) || last.word.length < LEAST_PREFIX) return "";
    const longer = last.meanings.filter(({row}) => row[0] !== last.word && row[0].startsWith(last.word));
    if (!longer.length || last.meanings[0].row[0] === last.word) return "";
    longer.sort((a, b) => b.row[1].length + b.row[2].length - a.row[1].length - a.row[2].length);
    return query + longer[0].row[0].slice(last.word.length);
  }

  /** Find what a query asks for: names first, then texts; `take` shows the next of them. */
  async function find(query) {
    const asked = readQuestion(query);
    const {tokens, corrected} = await understand(query, asked);
    const names = findNames(tokens);
    const found = await checked(query, tokens, findTexts(tokens));
    const texts = asked ? await answered(asked, tokens, found) : [...found, ...await otherwise(query, names, found)];
    const words = new Set(tokens.flatMap((token) => token.meanings.map(({row}) => row[0])));
    const lit = tokens.flatMap((token) => token.meanings.slice(0, 4).map(({row}) => row[0])).slice(0, 12);
    const shown = new Set();
    let nextName = 0;
    let nextText = 0;

    async function take(count) {
      const results = [];
      while (results.length < count && (nextName < names.length || nextText < texts.length)) {
        const ofNames = names.slice(nextName, nextName + count - results.length);
        nextName += ofNames.length;
        const ofTexts = texts.slice(nextText, nextText + count - results.length - ofNames.length);
        nextText += ofTexts.length;
        const loaded = await Promise.all([
          ...ofNames.map(({record}) => showName(record, words, lit)),
          ...ofTexts.map((text) => showText(text, text.query || query, text.words || words, text.lit || lit)),
        ]);
        for (const result of loaded) {
          if (!result || shown.has(result.href)) continue;
          shown.add(result.href);
          results.push(result);
        }
      }
      return results;
    }

    return {total: names.length + texts.length, corrected, completed: complete(query, tokens), take};
  }

  return {got, open};
})();
