/* Names for what Material leaves without one, for readers who hear the page. Everything works without this.
   The words of all scripts stand in them in English, each where it is said; those of another language are given by the page
   (`window.briefsWords`, written by generator/rendering/scripts.py out of the file of labels). */
(function () {
  "use strict";
  /* Words in the language of the site, what is given put in its places. */
  function say(text, given) {
    var words = window.briefsWords || {};
    return (Object.prototype.hasOwnProperty.call(words, text) ? words[text] : text).replace(/\{(\w+)\}/g, function (place, name) {
      return given && name in given ? given[name] : place;
    });
  }
  window.briefsSay = say;
  var folder = document.currentScript.src;
  function load(name) {
    var script = document.createElement("script");
    script.src = new URL(name, folder);
    document.head.append(script);
  }
  load("evidence.js");
  if (document.querySelector("[data-briefs-filter]")) load("filter.js");
  if (document.querySelector("[data-briefs-copy]")) load("copy.js");
  var search = document.querySelector(".md-search");
  if (search) search.setAttribute("aria-label", say("Search"));
  document.querySelectorAll(".md-typeset__scrollwrap").forEach(function (table) {
    table.tabIndex = 0;
    table.setAttribute("role", "region");
    table.setAttribute("aria-label", say("Table"));
  });
  /* What's new since a day that the reader chooses: older lines are hidden, and lists without a line. */
  var since = document.querySelector("[data-briefs-since]");
  var lines = document.querySelectorAll("li:has(> [data-day]), li:has(> p > [data-day])");
  if (since && lines.length) {
    var label = document.createElement("label");
    var input = document.createElement("input");
    var told = document.createElement("span");
    input.type = "date";
    told.setAttribute("role", "status");
    label.append(say("Show what came since") + " ", input);
    since.append(label, " ", told);
    var show = function () {
      var day = input.value;
      var count = 0;
      lines.forEach(function (line) {
        line.hidden = Boolean(day) && line.querySelector("[data-day]").dataset.day < day;
        if (!line.hidden) count += 1;
      });
      document.querySelectorAll(".briefs-came, .briefs-arrival").forEach(function (part) {
        part.hidden = !part.querySelector("li:not([hidden])");
      });
      if (day) document.querySelectorAll("details.briefs-came").forEach(function (part) { part.open = true; });
      told.textContent = day ? say("{shown} of {all} lines", {shown: count, all: lines.length}) : "";
    };
    var change = function () {
      var address = new URL(location.href);
      if (input.value) address.searchParams.set("since", input.value);
      else address.searchParams.delete("since");
      history.replaceState(history.state, "", address);
      show();
    };
    input.value = new URLSearchParams(location.search).get("since") || "";
    input.addEventListener("change", change);
    show();
  }
  /* A link to what is folded opens it, with all that it is folded in. */
  function open() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var opened = false;
    for (var panel = target && target.closest("details"); panel; panel = panel.parentElement.closest("details")) {
      opened = opened || !panel.open;
      panel.open = true;
      panel.classList.add("briefs-kept");
    }
    if (opened) target.scrollIntoView();
  }
  window.addEventListener("hashchange", open);
  document.addEventListener("click", function (event) {
    var link = event.target instanceof Element && event.target.closest("a[href^='#']");
    if (link) setTimeout(open);
  });
  open();
  /* On paper everything would be open: what the reader opened is kept apart from it. */
  document.addEventListener("click", function (event) {
    var panel = event.target instanceof Element && event.target.closest("summary") && event.target.closest("details");
    if (panel) setTimeout(function () { panel.classList.toggle("briefs-kept", panel.open); });
  });
})();
