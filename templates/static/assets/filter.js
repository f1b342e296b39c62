/* Shows of a table only the rows that a reader asks for: by words in them, and by the values of some columns.
   Its words stand in the page, in the language of the site. Without a script all rows stand there. */
(function () {
  "use strict";
  var place = document.querySelector("[data-briefs-filter]");
  var table = document.querySelector(".briefs-rows table");
  if (!place || !table || !place.dataset.words) return;
  var rows = Array.from(table.tBodies[0].rows);
  var words = document.createElement("input");
  var told = document.createElement("p");
  var clear = document.createElement("button");
  var choices = place.dataset.columns.split(" ").map(Number);
  function plain(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }
  function value(row, column) {
    return row.cells[column].textContent.trim();
  }
  function choose(column) {
    var label = document.createElement("label");
    var select = document.createElement("select");
    var counts = new Map();
    rows.forEach(function (row) {
      counts.set(value(row, column), (counts.get(value(row, column)) || 0) + 1);
    });
    counts.delete("");
    select.add(new Option(place.dataset.any, ""));
    Array.from(counts.keys()).sort(function (one, other) {
      return counts.get(other) - counts.get(one) || (one < other ? -1 : 1);
    }).forEach(function (name) {
      select.add(new Option(name.slice(0, 60) + " (" + counts.get(name) + ")", name));
    });
    label.append(table.tHead.rows[0].cells[column].textContent + " ", select);
    if (counts.size > 1) place.append(label);
    return { column: column, select: select };
  }
  function show() {
    var asked = plain(words.value).split(/\s+/).filter(Boolean);
    var count = 0;
    rows.forEach(function (row) {
      var text = plain(row.textContent);
      var fits = asked.every(function (word) { return text.includes(word); });
      fits = fits && chosen.every(function (one) {
        return !one.select.value || value(row, one.column) === one.select.value;
      });
      row.hidden = !fits;
      count += fits ? 1 : 0;
    });
    clear.hidden = count === rows.length;
    told.textContent = place.dataset.count.replace("{shown}", count).replace("{all}", rows.length);
  }
  var label = document.createElement("label");
  words.type = "search";
  words.autocomplete = "off";
  label.append(place.dataset.words + " ", words);
  place.append(label);
  var chosen = choices.map(choose);
  clear.type = "button";
  clear.className = "briefs-chip";
  clear.textContent = place.dataset.clear;
  told.setAttribute("role", "status");
  told.className = "briefs-note";
  clear.addEventListener("click", function () {
    words.value = "";
    chosen.forEach(function (one) { one.select.value = ""; });
    show();
    words.focus();
  });
  place.append(clear, told);
  place.addEventListener("input", show);
  show();
})();
