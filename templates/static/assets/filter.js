/* Shows of a list only the rows that a reader asks for: by words in them, and by the values of some columns. Where the list
   goes on over several pages, the rows of all of them are loaded when somebody first asks (generator/rendering/pages/sources/rows.py
   writes them; they are scripts, which a folder on disk gives as well as a server). Without a script all rows stand there. */
(function () {
  "use strict";
  var say = window.briefsSay;
  var place = document.querySelector("[data-briefs-filter]");
  var table = document.querySelector(".briefs-rows table");
  if (!place || !table) return;
  var MOST = 200;
  var root = new URL("..", document.currentScript.src);
  var body = table.tBodies[0];
  var own = Array.from(body.rows).map(function (row) {
    var values = Array.from(row.cells, function (cell) { return cell.textContent.trim(); });
    return {text: plain(row.textContent), values: values, show: function () { return row; }};
  });
  var rows = own;
  var files = Number(place.dataset.files || 0);
  var loading = null;
  var words = document.createElement("input");
  var told = document.createElement("p");
  var clear = document.createElement("button");
  var chosen = place.dataset.columns.split(" ").map(choose);
  var label = document.createElement("label");

  function plain(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  /* All rows of the list, out of its files. */
  function load() {
    var found = [];
    window.briefsRows = {got: function (number, some) { found[number] = some; }};
    loading = loading || Promise.all(Array.from({length: files}, function (_, number) {
      return new Promise(function (done, fail) {
        var script = document.createElement("script");
        script.src = place.dataset.rows.replace("0.js", number + ".js");
        script.onload = done;
        script.onerror = fail;
        document.head.append(script);
      });
    })).then(function () {
      rows = found.flat().map(function (row) {
        return {text: plain(row.join(" ")), values: row.slice(2), show: function () { return draw(row); }};
      });
      chosen.forEach(fill);
      show();
    });
    loading.catch(function () { loading = null; });
    return loading;
  }

  /* A row: address, file, then the words of each column. */
  function draw(row) {
    var line = document.createElement("tr");
    row.slice(2).forEach(function (text, column) {
      var cell = line.insertCell();
      if (column === 0) {
        var way = document.createElement("a");
        way.href = new URL(row[0], root).href;
        way.textContent = text;
        cell.append(way);
      } else cell.textContent = text;
    });
    return line;
  }

  function choose(column) {
    var one = {column: column, label: document.createElement("label"), select: document.createElement("select")};
    one.label.append(table.tHead.rows[0].cells[column].textContent + " ", one.select);
    fill(one);
    return one;
  }

  function fill(one) {
    var counts = new Map();
    var kept = one.select.value;
    rows.forEach(function (row) {
      counts.set(row.values[one.column], (counts.get(row.values[one.column]) || 0) + 1);
    });
    counts.delete("");
    one.select.replaceChildren(new Option(say("all"), ""));
    Array.from(counts.keys()).sort(function (first, other) {
      return counts.get(other) - counts.get(first) || (first < other ? -1 : 1);
    }).forEach(function (name) {
      one.select.add(new Option(name.slice(0, 60) + " (" + counts.get(name) + ")", name));
    });
    one.select.value = counts.has(kept) ? kept : "";
    one.label.hidden = counts.size < 2 && !files;
  }

  function show() {
    var asked = plain(words.value).split(/\s+/).filter(Boolean);
    var isAsked = asked.length || chosen.some(function (one) { return one.select.value; });
    var fitting = isAsked ? rows.filter(function (row) {
      return asked.every(function (word) { return row.text.includes(word); }) && chosen.every(function (one) {
        return !one.select.value || row.values[one.column] === one.select.value;
      });
    }) : own;
    body.replaceChildren.apply(body, fitting.slice(0, MOST).map(function (row) { return row.show(); }));
    clear.hidden = !isAsked;
    told.textContent = say("{shown} of {all} rows", {shown: fitting.length, all: Math.max(rows.length, Number(place.dataset.all || 0))});
    if (fitting.length > MOST) told.textContent += " · " + say("the first {number} are shown", {number: MOST});
  }

  words.type = "search";
  words.autocomplete = "off";
  label.append(say("Show rows with") + " ", words);
  place.append(label);
  chosen.forEach(function (one) { place.append(one.label); });
  clear.type = "button";
  clear.className = "briefs-chip";
  clear.textContent = say("Show all");
  told.setAttribute("role", "status");
  told.className = "briefs-note";
  clear.addEventListener("click", function () {
    words.value = "";
    chosen.forEach(function (one) { one.select.value = ""; });
    show();
    words.focus();
  });
  place.append(clear, told);
  place.addEventListener("focusin", function () { if (files && !loading) load(); });
  place.addEventListener("input", show);
  show();
})();
